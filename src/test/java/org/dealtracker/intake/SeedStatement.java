package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A row of {@code golden/seed-checklist.md}: a sentence, and the record that holds what it states.
 *
 * @param record an address below {@code /api/v1}
 * @param array the member of the record that holds it, or null for the record itself
 * @param picked what it holds, by paths
 * @param judges how an assessment judges; empty for other records
 */
record SeedStatement(
        int sentence,
        String record,
        String array,
        Map<String, String> picked,
        Set<String> hedges,
        Map<String, Set<String>> judges) {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "seed-checklist.md");
    private static final Pattern RECORD = Pattern.compile("([a-z]+/[a-z0-9-]+)(?:/([a-zA-Z]+))?(?:\\[(.*)])?");
    private static final Map<String, String> STANCES =
            Map.of("+", "supportive", "-", "critical", "±", "mixed", "0", "neutral");
    private static final Map<String, Set<String>> SUBJECTS = Map.of(
            "V", Set.of("munir-libya-2025-12"),
            "A", Set.of("pakistan-laaf-2025"),
            "R", Set.of("un-libya-arms-embargo"),
            "P", Set.of("pakistan"),
            "B", Set.of("pakistan", "libya"));

    static List<SeedStatement> golden() {
        try {
            return Files.readAllLines(GOLDEN).stream()
                    .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                    .map(line -> line.split("\\|"))
                    .map(SeedStatement::row)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SeedStatement row(String[] cells) {
        List<String> row = Arrays.stream(cells).skip(1).map(String::strip).toList();
        Matcher at = RECORD.matcher(row.get(1));
        if (row.size() != 9 || !at.matches()) {
            throw new IllegalStateException("No row of the checklist: " + row);
        }
        Map<String, String> picked = new TreeMap<>();
        if (at.group(3) != null) {
            Stream.of(at.group(3).split(", "))
                    .map(each -> each.split("="))
                    .forEach(each -> picked.put(each[0], each[1]));
        }
        return new SeedStatement(
                Integer.parseInt(row.get(0)), at.group(1), at.group(2), picked, words(row.get(5)), judges(row));
    }

    private static Map<String, Set<String>> judges(List<String> row) {
        if (row.get(2).equals("–")) {
            return Map.of();
        }
        Set<String> subjects = new TreeSet<>();
        words(row.get(8)).forEach(each -> subjects.addAll(SUBJECTS.get(each)));
        return Map.of(
                "stance", Set.of(STANCES.get(row.get(2))),
                "themes", words(row.get(3)),
                "nature", Set.of(row.get(4)),
                "voice", Set.of(row.get(6)),
                "concerns", words(row.get(7)),
                "subject", subjects);
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : new TreeSet<>(List.of(cell.split(" ")));
    }

    /** The one element that is meant, in the record as it was served; null unless it is exactly one. */
    JsonNode in(JsonNode served) {
        Stream<JsonNode> candidates = array == null
                ? Stream.of(served)
                : StreamSupport.stream(served.path(array).spliterator(), false);
        List<JsonNode> meant = candidates
                .filter(each -> picked.entrySet().stream()
                        .allMatch(
                                value -> each.at("/" + value.getKey()).asText().equals(value.getValue())))
                .toList();
        return meant.size() == 1 ? meant.get(0) : null;
    }

    @Override
    public String toString() {
        return "S" + sentence + " " + record + (array == null ? "" : "/" + array)
                + (picked.isEmpty() ? "" : " " + picked);
    }
}
