package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.Reader;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views for tools that speak SQL, as their login sees them: what the API says of a record, and nothing else. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class SqlViewsTest {
    private static final String AWKWARD = "\\u202e\\u05d0\\u05dc <b>&\\u0027\\u0022$1 \\ud83d\\ude80";

    private static String source() {
        return Fixtures.created("sources", Fixtures.source());
    }

    /** A deal with claims of every kind, some of which compete, replace others or are open. */
    private static Answer deal() {
        String source = source();
        String cited = "citations: [{source: '" + source
                + "', locator: 'p. 4', reportedAs: '16 to 20', hedges: [{phrase: 'may', marker: 'subject_to_change'}]}]";
        String old = "01980000-0000-7000-8000-0000000000ab";
        String body = """
                {title: 'TITLE', kind: 'sale', summary: 'x',
                 parties: [{party: 'PARTY', role: 'supplier', CITED}],
                 items: [{line: 'jets', designation: 'TITLE', category: 'combat_aircraft', count: '16', CITED},
                         {line: 'jets', designation: 'J', category: 'combat_aircraft', count: '20..24', CITED},
                         {designation: 'K', count: '>200', deliveryPeriod: '2026/..', CITED}],
                 deliveries: [{line: 'jets', quantity: '~4', asAt: '2025-06', CITED}],
                 values: [{id: 'OLD', basis: 'package', money: {amount: '0.50', currency: 'USD'}, CITED},
                          {basis: 'package', money: {amount: 'multi-billion', currency: 'EUR'}, covers: ['jets'], CITED},
                          {basis: 'package', money: {amount: '>99999999999999', currency: 'USD'}, asAt: '2025',
                           replaces: ['OLD'], CITED}],
                 commitments: [{type: 'training', due: '2027-33', CITED}],
                 dates: [{event: 'signed', when: '[2025-07-17,2025-07-18]', CITED},
                         {event: 'expires', when: '2030/..', CITED}, {event: 'paid', when: 'unknown', CITED}],
                 terms: [{type: 'duration', text: 'TITLE', period: '2026/2028', CITED}],
                 positions: [{party: 'PARTY', stance: 'confirms', about: 'deal', when: '2025-12-22', CITED}],
                 citations: [{source: 'SOURCE'}]}""".replace("TITLE", AWKWARD)
                .replace("PARTY", Fixtures.pakistan())
                .replace("OLD", old)
                .replace("SOURCE", source)
                .replace("CITED", cited);
        String slug = Fixtures.created("agreements", Bodies.json(body));
        Api.postTo(
                        "/agreements/" + slug + "/status-history",
                        "\"r1\"",
                        Bodies.json("{to: 'agreed', effective: '2025-12-XX', reason: 'So.', " + cited + "}"))
                .expect(201);
        return Api.get("/agreements/" + slug).expect(200);
    }

    private static List<Map<String, Object>> of(String view, Answer deal) throws SQLException {
        return Reader.rows("select * from register." + view + " where agreement = ?", deal.textAt("/slug"));
    }

    @Test
    void everyViewCanBeReadSaysWhatItIsAndHasColumnsOfATypeThatToolsKnow() throws SQLException {
        deal();
        List<Map<String, Object>> views = Reader.rows(
                "select c.relname, obj_description(c.oid) as says from pg_class c join pg_namespace n on n.oid ="
                        + " c.relnamespace where n.nspname = 'register' order by 1");
        assertThat(views)
                .extracting(view -> view.get("relname"))
                .contains("agreements", "items", "sums", "citations", "changes")
                .hasSize(17);
        for (Map<String, Object> view : views) {
            assertThat((String) view.get("says")).as("%s", view).isNotBlank();
            Reader.rows("select * from register." + view.get("relname"));
        }
        assertThat(Reader.rows(
                        "select distinct data_type from information_schema.columns where table_schema = 'register'"))
                .extracting(type -> type.get("data_type"))
                .containsOnly(
                        "text",
                        "uuid",
                        "date",
                        "timestamp with time zone",
                        "boolean",
                        "numeric",
                        "integer",
                        "bigint",
                        "double precision",
                        "ARRAY");
    }

    @ParameterizedTest
    @CsvSource({
        "agreement_parties, parties",
        "items, items",
        "deliveries, deliveries",
        "sums, values",
        "commitments, commitments",
        "dates, dates",
        "terms, terms",
        "positions, positions",
    })
    void claimsAreThoseOfTheDealWithTheirBounds(String view, String collection) throws SQLException {
        Answer deal = deal();
        List<Map<String, Object>> rows = of(view, deal);
        JsonNode claims = deal.at("/" + collection);
        assertThat(claims).isNotEmpty();
        assertThat(rows).hasSize(claims.size());
        for (JsonNode claim : claims) {
            Map<String, Object> row = rows.stream()
                    .filter(each -> each.get("claim_id")
                            .toString()
                            .equals(claim.get("id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.get("line")).isEqualTo(claim.get("line").asText());
            assertThat(row.get("rank")).isEqualTo(claim.get("rank").asText());
            assertThat(((java.sql.Timestamp) row.get("recorded_at")).toInstant())
                    .isEqualTo(OffsetDateTime.parse(claim.get("recordedAt").asText())
                            .toInstant());
            assertThat(row.get("contested"))
                    .isEqualTo(deal.at("/headline/contestedLines")
                            .toString()
                            .contains("\"" + claim.get("line").asText() + "\""));
            claim.properties().forEach(member -> {
                if (member.getValue().has("earliest") || member.getValue().has("lower")) {
                    bounds(row, member.getKey(), member.getValue());
                }
            });
            if (claim.has("money")) {
                bounds(row, "amount", claim.at("/money/amount"));
                assertThat(row.get("currency"))
                        .isEqualTo(claim.at("/money/currency").asText());
            }
        }
    }

    /** A value in doubt under its name in a body, in three columns of its name in SQL. */
    private static void bounds(Map<String, Object> row, String member, JsonNode value) {
        String column = member.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        boolean day = value.has("edtf");
        String name = column.equals("when") ? (row.containsKey("edtf") ? "edtf" : "said") : column;
        String stem = name.equals("edtf") ? "" : name + "_";
        assertThat(row.get(name))
                .as(name)
                .isEqualTo(value.get(day ? "edtf" : "text").asText());
        for (String end : day ? List.of("earliest", "latest") : List.of("lower", "upper")) {
            Object bound = row.get(stem + end);
            JsonNode said = value.get(end);
            if (said.isNull()) {
                assertThat(bound).as(stem + end).isNull();
            } else if (day) {
                assertThat(((java.sql.Date) bound).toLocalDate()).isEqualTo(LocalDate.parse(said.asText()));
            } else {
                assertThat((BigDecimal) bound).isEqualByComparingTo(said.decimalValue());
            }
        }
    }

    @Test
    void aDealIsOneRowOfWhatIsDerivedOfIt() throws SQLException {
        Answer deal = deal();
        List<Map<String, Object>> rows =
                Reader.rows("select * from register.agreements where slug = ?", deal.textAt("/slug"));
        assertThat(rows).hasSize(1);
        Map<String, Object> row = rows.get(0);
        assertThat(row.get("id")).hasToString(deal.textAt("/id"));
        assertThat(row.get("title")).isEqualTo(deal.textAt("/title"));
        assertThat(row.get("stage")).isEqualTo("agreed");
        assertThat(row.get("stage_since")).isEqualTo("2025-12-XX");
        assertThat(row.get("stage_since_earliest")).hasToString("2025-12-01");
        assertThat(row.get("stage_since_latest")).hasToString("2025-12-31");
        assertThat(row.get("existence")).isEqualTo(deal.textAt("/headline/verification/existence/code"));
        assertThat(row.get("figures")).isEqualTo(deal.textAt("/headline/verification/figures/code"));
        assertThat(row.get("independent_origins"))
                .isEqualTo(deal.at("/headline/independentOrigins").asInt());
        assertThat(row.get("contested")).isEqualTo(true);
        assertThat(row.get("hedged")).isEqualTo(true);
        assertThat(row.get("first_day")).hasToString("2025-07-17");
        // One of its dates has no end.
        assertThat(row.get("last_day")).isNull();
        assertThat(row.get("revision")).isEqualTo(2);
        assertThat(((java.sql.Timestamp) row.get("updated_at")).toInstant())
                .isEqualTo(OffsetDateTime.parse(deal.textAt("/updatedAt")).toInstant());
    }

    @Test
    void theLastDayIsTheLastThatADateMayTouch() throws SQLException {
        String source = source();
        String slug = Fixtures.created(
                "agreements",
                Bodies.json(
                        "{title: 'A deal with days', dates: [{event: 'signed', when: '2024-02', citations: [{source:"
                                + " '%s'}]}, {event: 'paid', when: '[2024-05-01,2026-05-02]', citations: [{source:"
                                + " '%s'}]}]}",
                        source, source));
        Map<String, Object> row = Reader.rows(
                        "select first_day, last_day from register.agreements where slug = ?", slug)
                .get(0);
        assertThat(row.get("first_day")).hasToString("2024-02-01");
        assertThat(row.get("last_day")).hasToString("2026-05-02");
    }

    @Test
    void whatAnAmendmentReplacedSaysSo() throws SQLException {
        Answer deal = deal();
        assertThat(of("sums", deal))
                .filteredOn(row -> row.get("replaced").equals(true))
                .extracting(row -> row.get("amount"))
                .containsExactly("0.5");
        assertThat(of("sums", deal))
                .filteredOn(row -> row.get("order_of_magnitude").equals(true))
                .extracting(row -> row.get("currency"))
                .containsExactly("EUR");
    }

    @Test
    void everyCitationHasARow() throws SQLException {
        Answer deal = deal();
        List<Map<String, Object>> rows = of("citations", deal);
        int cited = deal.json().findValues("citations").stream()
                .mapToInt(JsonNode::size)
                .sum();
        assertThat(rows).hasSize(cited).hasSize(16);
        assertThat(rows)
                .filteredOn(row -> row.get("claim_id") == null)
                .singleElement()
                .satisfies(row -> assertThat(row.get("cites")).isEqualTo("agreement"));
        assertThat(rows)
                .filteredOn(row -> row.get("cites").equals("statusHistory"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("claim_id")).hasToString(deal.textAt("/statusHistory/0/id"));
                    assertThat(row.get("locator")).isEqualTo("p. 4");
                    assertThat(row.get("reported_as")).isEqualTo("16 to 20");
                    assertThat(row.get("stance")).isEqualTo("supports");
                    assertThat(row.get("hedged")).isEqualTo(true);
                });
        List<Map<String, Object>> events = of("status_events", deal);
        assertThat(events).singleElement().satisfies(row -> {
            assertThat(row.get("to_stage")).isEqualTo("agreed");
            assertThat(row.get("from_stage")).isEqualTo("unknown");
            assertThat(row.get("n")).isEqualTo(deal.at("/statusHistory/0/n").asLong());
            assertThat(row.get("superseded")).isEqualTo(false);
        });
    }

    @Test
    void whatWasDeletedOrMergedIsGoneButForItsChanges() throws SQLException {
        Answer deal = deal();
        String slug = deal.textAt("/slug");
        Api.delete("/agreements/" + slug, deal.etag(), "Entered by mistake.").expect(204);
        for (String view : List.of("items", "sums", "dates", "citations", "status_events")) {
            assertThat(of(view, deal)).as(view).isEmpty();
        }
        assertThat(Reader.rows("select 1 from register.agreements where slug = ?", slug))
                .isEmpty();
        List<Map<String, Object>> changes =
                Reader.rows("select * from register.changes where slug = ? order by n", slug);
        assertThat(changes)
                .extracting(row -> row.get("op"))
                .startsWith("created")
                .endsWith("deleted");
        assertThat(changes.get(changes.size() - 1).get("reason")).isEqualTo("Entered by mistake.");
        assertThat(changes.get(0)).doesNotContainKeys("document", "salt", "hash", "payload_hash");
        String one = Fixtures.created("parties", Fixtures.party());
        String other = Fixtures.created("parties", Fixtures.party());
        Api.postTo(
                        "/parties/" + one + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", other))
                .expect(200);
        assertThat(Reader.rows("select slug from register.parties where slug in (?, ?)", one, other))
                .extracting(row -> row.get("slug"))
                .containsExactly(other);
        JsonNode left = Api.get("/parties?total=exact&limit=1").at("/total");
        assertThat(Reader.rows("select count(*) from register.parties").get(0).get("count"))
                .isEqualTo(left.asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "agreements, agreements",
        "parties, parties",
        "sources, sources",
        "engagements, engagements",
        "assessments, assessments",
        "restrictions, restrictions"
    })
    void thereAreAsManyAsTheListHas(String view, String list) throws SQLException {
        deal();
        assertThat(Reader.rows("select count(*) from register." + view).get(0).get("count"))
                .isEqualTo(Api.get("/" + list + "?total=exact&limit=1")
                        .at("/total")
                        .asLong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from log",
                "select salt from public.log",
                "select * from log_head",
                "select * from record",
                "select * from listing",
                "select * from access_key",
                "select * from access_secret",
                "select * from replay",
                "select * from live_document",
                "select * from live_claim",
                "insert into register.changes (n) values (1)",
                "delete from register.changes",
                "update register.changes set reason = 'x'",
                "insert into register.agreements (slug) values ('x')",
                "create view register.mine as select 1",
                "create table register.mine (a int)",
                "create table public.mine (a int)",
                "drop view register.changes",
            })
    void itReadsTheViewsAndNothingElse(String sql) {
        assertThatThrownBy(() -> Reader.login().execute("set default_transaction_read_only = off", sql))
                .isInstanceOf(SQLException.class)
                .satisfies(refused -> assertThat(((SQLException) refused).getSQLState())
                        .as(refused.getMessage())
                        .isIn("42501", "55000"));
    }
}
