package org.dealtracker.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.http.Form;
import org.dealtracker.log.Identity;
import org.dealtracker.log.Mergeable;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Reference;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * One publication. A statement that is known only through media is a source of its own, which the reports repeat.
 *
 * @param publisherParty the publisher as a party of the register, by its slug
 * @param url as found; the register never fetches it
 * @param accessed when the register's editor read it
 * @param language BCP 47
 * @param origin where what it says comes from
 * @param repeats the sources that it relies on, when it repeats
 * @param seen whether the editor saw it, or knows it only through another
 * @param sha256 of its content as the editor had it, in hexadecimal digits
 */
public record Source(
        @JsonUnwrapped Identity identity,
        SourceKind kind,
        String title,
        String publisher,
        String publisherParty,
        List<String> authors,
        String url,
        String archiveUrl,
        FuzzyDate published,
        FuzzyDate accessed,
        String language,
        Origin origin,
        List<String> repeats,
        Boolean seen,
        String sha256,
        Retraction retraction,
        String note)
        implements Mergeable<Source> {

    // Whether a source repeats another or was retracted bears on every record that cites it.
    public static final RecordType<Source> TYPE =
            new RecordType<>(RecordKind.SOURCE, Source::read, RecordType.Reach.REFERRING, Set.of());

    private static Source read(Form form, Identity identity, Source before) {
        Source source = new Source(
                identity,
                form.code("kind", SourceKind.class),
                form.text("title", Form.NAME),
                form.text("publisher", Form.NAME),
                form.reference("publisherParty", "party"),
                form.texts("authors", Form.NAME),
                Urls.read(form, "url"),
                Urls.read(form, "archiveUrl"),
                Values.date(form, "published"),
                Values.date(form, "accessed"),
                Languages.read(form, "language"),
                form.code("origin", Origin.class, Origin.UNKNOWN),
                form.references("repeats", "source"),
                form.flag("seen"),
                digest(form),
                form.object("retraction", Retraction::read),
                form.text("note", Form.TEXT));
        form.require("kind");
        if (!form.has("title") && !form.has("publisher")) {
            form.unacceptable("title", "A source needs a title or a publisher.");
        }
        Repeats.check(form, source.origin, source.repeats, identity.slug());
        form.end(RecordType.serverOwned());
        return source;
    }

    private static String digest(Form form) {
        String digest = form.text("sha256", Form.NAME);
        if (digest != null && !digest.matches("[0-9a-fA-F]{64}")) {
            form.unacceptable("sha256", "'sha256' must be 64 hexadecimal digits.");
            return null;
        }
        return digest == null ? null : digest.toLowerCase(Locale.ROOT);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.SOURCE;
    }

    @Override
    public String listTitle() {
        return title != null ? title : publisher;
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> references = new HashSet<>();
        repeats.forEach(slug -> references.add(new Reference(RecordKind.SOURCE, slug, "/repeats")));
        if (publisherParty != null) {
            references.add(new Reference(RecordKind.PARTY, publisherParty, "/publisherParty"));
        }
        return references;
    }

    @Override
    public Set<Repeat> repetitions() {
        return repeats.stream()
                .map(other -> new Repeat("", identity.slug(), other))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> uniqueKeys() {
        Set<String> keys = new HashSet<>();
        if (url != null) {
            keys.add("url:" + Urls.normalised(url));
        }
        if (sha256 != null) {
            keys.add("sha256:" + sha256);
        }
        return keys;
    }

    /** Where it stands on the web: host and path of its addresses in one spelling, without what a query adds. */
    public Set<String> pages() {
        return Stream.of(url, archiveUrl)
                .filter(Objects::nonNull)
                .map(address -> Urls.normalised(address).replaceFirst("\\?.*", ""))
                .collect(Collectors.toSet());
    }

    /** What this one leaves open is taken from the duplicate. */
    @Override
    public Source joined(Source duplicate) {
        boolean open = origin == Origin.UNKNOWN;
        return new Source(
                identity,
                kind,
                or(title, duplicate.title),
                or(publisher, duplicate.publisher),
                or(publisherParty, duplicate.publisherParty),
                authors.isEmpty() ? duplicate.authors : authors,
                or(url, duplicate.url),
                or(archiveUrl, duplicate.archiveUrl),
                or(published, duplicate.published),
                or(accessed, duplicate.accessed),
                or(language, duplicate.language),
                open ? duplicate.origin : origin,
                open ? duplicate.repeats : repeats,
                or(seen, duplicate.seen),
                or(sha256, duplicate.sha256),
                or(retraction, duplicate.retraction),
                note);
    }

    private static <T> T or(T ours, T theirs) {
        return ours != null ? ours : theirs;
    }

    @Override
    public Source as(Identity other) {
        return new Source(
                other,
                kind,
                title,
                publisher,
                publisherParty,
                authors,
                url,
                archiveUrl,
                published,
                accessed,
                language,
                origin,
                repeats,
                seen,
                sha256,
                retraction,
                note);
    }
}
