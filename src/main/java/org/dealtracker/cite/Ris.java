package org.dealtracker.cite;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.wording.Dates;

/**
 * Writes RIS, which EndNote, Zotero and Mendeley read: a tag, two spaces, a hyphen, a space and a value on each line. It
 * has no escapes; a value ends with its line, and those of {@link Cited} have no other.
 */
final class Ris {
    private final StringBuilder text = new StringBuilder();

    private Ris() {}

    static byte[] write(Cited cited) {
        Ris ris = new Ris();
        ris.all(cited);
        return ris.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void all(Cited cited) {
        boolean periodical = cited.work().isPartOfAPeriodical();
        line("TY", cited.work().ris());
        line("ID", cited.key());
        cited.authors().forEach(author -> line("AU", author.name()));
        line("TI", cited.title());
        line("T2", periodical ? cited.publisher() : null);
        line("PB", periodical ? null : cited.publisher());
        line("PY", year(cited.issued()));
        line("DA", date(cited.issued()));
        line("Y2", date(cited.accessed()));
        line("ET", cited.version());
        line("M3", cited.genre());
        line("LA", cited.language());
        line("UR", cited.url());
        line("L2", cited.archiveUrl());
        line("N1", cited.note());
        text.append("ER  - \r\n");
    }

    private void line(String tag, String value) {
        if (value != null) {
            text.append(tag).append("  - ").append(value).append("\r\n");
        }
    }

    private static String year(FuzzyDate date) {
        return date == null || date.earliest() == null
                ? null
                : Integer.toString(date.earliest().getYear());
    }

    /** {@code YYYY/MM/DD/other}: what is known, and all in words where that is not one day, month or year. */
    private static String date(FuzzyDate date) {
        if (date == null || date.earliest() == null) {
            return null;
        }
        LocalDate first = date.earliest();
        LocalDate last = date.latest();
        boolean sameYear = last != null && first.getYear() == last.getYear();
        boolean sameMonth = sameYear && first.getMonth() == last.getMonth();
        String month = sameMonth ? twoDigits(first.getMonthValue()) : "";
        String day = first.equals(last) ? twoDigits(first.getDayOfMonth()) : "";
        String words = date.edtf().matches("[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?") ? "" : Dates.words(date.edtf());
        return first.getYear() + "/" + month + "/" + day + "/" + words;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
