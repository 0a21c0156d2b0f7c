package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dealtracker.http.Findings;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL finds a page among 100,000 agreements, now and as of a past entry: through an index, whatever is asked.
 * The shapes of its plans are kept in {@code golden/plans.txt}; {@code -Dgolden.write=true} writes them anew.
 */
class PlansIT {
    private static final int SIZE = Integer.getInteger("plans.size", 100_000);
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "plans.txt");
    private static final long PAST = SIZE + SIZE / 2;

    private static final List<RecordKind> KINDS = List.of(RecordKind.values());

    private static RunningRegister register;
    private static Connection connection;

    @BeforeAll
    static void aLargeRegister() throws SQLException, IOException {
        register = RunningRegister.embedded("plans").start();
        connection = register.owner().connect();
        String fill = Files.readString(Path.of("src", "bench", "plans", "fill.sql"));
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long before = System.nanoTime();
            statement.execute(fill.replace("@SIZE@", Integer.toString(SIZE)));
            connection.commit();
            System.out.printf("PlansIT: filled in %.1f s%n", (System.nanoTime() - before) / 1e9);
            connection.setAutoCommit(true);
            // Of all rows, not of a sample: else what is a close call for the planner is decided by chance.
            statement.execute("set default_statistics_target = 10000");
            statement.execute("vacuum analyze listing");
            statement.execute("vacuum analyze listing_span");
            // Plans must not depend on how many cores there are.
            statement.execute("set max_parallel_workers_per_gather = 0");
            // As the service has it.
            statement.execute("set pg_trgm.word_similarity_threshold = 0.5");
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        if (connection != null) {
            connection.close();
        }
        if (register != null) {
            register.close();
        }
    }

    private static Filter filter(Consumer<Filter> narrow) {
        Filter filter = new Filter();
        narrow.accept(filter);
        return filter;
    }

    private static Consumer<Filter> term(String... terms) {
        return filter -> filter.anyOf(List.of(terms));
    }

    private static Consumer<Filter> within(String what, String part, String interval, boolean certain) {
        return filter -> filter.within(what, part == null ? List.of() : List.of(part), List.of(), interval, certain);
    }

    /** Each filter alone, a frequent and a rare value of the most asked ones, and the likeliest pairs. */
    private static Map<String, Filter> filters() {
        Map<String, Consumer<Filter>> all = new LinkedHashMap<>();
        all.put("none", filter -> {});
        all.put("supplier, of most", term("supplier:party-0"));
        all.put("supplier, of few", term("supplier:party-55"));
        all.put("recipient", term("recipient:party-100"));
        all.put("party", term("party:party-20", "party:party-21"));
        all.put("role", term("role:supplier"));
        all.put("kind", term("kind:lease"));
        all.put("stage", term("stage:4"));
        all.put("category", term("category:category_20"));
        all.put("designation", term("designation:type700"));
        all.put("source", term("source:source-77"));
        all.put("basis", term("basis:aid"));
        all.put("currency", term("currency:RUB"));
        all.put("q", filter -> filter.allOf(List.of("word:party-3", "word:type5")));
        all.put("updatedSince", filter -> filter.updatedSince(Instant.parse("2020-01-02T21:50:00Z")));
        all.put("minValue, possible", within("value", null, "[7900000000,)", false));
        all.put("minValue, certain", within("value", "package", "[7900000000,)", true));
        all.put("minCount", within("count", null, "[195,)", false));
        all.put("from and to", within("date", "signed", "[18000,18001]", false));
        all.put("reviewDueBefore", within("review", null, "(,11500]", false));
        all.put("stage on a day", within("stage", "4", "[11000,11000]", false));
        all.put("name", filter -> filter.named("party-59 - party-179"));
        all.put("supplier and recipient", term("supplier:party-3").andThen(term("recipient:party-9")));
        all.put("supplier and stage", term("supplier:party-3").andThen(term("stage:4")));
        all.put("recipient and category", term("recipient:party-9").andThen(term("category:category_3")));
        all.put("supplier and category", term("supplier:party-3").andThen(term("category:category_3")));
        all.put("recipient and stage", term("recipient:party-9").andThen(term("stage:4")));
        all.put(
                "supplier and minValue",
                term("supplier:party-30").andThen(within("value", null, "[4000000000,)", false)));
        all.put("recipient and from", term("recipient:party-90").andThen(within("date", null, "[18000,)", false)));
        all.put(
                "category and minCount",
                term("category:category_3").andThen(within("count", "category_3", "[150,)", false)));
        all.put(
                "stage and updatedSince",
                term("stage:4").andThen(filter -> filter.updatedSince(Instant.parse("2020-01-02T21:50:00Z"))));
        all.put("kind and stage", term("kind:lease").andThen(term("stage:4")));
        Map<String, Filter> filters = new LinkedHashMap<>();
        all.forEach((name, narrow) -> filters.put(name, filter(narrow)));
        return filters;
    }

    private static List<String> sorts() {
        List<String> sorts = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            sorts.add(sort.parameter());
            sorts.add("-" + sort.parameter());
        }
        return sorts;
    }

    private static Page page(String sort) {
        return new Page(51, Page.orders(sort, java.util.EnumSet.allOf(Sort.class), new Findings()), false);
    }

    @Test
    void everyFilterAndSortUsesAnIndexAndPlansStayAsTheyAre() throws SQLException, IOException {
        List<String> shapes = new ArrayList<>();
        for (boolean past : List.of(false, true)) {
            for (Map.Entry<String, Filter> each : filters().entrySet()) {
                shapes.add(shape(each.getKey(), past, each.getValue(), page("slug")));
            }
            for (String sort : sorts()) {
                shapes.add(shape("sort=" + sort, past, new Filter(), page(sort)));
            }
        }
        assertThat(shapes).allSatisfy(shape -> assertThat(shape).doesNotContain("Seq Scan"));
        String all = String.join("\n", shapes) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, all);
        }
        assertThat(all).isEqualTo(Files.readString(GOLDEN));
    }

    /** Rare and frequent words, a name with a wrong letter, a phrase, words beside a filter, and what is being typed. */
    @Test
    void searchesAndSuggestionsUseTheIndexesOfWordsAndNames() {
        Map<String, String> plans = new LinkedHashMap<>();
        for (boolean past : List.of(false, true)) {
            for (String typed : List.of("outlet4321", "party 59", "type700 or type701", "\"party 55\"", "prty-59")) {
                search(past, typed, new Filter(), plans);
            }
            search(past, "type5", filter(term("supplier:party-55")), plans);
            suggest(past, "p", "BEGINS", plans);
            for (String step : List.of("BEGINS", "HAS", "ALIKE")) {
                suggest(past, "type70", step, plans);
            }
        }
        plans.forEach((name, plan) -> System.out.println("PlansIT: " + name + ": " + plan));
        assertThat(plans)
                .allSatisfy((name, plan) -> assertThat(plan)
                        .as(name)
                        .doesNotContain("Seq Scan")
                        .containsAnyOf("_search_idx", "_names_idx", "_begins_idx", "_terms_idx"));
    }

    private static void search(boolean past, String typed, Filter filter, Map<String, String> plans) {
        Searches.Question question = new Searches.Question(KINDS, typed, filter);
        // With an operator names are not compared; with a word of every name they would be compared with all.
        boolean alike = question.byLikeness() && !typed.equals("party 59");
        String text = Searches.text(question, past, new Searches.Wanted(alike, null, 51));
        plans.put(past + " search " + typed, plan(literal(text, Searches.values(question, PAST))));
    }

    private static void suggest(boolean past, String typed, String step, Map<String, String> plans) {
        Map<String, Object> values = Suggestions.values(new Suggestions.Asked(typed, KINDS, 10), PAST);
        String text = Suggestions.texts(past).get(step);
        plans.put(past + " suggest " + typed + " " + step, plan(literal(text, values)));
    }

    /** Which nodes a plan has, and how long it took. */
    private static String plan(String sql) {
        List<String> nodes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet plan =
                        statement.executeQuery("explain (analyze, costs off, timing off, buffers off) " + sql)) {
            while (plan.next()) {
                String line = plan.getString(1);
                if (line.matches("(?s) *-> .*|Execution.*") || nodes.isEmpty()) {
                    nodes.add(line.replaceFirst("^ *(-> +)?", ""));
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        return String.join(" > ", nodes);
    }

    private static String shape(String name, boolean past, Filter filter, Page page) throws SQLException {
        String sql = literal(page.select(filter, past, false), filter);
        List<String> nodes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain (costs off) " + sql)) {
            while (plan.next()) {
                String line = plan.getString(1);
                if (line.contains("->") || nodes.isEmpty()) {
                    nodes.add(line.replaceFirst("^ *(-> +)?", "").replaceAll(" on (listing|listing_span_\\w+) .*", ""));
                }
            }
        }
        return (past ? "then: " : "now: ") + name + ": " + String.join(" > ", nodes);
    }

    /** The statement with its parameters written out. */
    private static String literal(String sql, Filter filter) {
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.put("kind", "agreement");
        values.put("n", PAST);
        values.put("most", 51);
        return literal(sql, values);
    }

    static String literal(String sql, Map<String, Object> values) {
        return Pattern.compile("(?<!:):([a-z]\\w*)").matcher(sql).replaceAll(match -> {
            Object value = match.group(1).equals("most") ? 51 : values.get(match.group(1));
            String text = value instanceof Collection<?> terms
                    ? "array[" + terms.stream().map(t -> "'" + t + "'").collect(Collectors.joining(",")) + "]"
                    : value instanceof Number
                            ? value + "::bigint"
                            : "'" + value.toString().replace("'", "''") + "'";
            return java.util.regex.Matcher.quoteReplacement(text);
        });
    }
}
