package org.dealtracker.atom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.http.Code;
import org.dealtracker.http.Json;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Op;
import org.dealtracker.log.Recent.Cause;
import org.dealtracker.log.Recent.Entry;
import org.dealtracker.log.Recent.Mention;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Significance;
import org.dealtracker.support.Bodies;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Money;
import org.dealtracker.uncertain.Quantity;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Names.Called;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Pairs of records and the sentences about them. {@code golden/told/records.json} has one record of each kind,
 * {@code changes.json} what became of it, as a JSON Patch, and what a person is told of that. In both, {@code q:},
 * {@code m:} and {@code d:} stand before quantities, sums and dates in their short text.
 */
class TellingTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "told");
    private static final long N = 11;

    private static final JsonNode RECORDS = read("records.json");

    static JsonNode read(String file) {
        try {
            return expanded(Bodies.json(Files.readAllBytes(GOLDEN.resolve(file))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode expanded(JsonNode node) {
        if (node.isTextual() && node.asText().matches("[qmd]:.+")) {
            String text = node.asText().substring(2);
            return switch (node.asText().charAt(0)) {
                case 'q' -> Json.tree(Quantity.parse(text));
                case 'd' -> Json.tree(FuzzyDate.parse(text));
                default -> Json.tree(Money.of(text.split(" ")[0], text.split(" ")[1]));
            };
        }
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, expanded(object.get(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, expanded(array.get(i)));
            }
        }
        return node;
    }

    static Map<Mention, Called> names() {
        Map<Mention, Called> names = new HashMap<>();
        read("names.json").properties().forEach(name -> {
            String[] parts = name.getKey().split("/");
            String called = name.getValue().asText();
            names.put(
                    new Mention(N, Code.of(RecordKind.class, parts[0]), parts[1]),
                    new Called(called.replaceAll("[“”]", ""), called));
        });
        return names;
    }

    static Told tell(JsonNode golden) {
        JsonNode record = RECORDS.get(golden.get("kind").asText());
        JsonNode before = golden.has("before") ? golden.get("before") : record;
        JsonNode after =
                golden.has("after") ? golden.get("after") : JsonPatch.apply(golden.get("patch"), record.deepCopy());
        return Telling.of(
                new Change(entry(golden), before.isNull() ? null : (ObjectNode) before, (ObjectNode) after),
                new Names(N, names()));
    }

    static Entry entry(JsonNode golden) {
        JsonNode cause = golden.path("cause");
        RecordKind kind = Code.of(RecordKind.class, golden.get("kind").asText());
        return new Entry(
                N,
                Instant.EPOCH,
                kind,
                RECORDS.get(kind.code()).get("slug").asText(),
                2,
                Code.of(Op.class, golden.get("op").asText()),
                Code.of(ChangeType.class, golden.get("changeType").asText()),
                Significance.SEMANTIC,
                "ed",
                golden.path("reason").asText(null),
                0,
                cause.isMissingNode()
                        ? null
                        : new Cause(
                                Code.of(RecordKind.class, cause.get("kind").asText()),
                                cause.get("slug").asText(),
                                Code.of(Op.class, cause.get("op").asText())));
    }

    @TestFactory
    List<DynamicTest> everyChangeIsToldAsAPersonWould() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode golden : read("changes.json")) {
            tests.add(DynamicTest.dynamicTest(golden.get("name").asText(), () -> {
                Told told = tell(golden);
                isReadable(told);
                assertThat(told.heading()).isEqualTo(golden.path("title").asText());
                assertThat(told.summary()).isEqualTo(golden.path("summary").asText());
            }));
        }
        return tests;
    }

    /** Nothing of the machine shows: no ids, no pointers, no JSON, no codes with underscores, no Java. */
    static void isReadable(Told told) {
        for (String text : List.of(told.heading(), told.summary())) {
            assertThat(text)
                    .doesNotContainPattern(AtomRules.ID)
                    .doesNotContainPattern("\\b[a-z]+_[a-z]+\\b")
                    .doesNotContain("{", "}", "[", "]", "/items", "null", "MissingNode", "  ", ": .", "..");
        }
        assertThat(told.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .isNotBlank()
                        .satisfies(begun -> assertThat(Character.isLowerCase(begun.charAt(0)))
                                .isFalse()));
    }

    @Test
    void everyKindOfRecordAndEveryOperationIsAmongThem() {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        Set<Op> ops = EnumSet.noneOf(Op.class);
        for (JsonNode golden : read("changes.json")) {
            Entry entry = entry(golden);
            kinds.add(entry.kind());
            ops.add(entry.op());
        }
        assertThat(kinds).containsExactlyInAnyOrder(RecordKind.values());
        assertThat(ops).containsExactlyInAnyOrder(Op.values());
    }

    /** Whatever member of whatever record comes, goes or becomes something else: there are words for it. */
    @Test
    void noMemberOfAnyRecordIsWithoutWords() {
        for (RecordKind kind : RecordKind.values()) {
            ObjectNode record = (ObjectNode) RECORDS.get(kind.code());
            record.fieldNames().forEachRemaining(member -> {
                ObjectNode without = record.deepCopy();
                JsonNode value = without.get(member);
                if (value.isArray()) {
                    without.putArray(member);
                } else {
                    without.remove(member);
                }
                told(kind, record, without);
                told(kind, without, record);
                ObjectNode other = record.deepCopy();
                other.set(
                        member,
                        value.isArray() ? value : Bodies.value("{strange: {other_thing: [1, true, 'a_code']}}"));
                told(kind, record, other);
                told(kind, other, record);
                membersOfElements(kind, record, member);
            });
        }
    }

    private static void membersOfElements(RecordKind kind, ObjectNode record, String member) {
        if (!record.get(member).isArray()
                || record.get(member).isEmpty()
                || !record.at("/" + member + "/0").isObject()) {
            return;
        }
        record.at("/" + member + "/0").fieldNames().forEachRemaining(inner -> {
            ObjectNode other = record.deepCopy();
            ((ObjectNode) other.at("/" + member + "/0")).remove(inner);
            told(kind, record, other);
            told(kind, other, record);
        });
    }

    private static void told(RecordKind kind, ObjectNode before, ObjectNode after) {
        if (before.equals(after)
                || before.path("headline").isNull()
                || after.path("headline").isNull()) {
            return;
        }
        JsonNode golden =
                Bodies.json("{kind: '%s', op: 'updated', changeType: 'correction', reason: 'R.'}", kind.code());
        isReadable(Telling.of(new Change(entry(golden), before, after), new Names(N, names())));
    }
}
