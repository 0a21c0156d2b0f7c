package org.dealtracker.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags and the two conditions on them (RFC 9110, sections 8.8.3 and 13.1). */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");

    private ETags() {}

    /** A short digest of what is asked, by which answers to different questions have different tags. */
    public static String digest(String asked) {
        byte[] hash = Cursor.sha256(asked.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 12);
    }

    /** The strong tag of a record's revision. */
    public static String ofRevision(int revision) {
        return "\"r" + revision + "\"";
    }

    /** {@code If-None-Match}: weak comparison; a header that cannot be read matches nothing. */
    public static boolean noneMatchHits(String header, String current) {
        return header != null
                && (header.trim().equals("*") || tags(header, true).contains(current));
    }

    /**
     * {@code If-Match}: strong comparison, so that a weak tag never matches.
     *
     * @throws Problem 428 without the header, 412 when none of its tags is the current one
     */
    public static void requireMatch(String header, String current) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                            ProblemType.PRECONDITION_REQUIRED,
                            "Send If-Match with the ETag of the revision that you read, for example If-Match: "
                                    + current + ".")
                    .header("ETag", current);
        }
        if (!header.trim().equals("*") && !tags(header, false).contains(current)) {
            throw new Problem(
                            ProblemType.STALE_REVISION,
                            "If-Match does not name the current revision, which is " + current
                                    + ". Read the record again, then repeat the change on what it says now.")
                    .header("ETag", current);
        }
    }

    private static List<String> tags(String header, boolean weakToo) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int at = 0;
        while (at < header.length() && matcher.find(at) && matcher.start() == at) {
            if (weakToo || matcher.group(1) == null) {
                tags.add("\"" + matcher.group(2) + "\"");
            }
            at = matcher.end();
        }
        return at == header.length() ? tags : List.of();
    }
}
