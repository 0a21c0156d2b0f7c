package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.uncertain.Certainty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every filter, alone and two together, against a slow scan of the documents, in a register of random deals, now and at
 * random past moments. The deals have a word in their titles by which they are told from those of other tests.
 */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class AgreementFiltersTest {
    private static final int DEALS = 30;
    private static final int CHANGES = 60;
    private static final int QUESTIONS = 120;
    private static final String WORD = "zzrandom";

    private static final List<String> STAGES = List.of("rumoured", "announced", "agreed", "partially_delivered");
    private static final List<String> CATEGORIES = List.of("combat_aircraft", "trainer_aircraft", "unspecified");
    private static final List<String> COUNTS =
            List.of("16", "12", "16..20", "42..", "..10", ">20", "<15", "~20", "24?", "0", "unknown");
    private static final List<String> AMOUNTS = List.of(
            "1000000",
            "4600000000",
            ">4000000000",
            "..2000000",
            "~1500000",
            "multi-million",
            "multi-billion",
            "unknown");
    private static final List<String> DAYS = List.of(
            "2024",
            "2024-12",
            "2024-11-05",
            "2025-01-15?",
            "2024-12/2025-02",
            "2025/..",
            "[2024-10-01..2024-10-09]",
            "[2024-10-01,2025-03-01]",
            "2025-33",
            "unknown");

    private static final Random RANDOM = new Random(20261124);
    private static final List<String> SLUGS = new ArrayList<>();
    private static final List<Long> MOMENTS = new ArrayList<>();
    private static List<String> parties;
    private static String source;
    private static String other;

    /** A question: the query that asks it and what it means. */
    private record Question(String query, Predicate<JsonNode> meaning) {
        Question and(Question second) {
            return new Question(query + "&" + second.query, meaning.and(second.meaning));
        }
    }

    @BeforeEach
    void aRegister() {
        if (!SLUGS.isEmpty()) {
            return;
        }
        source = Fixtures.created("sources", Fixtures.source());
        other = Fixtures.created("sources", Fixtures.source());
        String whole = party("{name: 'Whole', kind: 'state', country: 'FJ'}");
        String branch = party(
                "{name: 'Branch', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of', %s}]}",
                whole, cited());
        String twig = party(
                "{name: 'Twig', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of', %s}]}",
                branch, cited());
        String member = party(
                "{name: 'Member', kind: 'state', affiliations: [{party: '%s', kind: 'member_of', %s}]}",
                whole, cited());
        parties = List.of(whole, branch, twig, member, party("{name: 'Stranger', kind: 'company'}"));
        MOMENTS.add(Api.head());
        for (int i = 0; i < DEALS; i++) {
            SLUGS.add(Api.post("/agreements", deal()).expect(201).textAt("/slug"));
            MOMENTS.add(Api.head());
        }
        for (int i = 0; i < CHANGES; i++) {
            change(any(SLUGS));
            MOMENTS.add(Api.head());
        }
        // A party that belongs to another from now on only.
        Api.patch(
                        "/parties/" + parties.get(4),
                        "\"r1\"",
                        Bodies.json("{affiliations: [{party: '%s', kind: 'subsidiary_of', %s}]}", whole, cited()))
                .expect(200);
        MOMENTS.add(Api.head());
    }

    private static String party(String body, Object... arguments) {
        return Fixtures.created("parties", Bodies.json(body, arguments));
    }

    private static <T> T any(List<T> of) {
        return of.get(RANDOM.nextInt(of.size()));
    }

    private static String cited() {
        return "citations: [{source: '" + (RANDOM.nextInt(4) == 0 ? other : source) + "'}]";
    }

    private static ObjectNode deal() {
        ObjectNode deal = Bodies.json(
                "{title: '%s %s', kind: '%s'}", WORD, any(List.of("north", "south")), any(List.of("sale", "loan")));
        for (String collection : List.of("parties", "items", "values", "dates", "commitments")) {
            ArrayNode claims = deal.putArray(collection);
            for (int i = RANDOM.nextInt(3); i >= 0; i--) {
                claims.add(claim(collection));
            }
        }
        if (RANDOM.nextBoolean()) {
            deal.putArray("statusHistory").add(event());
        }
        return deal;
    }

    private static ObjectNode claim(String collection) {
        String says = switch (collection) {
            case "parties" ->
                "party: '%s', role: '%s'".formatted(any(parties), any(List.of("supplier", "recipient", "financier")));
            case "items" ->
                "line: '%s', designation: '%s', category: '%s', count: '%s'"
                        .formatted(
                                any(List.of("one", "two")),
                                any(List.of("JF-17", "JF-17 Block III", "K-8")),
                                any(CATEGORIES),
                                any(COUNTS));
            case "values" ->
                "basis: '%s', money: {amount: '%s'%s}"
                        .formatted(
                                any(List.of("package", "paid")),
                                any(AMOUNTS),
                                any(List.of(", currency: 'USD'", ", currency: 'EUR'", "")));
            case "dates" -> "event: '%s', when: '%s'".formatted(any(List.of("signed", "ordered")), any(DAYS));
            default -> "type: 'training', reviewBy: '" + any(DAYS) + "'";
        };
        int dice = RANDOM.nextInt(8);
        String rank = dice == 0
                ? ", rank: 'preferred', rankReason: 'Better.'"
                : dice == 1 ? ", rank: 'deprecated', rankReason: 'Worse.'" : "";
        return Bodies.json("{" + says + rank + ", " + cited() + "}");
    }

    private static ObjectNode event() {
        return Bodies.json(
                "{to: '%s', effective: '%s', changeType: 'reassessment', reason: 'So it looks.', %s}",
                any(STAGES), any(List.of("2024-11", "2024-12-24", "2025-02", "2025-01/2025-03")), cited());
    }

    private static void change(String slug) {
        String path = "/agreements/" + slug;
        Answer read = Api.get(path).expect(200);
        if (RANDOM.nextInt(3) == 0) {
            Api.postTo(path + "/status-history", read.etag(), event()).expect(201);
            return;
        }
        String collection = any(List.of("parties", "items", "values", "dates", "commitments"));
        JsonNode claims = read.json().get(collection);
        if (RANDOM.nextBoolean() || claims.isEmpty()) {
            Api.postTo(path + "/" + collection, read.etag(), claim(collection)).expect(201);
        } else {
            String id = claims.get(RANDOM.nextInt(claims.size())).get("id").asText();
            Api.delete(path + "/" + collection + "/" + id, read.etag(), "Misread.")
                    .expect(204);
        }
    }

    private static Question question(SlowScan scan) {
        return switch (RANDOM.nextInt(13)) {
            case 0 -> participant("supplier", Set.of("supplier"), scan);
            case 1 -> participant("recipient", Set.of("recipient"), scan);
            case 2 -> participant("party", Set.of(), scan);
            case 3 -> participant("role=financier&party", Set.of("financier"), scan);
            case 4 -> coded("kind", any(List.of("sale", "loan")), "/kind");
            case 5 -> coded("stage", any(STAGES), "/headline/stage");
            case 6 -> {
                String code = any(CATEGORIES);
                yield new Question("category=" + code, claimed("items", "/category", code));
            }
            case 7 -> {
                String name = any(List.of("JF-17", "jf17", "JF-17 Block III", "K-8", "k"));
                String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
                yield new Question(
                        "designation=" + name.replace(" ", "%20"),
                        deal -> SlowScan.standing(deal, "items").stream()
                                .anyMatch(
                                        claim -> begins(claim.get("designation").asText(), plain)));
            }
            case 8 -> {
                String slug = any(List.of(source, other));
                yield new Question(
                        "source=" + slug,
                        deal -> deal.findValuesAsText("source").contains(slug));
            }
            case 9 -> counts(scan);
            case 10 -> values(scan);
            case 11 -> dates(scan);
            default -> {
                LocalDate day = day();
                yield new Question("reviewDueBefore=" + day, deal -> scan.reviewDueBefore(deal, day));
            }
        };
    }

    private static boolean begins(String designation, String plain) {
        StringBuilder beginning = new StringBuilder();
        for (String word : designation.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+")) {
            if (beginning.append(word).toString().equals(plain)) {
                return true;
            }
        }
        return false;
    }

    private static Question participant(String parameter, Set<String> roles, SlowScan scan) {
        String wanted = RANDOM.nextInt(4) == 0 ? "FJ" : any(parties);
        boolean affiliates = RANDOM.nextInt(3) > 0;
        return new Question(
                parameter + "=" + wanted + (affiliates ? "" : "&affiliates=false"),
                deal -> scan.party(deal, roles, wanted, affiliates));
    }

    private static Question coded(String parameter, String code, String pointer) {
        return new Question(
                parameter + "=" + code, deal -> deal.at(pointer).asText().equals(code));
    }

    private static Predicate<JsonNode> claimed(String collection, String pointer, String code) {
        return deal -> SlowScan.standing(deal, collection).stream()
                .anyMatch(claim -> claim.at(pointer).asText().equals(code));
    }

    private static Question counts(SlowScan scan) {
        BigDecimal min = RANDOM.nextInt(3) == 0 ? null : BigDecimal.valueOf(RANDOM.nextInt(45));
        BigDecimal max = min == null || RANDOM.nextBoolean()
                ? BigDecimal.valueOf((min == null ? 0 : min.intValue()) + RANDOM.nextInt(10))
                : null;
        String category = RANDOM.nextInt(3) == 0 ? any(CATEGORIES) : null;
        Predicate<JsonNode> also = category == null ? deal -> true : claimed("items", "/category", category);
        return new Question(
                bounds("minCount", min, "maxCount", max) + (category == null ? "" : "&category=" + category),
                also.and(deal -> scan.count(deal, category, min, max)));
    }

    private static Question values(SlowScan scan) {
        List<BigDecimal> sums = List.of(
                new BigDecimal("1000000"),
                new BigDecimal("1600000"),
                new BigDecimal("2000000000"),
                new BigDecimal("4000000000"));
        BigDecimal min = RANDOM.nextInt(3) == 0 ? null : any(sums);
        BigDecimal max = min == null ? any(sums) : RANDOM.nextBoolean() ? min.multiply(BigDecimal.TEN) : null;
        String currency = RANDOM.nextBoolean() ? any(List.of("USD", "EUR")) : null;
        String basis = RANDOM.nextInt(3) == 0 ? any(List.of("package", "paid")) : null;
        Predicate<JsonNode> also = currency == null ? deal -> true : claimed("values", "/money/currency", currency);
        Predicate<JsonNode> based = basis == null ? deal -> true : claimed("values", "/basis", basis);
        return new Question(
                bounds("minValue", min, "maxValue", max)
                        + (currency == null ? "" : "&currency=" + currency)
                        + (basis == null ? "" : "&basis=" + basis),
                also.and(based).and(deal -> scan.value(deal, basis, currency, min, max)));
    }

    private static String bounds(String least, BigDecimal min, String most, BigDecimal max) {
        return (min == null ? "" : least + "=" + min.toPlainString())
                + (min == null || max == null ? "" : "&")
                + (max == null ? "" : most + "=" + max.toPlainString());
    }

    private static LocalDate day() {
        return LocalDate.of(2024, 9, 1).plusDays(RANDOM.nextInt(250));
    }

    private static Question dates(SlowScan scan) {
        LocalDate from = RANDOM.nextInt(3) == 0 ? null : day();
        LocalDate to = from == null || RANDOM.nextBoolean()
                ? (from == null ? day() : from.plusDays(RANDOM.nextInt(60)))
                : null;
        String event = RANDOM.nextBoolean() ? any(List.of("signed", "ordered", "any")) : null;
        String query = (from == null ? "" : "from=" + from)
                + (from == null || to == null ? "" : "&")
                + (to == null ? "" : "to=" + to)
                + (event == null ? "" : "&date=" + event);
        return new Question(query, deal -> scan.date(deal, "any".equals(event) ? null : event, from, to));
    }

    @ParameterizedTest
    @EnumSource(Certainty.class)
    void aFilterFindsWhatASlowScanFinds(Certainty certainty) {
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Long moment = RANDOM.nextInt(3) == 0 ? null : any(MOMENTS);
            SlowScan scan = new SlowScan(certainty, read("/parties/", parties, moment));
            Question question = question(scan);
            if (RANDOM.nextInt(3) == 0) {
                Question second = question(scan);
                // The same parameter twice would mean either of them.
                question = shares(question.query, second.query) ? question : question.and(second);
            }
            Set<String> expected = new TreeSet<>();
            Predicate<JsonNode> meaning = question.meaning;
            read("/agreements/", SLUGS, moment).forEach((slug, deal) -> {
                if (meaning.test(deal)) {
                    expected.add(slug);
                }
            });
            String query = question.query + "&certainty=" + certainty.code() + "&q=" + WORD
                    + (moment == null ? "" : "&asOfSeq=" + moment);
            assertThat(pages(query)).as(query).containsExactlyElementsOf(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(QUESTIONS);
    }

    /** Whether two questions have a parameter in common, or one that narrows what another one asks. */
    private static boolean shares(String one, String other) {
        return Stream.of(
                                "supplier=",
                                "recipient=",
                                "party=",
                                "kind=",
                                "stage=",
                                "designation=",
                                "source=",
                                "Count=",
                                "Value=")
                        .anyMatch(name -> one.contains(name) && other.contains(name))
                || Stream.of(
                                "role=",
                                "category=",
                                "basis=",
                                "currency=",
                                "affiliates=",
                                "date=",
                                "from=",
                                "to=",
                                "review")
                        .anyMatch(name -> one.contains(name) || other.contains(name));
    }

    private static final Map<String, Map<String, JsonNode>> READ = new HashMap<>();

    /** What the register had recorded of some records; as of a moment it is read but once. */
    private static Map<String, JsonNode> read(String path, List<String> slugs, Long moment) {
        return moment == null
                ? readNow(path, slugs, null)
                : READ.computeIfAbsent(path + moment, key -> readNow(path, slugs, moment));
    }

    private static Map<String, JsonNode> readNow(String path, List<String> slugs, Long moment) {
        Map<String, JsonNode> documents = new HashMap<>();
        for (String slug : slugs) {
            Answer answer = Api.get(path + slug + (moment == null ? "" : "?asOfSeq=" + moment));
            if (answer.status() == 200) {
                documents.put(slug, answer.json());
            }
        }
        return documents;
    }

    /** The slugs that a list has over all its pages, in its order. */
    private static List<String> pages(String query) {
        List<String> slugs = new ArrayList<>();
        String next = "/agreements?limit=7&" + query;
        int total = -1;
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            page.at("/items").forEach(item -> slugs.add(item.get("slug").asText()));
            total = page.at("/total").asInt();
            next = page.at("/next").isNull() ? null : page.at("/next").asText();
        }
        assertThat(slugs).as(query).hasSize(total);
        return slugs;
    }

    @Test
    void everySortShowsEachRecordOnceAndWhatHasNoKeyLast() {
        List<String> sorts = List.of(
                "title",
                "-title",
                "createdAt",
                "-updatedAt",
                "stage",
                "date",
                "-date",
                "value",
                "-value",
                "stage,-date",
                "-value,title");
        for (String sort : sorts) {
            assertThat(pages("q=" + WORD + "&sort=" + sort)).as(sort).containsExactlyInAnyOrderElementsOf(SLUGS);
        }
        List<Integer> stages = new ArrayList<>();
        Api.get("/agreements?limit=500&sort=-stage&q=" + WORD)
                .at("/items")
                .forEach(item -> stages.add(
                        Stage.valueOf(item.at("/headline/stage").asText().toUpperCase(java.util.Locale.ROOT))
                                .ordinal()));
        assertThat(stages).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        for (String sort : List.of("value", "-value")) {
            List<Boolean> missing = new ArrayList<>();
            Api.get("/agreements?limit=500&sort=" + sort + "&q=" + WORD)
                    .at("/items")
                    .forEach(item -> missing.add(item.at("/headline/values").findValues("highestReported").stream()
                            .allMatch(JsonNode::isNull)));
            assertThat(missing).as(sort).isSorted();
        }
    }

    @Test
    void theStageOfADayIsWhatItsFilterFinds() {
        for (int i = 0; i < 40; i++) {
            LocalDate day = day();
            String stage = any(STAGES);
            Set<String> expected = new TreeSet<>();
            for (String slug : SLUGS) {
                if (Api.get("/agreements/" + slug + "?onDate=" + day)
                        .textAt("/headline/stage")
                        .equals(stage)) {
                    expected.add(slug);
                }
            }
            assertThat(pages("q=" + WORD + "&stage=" + stage + "&onDate=" + day))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void facetsCountWhatTheFilterFinds() {
        JsonNode facets = Api.get("/agreements?q=" + WORD + "&facets=kind,supplier&limit=1")
                .expect(200)
                .at("/facets");
        for (JsonNode kind : facets.get("kind")) {
            assertThat(kind.get("count").asInt())
                    .isEqualTo(pages("q=" + WORD + "&kind=" + kind.get("value").asText())
                            .size());
        }
        assertThat(facets.get("supplier")).isNotEmpty();
        for (JsonNode supplier : facets.get("supplier")) {
            String query = "q=" + WORD + "&affiliates=false&supplier="
                    + supplier.get("value").asText();
            assertThat(supplier.get("count").asInt()).isEqualTo(pages(query).size());
        }
    }

    @Test
    void fieldsThinAndClaimsCanBeBroughtAlong() {
        JsonNode thin = Api.get("/agreements?limit=1&q=" + WORD + "&fields=slug,headline.stage")
                .expect(200)
                .at("/items/0");
        assertThat(thin.properties()).hasSize(2);
        assertThat(thin.get("headline").properties()).hasSize(1);
        JsonNode whole = Api.get("/agreements?limit=1&q=" + WORD + "&expand=claims")
                .expect(200)
                .at("/items/0");
        assertThat(whole)
                .isEqualTo(Api.get("/agreements/" + whole.get("slug").asText()).json());
        JsonNode names = Api.get("/agreements/" + SLUGS.get(0) + "?fields=items.designation")
                .expect(200)
                .json();
        names.get("items").forEach(item -> assertThat(item.properties()).hasSize(1));
    }

    @Test
    void aPartyAndASourceShowWhereTheyAreUsed() {
        for (String party : parties) {
            Set<String> expected = new TreeSet<>();
            read("/agreements/", SLUGS, null).forEach((slug, deal) -> {
                if (deal.findValuesAsText("party").contains(party)) {
                    expected.add(slug);
                }
            });
            List<String> shown = new ArrayList<>();
            Api.get("/parties/" + party + "/agreements?limit=500")
                    .expect(200)
                    .at("/items")
                    .forEach(item -> shown.add(item.get("slug").asText()));
            assertThat(shown).containsExactlyElementsOf(expected);
        }
        Long moment = any(MOMENTS);
        int expected = 0;
        for (JsonNode deal : read("/agreements/", SLUGS, moment).values()) {
            for (String collection : List.of("parties", "items", "values", "dates", "commitments", "statusHistory")) {
                for (JsonNode claim : deal.get(collection)) {
                    expected += claim.findValuesAsText("source").contains(other) ? 1 : 0;
                }
            }
        }
        List<JsonNode> uses = new ArrayList<>();
        String next = "/sources/" + other + "/claims?limit=7&asOfSeq=" + moment;
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            page.at("/items").forEach(uses::add);
            next = page.at("/next").isNull() ? null : page.at("/next").asText();
        }
        uses.removeIf(use -> !use.get("kind").asText().equals("agreement"));
        assertThat(uses).hasSize(expected).doesNotHaveDuplicates();
        assertThat(uses)
                .allSatisfy(use ->
                        assertThat(use.get("claim").findValuesAsText("source")).contains(other));
    }
}
