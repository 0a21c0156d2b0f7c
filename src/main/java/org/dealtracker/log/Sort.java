package org.dealtracker.log;

import java.util.EnumSet;
import java.util.Set;
import org.dealtracker.http.Texts;

/** What lists can be sorted by. A name from a query reaches SQL only through this enum. */
public enum Sort {
    SLUG("slug", "l.slug", "l.slug", Form.TEXT),
    TITLE("title", "l.title", "l.title", Form.TEXT),
    CREATED_AT("createdAt", "l.created_at", "l.created_at", Form.INSTANT),
    UPDATED_AT("updatedAt", "l.updated_at", "l.updated_at", Form.INSTANT),
    STAGE("stage", "l.stage", "l.stage", Form.NUMBER),
    DATE("date", "coalesce(l.day, 'infinity')", "coalesce(l.day, '-infinity')", Form.DAY),
    VALUE("value", "coalesce(l.worth, 'Infinity')", "coalesce(l.worth, '-Infinity')", Form.AMOUNT);

    /** What records of every kind have. */
    public static final Set<Sort> COMMON = EnumSet.of(SLUG, TITLE, CREATED_AT, UPDATED_AT);

    private static final int LONGEST = 2_000;

    /** How a key stands in a cursor, and how it is read from there. */
    private enum Form {
        TEXT(".*", "%s", "cast(%s as text)"),
        // In microseconds since 1970, so that no time zone has a say in it.
        INSTANT(
                "-?[0-9]{1,17}",
                "cast(cast(extract(epoch from %s) * 1000000 as bigint) as text)",
                "(to_timestamp(0) + cast(%s as bigint) * interval '1 microsecond')"),
        NUMBER("-?[0-9]{1,4}", "cast(%s as text)", "cast(%s as smallint)"),
        DAY("-?infinity|[0-9]{4}-[0-9]{2}-[0-9]{2}", "cast(%s as text)", "cast(%s as date)"),
        AMOUNT("-?Infinity|[0-9]{1,60}([.][0-9]{1,60})?", "cast(%s as text)", "cast(%s as numeric)");

        private final String shape;
        private final String read;
        private final String written;

        Form(String shape, String read, String written) {
            this.shape = shape;
            this.read = read;
            this.written = written;
        }
    }

    private final String parameter;
    private final String ascending;
    private final String descending;
    private final Form form;

    Sort(String parameter, String ascending, String descending, Form form) {
        this.parameter = parameter;
        this.ascending = ascending;
        this.descending = descending;
        this.form = form;
    }

    String parameter() {
        return parameter;
    }

    /** What is sorted by: a record without the key comes last in both directions. */
    String expression(boolean down) {
        return down ? descending : ascending;
    }

    String read(String column) {
        return form.read.formatted(column);
    }

    String written(String name) {
        return form.written.formatted(name);
    }

    /** Whether a cursor's key can be of this sort; anyone can make up a cursor. */
    boolean accepts(String value) {
        return value.matches("(?s)" + form.shape)
                && Texts.wrong(value, LONGEST) == null
                && (form != Form.DAY || value.endsWith("infinity") || isDay(value));
    }

    private static boolean isDay(String value) {
        try {
            java.time.LocalDate.parse(value);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
