package org.dealtracker.agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dealtracker.http.Form;

/** Lines: what claims of one kind speak of together. Claims on one line may compete; on two lines they never do. */
final class Lines {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([-_.][a-z0-9]+)*");
    private static final int LONGEST = 100;

    private Lines() {}

    static String read(Form form, String name) {
        String line = form.text(name, LONGEST);
        if (line != null && !NAME.matcher(line).matches()) {
            form.unacceptable(name, "A line's name is lower-case letters and digits, words joined by single hyphens.");
            return null;
        }
        return line;
    }

    static List<String> readAll(Form form, String name) {
        List<String> lines = form.texts(name, LONGEST);
        if (!lines.stream().allMatch(line -> NAME.matcher(line).matches())) {
            form.unacceptable(name, "A line's name is lower-case letters and digits, words joined by single hyphens.");
        }
        return lines;
    }

    /** A line that is, over others, a part of itself; null when there is none. */
    static String circular(Collection<Claim> claims) {
        Map<String, Set<String>> wholes = new HashMap<>();
        for (Claim claim : claims) {
            // A line that is a part of itself alone was found when its claim was read.
            if (claim.says().partOf() != null && !claim.says().partOf().equals(claim.line())) {
                wholes.computeIfAbsent(claim.line(), line -> new HashSet<>())
                        .add(claim.says().partOf());
            }
        }
        return wholes.keySet().stream()
                .filter(line -> reaches(wholes, line, line, new HashSet<>()))
                .findFirst()
                .orElse(null);
    }

    private static boolean reaches(Map<String, Set<String>> wholes, String from, String to, Set<String> seen) {
        return wholes.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> next.equals(to) || (seen.add(next) && reaches(wholes, next, to, seen)));
    }
}
