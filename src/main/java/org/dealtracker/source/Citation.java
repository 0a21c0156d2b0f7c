package org.dealtracker.source;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dealtracker.http.Form;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Reference;

/**
 * That a source says something of a claim: where in it, in which words, holding back or not, and how far it is to be
 * trusted. Reliability (of the source) and credibility (of this piece of information) are graded apart, as the
 * NATO/Admiralty system has it; ungraded is {@code F} and {@code 6}.
 *
 * @param source the source's slug
 * @param locator page, paragraph, timecode, cell; for a silent one what was searched
 * @param reportedAs the phrase as printed, at most 300 characters
 * @param origin where the source has this from; null where the source's own {@code origin} holds
 * @param repeats the sources that it relies on for this claim
 */
public record Citation(
        String source,
        String locator,
        String reportedAs,
        CitationStance stance,
        List<Hedge> hedges,
        Origin origin,
        List<String> repeats,
        Reliability reliability,
        Credibility credibility,
        String gradedBy,
        Attribution attribution) {
    private static final int LONGEST_PHRASE = 300;

    /** Reads one citation of a list. */
    public static Citation read(Form form) {
        Citation citation = new Citation(
                form.reference("source", "source"),
                form.text("locator", Form.TEXT),
                form.text("reportedAs", LONGEST_PHRASE),
                form.code("stance", CitationStance.class, CitationStance.SUPPORTS),
                form.list("hedges", Hedge::read),
                form.code("origin", Origin.class),
                form.references("repeats", "source"),
                form.code("reliability", Reliability.class, Reliability.F),
                form.code("credibility", Credibility.class, Credibility.CANNOT_BE_JUDGED),
                form.text("gradedBy", Form.NAME),
                form.object("attribution", Attribution::read));
        form.require("source");
        citation.check(form);
        form.end();
        return citation;
    }

    /**
     * Reads a claim's citations.
     *
     * @return never empty, unless it was noted that a citation is missing
     */
    public static List<Citation> required(Form form) {
        List<Citation> citations = form.list("citations", Citation::read);
        if (!form.has("citations") || form.raw("citations").isEmpty()) {
            form.unacceptable("citations", "No claim without a citation: name at least one source.");
        }
        return citations;
    }

    private void check(Form form) {
        Repeats.check(form, origin, repeats, source);
        if (stance == CitationStance.SILENT && locator == null) {
            form.unacceptable("locator", "A silent citation says what was searched.");
        }
    }

    /** The records that some citations refer to, told by where those citations stand. */
    public static void references(List<Citation> citations, String pointer, Consumer<Reference> to) {
        citations.stream()
                .flatMap(citation -> Stream.concat(Stream.of(citation.source), citation.repeats.stream()))
                .forEach(slug -> to.accept(new Reference(RecordKind.SOURCE, slug, pointer)));
    }

    /** Which sources, as some citations have it, repeat which. */
    public static void repetitions(List<Citation> citations, String pointer, Consumer<Recorded.Repeat> to) {
        for (Citation citation : citations) {
            citation.repeats.forEach(other -> to.accept(new Recorded.Repeat(pointer, citation.source, other)));
        }
    }
}
