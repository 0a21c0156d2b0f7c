package org.dealtracker.cite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.dealtracker.http.Format;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * A file that was made of the register, and how it is cited: as a data set of whoever publishes the register, as of one
 * entry of its log. The same file is always cited the same.
 *
 * @param name as in its address, such as {@code items.csv}
 * @param title what it holds, in a few words
 * @param part the query that chose what is in it, as it stands in an address; empty for the whole register
 * @param logId which log it was taken from
 * @param n the number of the log's entry as of which it was taken
 * @param at when that entry was made; of no account where n is 0
 * @param chain the hash of that entry, in hexadecimal digits
 * @param address where the same bytes can always be had; a path alone where nobody knows where the register is
 */
public record FileCitation(
        String name,
        String title,
        String part,
        UUID logId,
        long n,
        Instant at,
        String chain,
        String address,
        String publisher,
        SpdxLicence licence) {
    /** Characters of a query in a title. */
    private static final int SHOWN = 200;

    /** @param format one of those for bibliographies */
    public byte[] bytes(Format format) {
        return CitationFormat.write(cited(), format);
    }

    /** The text of {@code CITATION.cff} beside the file. */
    public String cff() {
        return Cff.write(this);
    }

    /** No part may be taken for the whole; what is too long for a title stands in the note. */
    String fullTitle() {
        String query = readable();
        int cut = query.length() <= SHOWN ? query.length() : query.offsetByCodePoints(0, SHOWN / 2);
        String shown = query.substring(0, cut) + (cut < query.length() ? "…" : "");
        return Plain.line(title + " (" + name + ")" + (part.isEmpty() ? "" : ", only what has " + shown));
    }

    /** As whoever asked has typed it. */
    private String readable() {
        return Plain.line(URLDecoder.decode(part, StandardCharsets.UTF_8));
    }

    /** The day of the entry, not of the download: what was asked for later is the same. Null before the first one. */
    String day() {
        return n == 0 ? null : at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    String origin() {
        return "Taken "
                + (n == 0 ? "before the first entry of log " + logId : "as of entry " + n + " of log " + logId)
                + (n == 0 ? "" : ", made on " + day() + ", whose hash is " + chain)
                + (part.isEmpty()
                        ? "; the whole register."
                        : "; the part of the register that has " + readable() + ".");
    }

    private Cited cited() {
        String name = Plain.line(publisher);
        return new Cited(
                key(),
                Work.RECORD,
                fullTitle(),
                "Data file made of a register",
                List.of(new Author(name, null, null)),
                name,
                n == 0 ? null : FuzzyDate.parse(day()),
                Long.toString(n),
                address,
                null,
                null,
                "en",
                origin() + " Licence: " + licence + ".",
                address);
    }

    /** Two moments and two parts of one file may stand in one bibliography. */
    private String key() {
        String query = address.substring(address.indexOf('?') + 1);
        String whole = "export-" + name.replaceAll("[^A-Za-z0-9]+", "-") + "-n" + n;
        return query.equals("asOfSeq=" + n)
                ? whole
                : whole + "-"
                        + UUID.nameUUIDFromBytes(query.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 8);
    }
}
