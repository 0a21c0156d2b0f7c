package org.dealtracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.Reader;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the page on charts and the dashboard ask, asked: each address is answered, each column is there and of the type
 * that the tool is told, and each query in SQL runs as the login that reads.
 */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ChartItTest {
    private static boolean loaded;

    @BeforeEach
    void aDealToBeCharted() {
        if (!loaded) {
            loaded = true;
            Fixtures.created("agreements", Fixtures.laafDeal());
            Fixtures.created("agreements", Fixtures.j10());
            Fixtures.created(
                    "agreements",
                    Bodies.with(
                            Bodies.with(Fixtures.laafDeal(), "/values/0/money/amount", "'10..20'"),
                            "/values/0/money/currency",
                            "'EUR'"));
            Fixtures.created("agreements", Bodies.json("{title: 'A deal \\u05d0 of <no> \"day\"'}"));
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src", "docs", "chart-it.md"));
    }

    private static JsonNode dashboard() throws IOException {
        return Bodies.value(Files.readString(Path.of("src", "clients", "grafana", "dashboard.json")));
    }

    private static Stream<MatchResult> found(String regex, String text) {
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).results();
    }

    /** The rows of an answer, each cell as text, null where there is nothing; of JSON those under the selector. */
    private static List<Map<String, String>> rows(String address, String selector) {
        Answer answer = Api.get(address).expect(200);
        List<Map<String, String>> rows = new ArrayList<>();
        if (answer.header("Content-Type").startsWith("text/csv")) {
            CsvReader.builder().ofNamedCsvRecord(answer.text()).stream()
                    .map(NamedCsvRecord::getFieldsAsMap)
                    .forEach(record -> {
                        Map<String, String> row = new LinkedHashMap<>(record);
                        row.replaceAll((column, cell) -> cell.isEmpty() ? null : cell);
                        rows.add(row);
                    });
        } else {
            answer.at("/" + selector).forEach(record -> {
                Map<String, String> row = new LinkedHashMap<>();
                record.properties()
                        .forEach(cell -> row.put(
                                cell.getKey(),
                                cell.getValue().isNull()
                                        ? null
                                        : cell.getValue().asText()));
                rows.add(row);
            });
        }
        assertThat(rows).as(address).isNotEmpty();
        return rows;
    }

    /** Every row has the column, some row has something in it, and whatever is in it is of the type. */
    private static void assertColumn(List<Map<String, String>> rows, String column, String type) {
        assertThat(rows).allSatisfy(row -> assertThat(row).containsKey(column));
        List<String> cells = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> cell != null)
                .toList();
        assertThat(cells).as(column).isNotEmpty();
        switch (type) {
            case "timestamp", "type date" -> cells.forEach(LocalDate::parse);
            case "number", "type number" -> cells.forEach(BigDecimal::new);
            case "Int64.Type" -> cells.forEach(Long::valueOf);
            case "string", "type text" -> {}
            default -> throw new AssertionError(column + " is said to be a " + type);
        }
    }

    /** As Grafana fills in its variables: the first of each choice, and the years that the dashboard shows. */
    private static String filledIn(String address, JsonNode dashboard) {
        String filled = address.replace("${__from:date:YYYY-MM-DD}", "2011-11-25")
                .replace("${__to:date:YYYY-MM-DD}", "2026-11-25");
        for (JsonNode variable : dashboard.at("/templating/list")) {
            String value = variable.get("query").asText().split(",")[0];
            filled = filled.replace("${" + variable.get("name").asText() + "}", value);
        }
        assertThat(filled).startsWith("http://localhost:8080/").doesNotContain("$");
        return filled.replace("http://localhost:8080", "");
    }

    @Test
    void everyPanelOfTheDashboardShowsWhatItSays() throws IOException, SQLException {
        JsonNode dashboard = dashboard();
        List<String> ways = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(panel.get("targets")).isNotEmpty();
            for (JsonNode target : panel.get("targets")) {
                if (target.has("rawSql")) {
                    ways.add("sql");
                    inSql(target.get("rawSql").asText());
                } else {
                    ways.add(target.get("type").asText());
                    byAddress(target, dashboard);
                }
            }
        }
        assertThat(ways).containsExactly("json", "csv", "sql");
    }

    private static void byAddress(JsonNode target, JsonNode dashboard) {
        String address = filledIn(target.get("url").asText(), dashboard);
        boolean csv = target.get("type").asText().equals("csv");
        assertThat(address.contains(".csv?")).isEqualTo(csv);
        List<Map<String, String>> rows =
                rows(address, target.get("root_selector").asText());
        assertThat(target.get("columns")).hasSizeGreaterThan(2);
        for (JsonNode column : target.get("columns")) {
            assertColumn(
                    rows, column.get("selector").asText(), column.get("type").asText());
        }
        if (!csv) {
            // What a time series needs: one row for each time, and numbers that are no texts.
            Answer answer = Api.get(address);
            assertThat(rows.stream().map(row -> row.get("start"))).doesNotHaveDuplicates();
            for (JsonNode row : answer.at("/rows")) {
                assertThat(row.get("lower").isNumber()).isTrue();
                assertThat(row.get("upper").isNumber()).isTrue();
            }
        }
    }

    private static void inSql(String sql) throws SQLException {
        String filled = sql.replaceAll(
                "\\$__timeFilter\\(([a-z_]+)\\)", "$1 between '2011-11-25T00:00:00Z' and '2026-11-25T00:00:00Z'");
        assertThat(filled).doesNotContain("$");
        List<Map<String, Object>> rows = Reader.rows(filled);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("time")).isInstanceOf(java.util.Date.class);
            assertThat(row.get("metric")).isInstanceOf(String.class);
            assertThat(row.get("deals")).isInstanceOf(Number.class);
        });
    }

    @Test
    void aDataSourceOfAPanelIsOneThatTheImportAsksFor() throws IOException {
        JsonNode dashboard = dashboard();
        List<String> asked = StreamSupport.stream(dashboard.get("__inputs").spliterator(), false)
                .map(input -> "${" + input.get("name").asText() + "} "
                        + input.get("pluginId").asText())
                .toList();
        List<JsonNode> used = dashboard.get("panels").findValues("datasource");
        assertThat(used).hasSizeGreaterThan(5);
        assertThat(used)
                .allSatisfy(source -> assertThat(source.get("uid").asText() + " "
                                + source.get("type").asText())
                        .isIn(asked));
    }

    @Test
    void everyAddressOnThePageIsAnsweredWithRows() throws IOException {
        List<String> addresses = new ArrayList<>();
        found("(?:http://localhost:8080/api/v1|\\$B)(/[^\"\\s]+)", page())
                .forEach(match -> addresses.add(match.group(1)));
        assertThat(addresses).hasSizeGreaterThan(7);
        for (String address : addresses) {
            Answer answer = Api.get(address).expect(200);
            assertThat(answer.header("Content-Type"))
                    .as(address)
                    .startsWith(address.contains(".csv") ? "text/csv" : "application/json");
        }
        assertThat(addresses.stream().map(each -> each.replaceFirst("\\?.*", "")))
                .contains("/stats/timeseries", "/stats/timeseries.csv", "/stats/agreements.csv");
    }

    @Test
    void theColumnsThatPowerQueryIsToldAreThere() throws IOException {
        String script = found("```text\nlet\n(.*?)```", page())
                .findFirst()
                .orElseThrow()
                .group(1);
        String address = found("http://localhost:8080([^\"]+)", script)
                .findFirst()
                .orElseThrow()
                .group(1);
        List<Map<String, String>> rows = rows(address, "");
        List<MatchResult> columns =
                found("\\{\"(\\w+)\", ([\\w.]+(?: \\w+)?)\\}", script).toList();
        assertThat(columns.stream().map(column -> column.group(1)))
                .containsExactlyElementsOf(rows.get(0).keySet());
        columns.forEach(column -> assertColumn(rows, column.group(1), column.group(2)));
    }

    @Test
    void theColumnsThatGrafanaIsToldAreThere() throws IOException {
        List<MatchResult> columns =
                found("\\| `(\\w+)` \\| (timestamp|number|string) \\|", page()).toList();
        assertThat(columns).hasSize(3);
        List<Map<String, String>> rows = rows("/api/v1/stats/timeseries", "rows");
        columns.forEach(column -> assertColumn(rows, column.group(1), column.group(2)));
    }

    @Test
    void theRowThatIsShownHasTheMembersOfOne() throws IOException {
        JsonNode shown = Bodies.value(
                found("```json\n(.*?)```", page()).findFirst().orElseThrow().group(1));
        JsonNode row = Api.get("/stats/timeseries?bucket=quarter&measure=value").at("/rows/0");
        assertThat(shown.fieldNames()).toIterable().containsExactlyElementsOf(row::fieldNames);
    }

    @Test
    void everyQueryOnThePageRunsAndEveryViewIsOnIt() throws IOException, SQLException {
        List<String> queries =
                found("```sql\n(.*?)```", page()).map(match -> match.group(1)).toList();
        assertThat(queries).hasSize(3);
        for (String query : queries) {
            assertThat(Reader.rows(query)).as(query).isNotEmpty();
        }
        String page = page();
        for (Map<String, Object> view :
                Reader.rows("select table_name from information_schema.views where table_schema = 'register'")) {
            assertThat(page).contains("`" + view.get("table_name") + "`");
        }
    }
}
