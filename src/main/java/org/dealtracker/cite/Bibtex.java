package org.dealtracker.cite;

import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * Writes BibTeX: with the fields that the standard styles read, and beside them those in which biblatex is more exact
 * ({@code date}, {@code urldate}, {@code version}).
 */
final class Bibtex {
    private final StringBuilder text = new StringBuilder();

    private Bibtex() {}

    static byte[] write(Cited cited) {
        Bibtex bibtex = new Bibtex();
        bibtex.all(cited);
        return bibtex.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void all(Cited cited) {
        text.append('@').append(cited.work().bibtex()).append('{').append(cited.key());
        if (cited.authors().isEmpty()) {
            // By which the styles sort and label what nobody is known to have written.
            field("key", escaped(cited.publisher() == null ? cited.title() : cited.publisher()));
        } else {
            field("author", cited.authors().stream().map(Bibtex::name).collect(Collectors.joining(" and ")));
        }
        // The second pair of braces keeps capitals.
        field("title", "{" + escaped(cited.title()) + "}");
        outlet(cited.work().publisherField(), cited.publisher());
        boolean report = cited.work() == Work.REPORT;
        field(report ? "type" : "howpublished", escaped(cited.genre()));
        issued(cited.issued());
        field("version", escaped(cited.version()));
        field("url", address(cited.url()));
        field("archiveurl", address(cited.archiveUrl()));
        field("urldate", day(cited.accessed()));
        field("language", escaped(cited.language()));
        field("note", escaped(cited.note()));
        text.append("\n}\n");
    }

    private void outlet(String field, String name) {
        field(field, name == null ? null : "{" + escaped(name) + "}");
    }

    private void field(String name, String value) {
        if (value != null) {
            text.append(",\n  ").append(name).append(" = {").append(value).append('}');
        }
    }

    /** Braces keep a name that is no person's in one piece, an "and" or a comma in it included. */
    private static String name(Author author) {
        return author.isPerson()
                ? escaped(author.family()) + ", " + escaped(author.given())
                : "{" + escaped(author.name()) + "}";
    }

    /**
     * The styles take a year "whose last four nonpunctuation characters are numerals, such as (about 1984)", and the
     * months of their own macros (btxdoc, section 3.2); biblatex takes the larger part of EDTF.
     */
    private void issued(FuzzyDate date) {
        if (date == null || date.earliest() == null) {
            return;
        }
        int first = date.earliest().getYear();
        int last = date.latest() == null ? first : date.latest().getYear();
        String years = first == last ? "" + first : first + "--" + last;
        field("year", date.approximate() ? "(about " + years + ")" : date.uncertain() ? years + "?" : years);
        if (date.latest() != null
                && first == last
                && date.earliest().getMonth() == date.latest().getMonth()) {
            String month = date.earliest().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            text.append(",\n  month = ").append(month.substring(0, 3).toLowerCase(Locale.ROOT));
        }
        // Of what EDTF has, biblatex has no quarters and no "one day among several".
        if (!date.edtf().matches("\\[.*|.*-3[3-6]")) {
            field("date", date.edtf());
        }
    }

    private static String day(FuzzyDate date) {
        return date != null && date.edtf().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? date.edtf() : null;
    }

    /** Addresses are read verbatim, but for what would unbalance the field; of the rest an address has its own escapes. */
    private static String address(String url) {
        return url == null
                ? null
                : url.replace("\\", "%5C")
                        .replace("{", "%7B")
                        .replace("}", "%7D")
                        .replace(" ", "%20");
    }

    /**
     * A text as TeX prints it. Letters of every script stay as they are in UTF-8. A brace must not stand as {@code \{}:
     * TeX would take it for an escape, but BibTeX counts it.
     */
    static String escaped(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&', '%', '$', '#', '_' -> escaped.append('\\').appendCodePoint(c);
                case '{' -> escaped.append("{\\textbraceleft}");
                case '}' -> escaped.append("{\\textbraceright}");
                case '~' -> escaped.append("{\\textasciitilde}");
                case '^' -> escaped.append("{\\textasciicircum}");
                case '\\' -> escaped.append("{\\textbackslash}");
                case '<' -> escaped.append("{\\textless}");
                case '>' -> escaped.append("{\\textgreater}");
                case '|' -> escaped.append("{\\textbar}");
                case '"' -> escaped.append("{\"}");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
