package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * Dates for FollowTheMoney, whose precision is their length: {@code 2025-12} is some day of that month. A date that is
 * given exactly or wider says nothing that the register does not; what EDTF says beyond that goes into a remark.
 */
final class FtmDates {
    private FtmDates() {}

    /** A date as one property; whatever is lost by that as a remark, after what it is. */
    static void put(FtmEntity entity, String property, JsonNode date, String label) {
        String edtf = FtmText.date(date);
        if (edtf != null) {
            String prefix = prefix(edtf);
            entity.add(property, prefix);
            if (!edtf.equals(prefix)) {
                entity.remark(label, edtf + " (EDTF)");
            }
        }
    }

    /** A date of something that lasts or is done on one day: as its day, or as its beginning and its end. */
    static void when(FtmEntity entity, JsonNode date, String label) {
        String edtf = FtmText.date(date);
        if (edtf == null || !edtf.contains("/")) {
            put(entity, "date", date, label);
            return;
        }
        String[] ends = edtf.split("/", -1);
        entity.add("startDate", end(ends[0])).add("endDate", end(ends[1])).remark(label, edtf + " (EDTF)");
    }

    /** Since when and until when something holds, each a date of its own. */
    static void span(FtmEntity entity, JsonNode from, JsonNode to) {
        put(entity, "startDate", from, "From");
        put(entity, "endDate", to, "To");
    }

    private static String end(String edtf) {
        return edtf.isEmpty() || edtf.equals("..") ? null : prefix(edtf);
    }

    /**
     * The shortest stretch of the calendar that FollowTheMoney can name and that the date lies in for certain.
     *
     * @return null where there is none: a date "about", an uncertain, an open or an unknown one, one of several years
     */
    static String prefix(String edtf) {
        FuzzyDate date = FuzzyDate.parse(edtf);
        LocalDate first = date.earliest();
        LocalDate last = date.latest();
        if (date.approximate()
                || date.uncertain()
                || first == null
                || last == null
                || first.getYear() != last.getYear()) {
            return null;
        }
        if (first.equals(last)) {
            return first.toString();
        }
        return first.toString().substring(0, first.getMonth() == last.getMonth() ? 7 : 4);
    }
}
