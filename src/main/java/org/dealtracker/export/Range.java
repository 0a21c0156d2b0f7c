package org.dealtracker.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, section 14). Several at once are answered with the whole, as is what cannot be read: a
 * server may always ignore a range.
 *
 * @param first of the bytes, from 0
 * @param last included
 */
record Range(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** A range that lies behind the end. */
    static final Range NONE = new Range(-1, -1);

    /** @return null for the whole, {@link #NONE} for what no byte satisfies */
    static Range of(String header, long length) {
        Matcher matcher = header == null ? null : ONE.matcher(header);
        if (matcher == null
                || !matcher.matches()
                || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return null;
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Long.parseLong(matcher.group(2));
            return suffix == 0 || length == 0 ? NONE : new Range(Math.max(0, length - suffix), length - 1);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        if (last < first) {
            return null;
        }
        return first >= length ? NONE : new Range(first, Math.min(last, length - 1));
    }

    long length() {
        return last - first + 1;
    }

    String contentRange(long of) {
        return "bytes " + first + "-" + last + "/" + of;
    }
}
