package org.dealtracker.wording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.http.Json;
import org.dealtracker.log.Recent;
import org.dealtracker.log.Recent.Mention;
import org.dealtracker.log.RecordKind;

/**
 * What the records are called that sentences speak of. A sentence is told twice: once to learn whom it speaks of, who
 * is then looked up for all entries in one query, and once for good.
 */
public final class Names {
    private final long n;
    private final Map<Mention, Called> known;
    private final Set<Mention> wanted = new LinkedHashSet<>();

    /** @param n the entry as of which they are called so */
    public Names(long n, Map<Mention, Called> known) {
        this.n = n;
        this.known = known;
    }

    /**
     * @param title at the head of a page
     * @param cited within a sentence
     */
    public record Called(String title, String cited) {}

    /** A record's name within a sentence; its slug until it was looked up. */
    public String of(RecordKind kind, String slug) {
        return called(kind, slug).cited();
    }

    public String title(RecordKind kind, String slug) {
        return called(kind, slug).title();
    }

    private Called called(RecordKind kind, String slug) {
        Mention mention = new Mention(n, kind, slug);
        wanted.add(mention);
        return known.getOrDefault(mention, new Called(slug, slug));
    }

    public String party(String slug) {
        return of(RecordKind.PARTY, slug);
    }

    public String source(String slug) {
        return of(RecordKind.SOURCE, slug);
    }

    public List<Mention> wanted() {
        return new ArrayList<>(wanted);
    }

    public static Map<Mention, Called> of(List<Recent.Named> named) {
        Map<Mention, Called> names = new HashMap<>();
        for (Recent.Named each : named) {
            String title = Words.shortened(each.title(), Words.LONG);
            boolean prose = each.mention().kind() == RecordKind.ASSESSMENT;
            String cited = each.source() != null
                    ? source(Json.stored(each.source()))
                    : prose ? Words.quoted(each.title()) : title;
            names.put(each.mention(), new Called(each.title(), cited));
        }
        return names;
    }

    /** As newsrooms cite: the publisher and the day; a title only where there is no publisher. */
    public static String source(ObjectNode source) {
        String publisher = source.path("publisher").asText(source.path("title").asText());
        String name = Words.shortened(publisher, Words.LONG);
        String day = source.path("published").path("edtf").asText("");
        return day.isEmpty() || day.equals("unknown")
                ? name
                : name + " (" + Dates.words(day).replace(" (uncertain)", "?") + ")";
    }
}
