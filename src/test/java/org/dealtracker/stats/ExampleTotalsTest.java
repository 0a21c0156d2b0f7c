package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Totals over four of the example deals, worked out by hand. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ExampleTotalsTest {
    /** In the titles of these deals, by which they are told from those of other tests, and at the end of all slugs. */
    private static final String WORD = "zzexample";

    private static boolean loaded;

    @BeforeEach
    void theExamples() throws IOException {
        if (loaded) {
            return;
        }
        loaded = true;
        String slugs = "";
        for (String bundle : List.of(
                "01-parties",
                "02-pakistan-laaf-2025",
                "03-china-indonesia-j-10-2025",
                "04-qatar-indonesia-mirage-2000-5-2023",
                "05-pakistan-turkiye-mfi-395-2017")) {
            String text = Files.readString(Path.of("src", "main", "resources", "examples", bundle + ".json"));
            JsonNode records = Bodies.value(text);
            slugs += "|" + String.join("|", records.findValuesAsText("slug"));
            ObjectNode own = (ObjectNode)
                    Bodies.value(text.replaceAll("\"(" + slugs.substring(1) + ")\"", "\"$1-" + WORD + "\""));
            own.path("agreements")
                    .forEach(deal ->
                            ((ObjectNode) deal).put("title", deal.get("title").asText() + " " + WORD));
            // Only one source may have the digest or the address, and another test may have loaded it.
            own.path("sources").forEach(each -> ((ObjectNode) each).remove(List.of("sha256", "url")));
            Api.post("/bundles", own.retain("citationDefaults", "parties", "sources", "agreements"))
                    .expect(201);
        }
    }

    private static JsonNode answer(String query) {
        return Api.get("/stats/agreements?q=" + WORD + "&" + query).expect(200).json();
    }

    /** Each row as "key basis currency: text, agreements, withoutValue", empty parts left out. */
    private static List<String> rows(String query) {
        JsonNode answer = answer(query);
        return StreamSupport.stream(answer.get("rows").spliterator(), false)
                .map(row -> {
                    StringBuilder text = new StringBuilder();
                    row.get("key")
                            .forEach(value -> text.append(value.asText().replace("-" + WORD, ""))
                                    .append(' '));
                    for (String member : List.of("basis", "currency")) {
                        if (!row.get(member).isNull()) {
                            text.append(row.get(member).asText()).append(' ');
                        }
                    }
                    return text + row.get("text").asText() + ", " + row.get("agreements") + ", "
                            + row.get("withoutValue");
                })
                .toList();
    }

    @Test
    void dealsAreCounted() {
        assertThat(rows("measure=count")).containsExactly("4, 4, 0");
        assertThat(rows("groupBy=supplier")).containsExactly("china 1, 1, 0", "pakistan 2, 2, 0", "qatar 1, 1, 0");
        assertThat(rows("groupBy=verification"))
                .containsExactly("party_confirmed 1, 1, 0", "single_origin 1, 1, 0", "unverified 2, 2, 0");
        assertThat(rows("groupBy=kind")).containsExactly("sale 3, 3, 0", "mixed 1, 1, 0");
        assertThat(rows("groupBy=stage"))
                .containsExactly("announced 1, 1, 0", "agreed 1, 1, 0", "completed 1, 1, 0", "cancelled 1, 1, 0");
        assertThat(rows("groupBy=year")).containsExactly("2017 1, 1, 0", "2023 1, 1, 0", "2025 2, 2, 0");
        assertThat(rows("groupBy=recipient,year"))
                .containsExactly(
                        "indonesia 2023 1, 1, 0",
                        "indonesia 2025 1, 1, 0",
                        "libyan-arab-armed-forces 2025 1, 1, 0",
                        "turkiye 2017 1, 1, 0");
    }

    @Test
    void onADayTheHistoriesSayWhereDealsStood() {
        // The Mirages were put on hold some day of January 2024.
        assertThat(rows("groupBy=stage&onDate=2024-01-15"))
                .containsExactly(
                        "announced 0..1, 1, 0",
                        "partially_delivered 1, 1, 0",
                        "suspended 0..1, 1, 0",
                        "unknown 2, 2, 0");
    }

    @Test
    void sumsAreAddedWithoutMixingBasesOrCurrencies() {
        // More than 4 bn and 4.6 bn compete, a "multi-billion" widens nothing, and 50 m are beside them.
        assertThat(rows("groupBy=supplier&measure=value"))
                .containsExactly(
                        "china ceiling USD >9000000000, 1, 0",
                        "pakistan package USD >4050000000, 2, 0",
                        "qatar package EUR 733000000, 1, 0");
        // The Mirages' 790 m dollars are their 733 m euros.
        assertThat(rows("measure=value"))
                .containsExactly(
                        "package EUR 733000000, 4, 3",
                        "package USD >4050000000, 4, 2",
                        "ceiling USD >9000000000, 4, 3");
    }

    @Test
    void whatIsContestedIsCountedWhereItMatters() {
        // The J-10's number, and on which day the Libyan deal was signed.
        assertThat(contested("measure=count&groupBy=supplier")).containsExactly("china 1", "pakistan 1", "qatar 0");
        assertThat(contested("measure=quantity&groupBy=supplier")).containsExactly("china 1", "pakistan 0", "qatar 0");
        assertThat(contested("measure=quantity&groupBy=year")).containsExactly("2017 0", "2023 0", "2025 2");
        assertThat(contested("measure=value&groupBy=supplier")).containsExactly("china 0", "pakistan 0", "qatar 0");
    }

    private static List<String> contested(String query) {
        return StreamSupport.stream(answer(query).get("rows").spliterator(), false)
                .map(row ->
                        row.get("key").elements().next().asText().replace("-" + WORD, "") + " " + row.get("contested"))
                .toList();
    }

    @Test
    void hardwareIsAddedByCategory() {
        // 16 JF-17, at least 42 or else 10 J-10, 12 Mirages; 12 and 52 trainers.
        assertThat(rows("groupBy=category&measure=quantity"))
                .containsExactly(
                        "combat_aircraft 38.., 3, 0",
                        "trainer_aircraft 64, 2, 0",
                        "aircraft_unspecified unknown, 1, 1",
                        "main_battle_tank unknown, 1, 1",
                        "artillery unknown, 1, 1",
                        "land_unspecified unknown, 1, 1",
                        "naval_unspecified unknown, 1, 1",
                        "training_equipment unknown, 1, 1",
                        "unspecified unknown, 1, 1");
        assertThat(rows("groupBy=category&groupBy=supplier&measure=quantity&recipient=ID"))
                .containsExactly("combat_aircraft china 10.., 1, 0", "combat_aircraft qatar 12, 1, 0");
    }

    @Test
    void filtersNarrowWhatIsAddedAsTheyNarrowTheList() {
        assertThat(rows("measure=value&supplier=PK&from=2020-01-01&date=signed"))
                .containsExactly("package USD >4000000000, 1, 0");
        assertThat(rows("measure=value&minValue=5000000000&certainty=possible"))
                .containsExactly("package USD >4000000000, 2, 1", "ceiling USD >9000000000, 2, 1");
        assertThat(rows("measure=value&minValue=5000000000&certainty=certain"))
                .containsExactly("ceiling USD >9000000000, 1, 0");
        assertThat(rows("kind=lease")).containsExactly("0, 0, 0");
        assertThat(rows("contested=true")).containsExactly("2, 2, 0");
        assertThat(rows("verification=single_origin&measure=value")).containsExactly("package USD 50000000, 1, 0");
        assertThat(rows("kind=lease&groupBy=supplier")).isEmpty();
    }

    @Test
    void rowsThatDoNotAddUpSaySo() {
        assertThat(answer("groupBy=category,year").get("overlapping").asBoolean())
                .isTrue();
        assertThat(answer("groupBy=stage,year").get("overlapping").asBoolean()).isFalse();
        assertThat(answer("groupBy=stage,year").get("total").asInt()).isEqualTo(4);
    }
}
