package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RandomHistory;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever applies the feed from its beginning holds what the lists say, after any history, and at any point of it; and
 * whoever asks a list for what was written since an instant gets the records that the feed has entries of since then.
 * The history is random, and whatever the other tests of this register have done before.
 */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ReplayTest {
    private static final int OPERATIONS = 40;
    private static final List<String> GONE = List.of("deleted", "merged");

    /** A register as somebody keeps it who knows nothing but the feed. */
    private static final class Replica {
        private final Map<String, Map<String, JsonNode>> records = new TreeMap<>();
        private final Map<String, Instant> written = new LinkedHashMap<>();
        private final List<Instant> instants = new ArrayList<>();
        private String cursor;
        private long n;

        void follow(int limit, long until) {
            while (n < until) {
                Answer page = Api.get("/changes?include=record&limit=" + Math.min(limit, until - n)
                                + (cursor == null ? "" : "&since=" + cursor))
                        .expect(200);
                cursor = page.textAt("/cursor");
                page.at("/items").forEach(this::apply);
            }
        }

        private void apply(JsonNode item) {
            assertThat(item.get("n").asLong()).isEqualTo(++n);
            Map<String, JsonNode> ofKind =
                    records.computeIfAbsent(item.get("kind").asText(), kind -> new TreeMap<>());
            String slug = item.get("slug").asText();
            if (GONE.contains(item.get("op").asText())) {
                ofKind.remove(slug);
            } else {
                ofKind.put(slug, item.get("record"));
            }
            instants.add(Instant.parse(item.get("recordedAt").asText()));
            written.put(item.get("kind").asText() + "/" + slug, instants.get(instants.size() - 1));
        }

        Map<String, JsonNode> of(RecordKind kind) {
            return records.getOrDefault(kind.code(), Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void theFeedRebuildsTheRegister(long seed) {
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            history.operation();
        }
        Random random = new Random(seed);
        long head = Api.head();
        Replica replica = new Replica();
        long early = 1 + random.nextLong(head);
        replica.follow(1 + random.nextInt(1_000), early);
        assertIsTheRegister(replica, early);
        replica.follow(1_000, head);
        assertIsTheRegister(replica, head);
        for (int i = 0; i < 10; i++) {
            Instant since = replica.instants.get(random.nextInt(replica.instants.size()));
            assertSince(replica, since, head);
            assertSince(replica, since.plusNanos(1_000), head);
        }
    }

    private static void assertIsTheRegister(Replica replica, long n) {
        for (RecordKind kind : RecordKind.values()) {
            Map<String, JsonNode> listed = list(kind, "&asOfSeq=" + n);
            assertThat(listed.keySet()).isEqualTo(replica.of(kind).keySet());
            listed.forEach((slug, record) ->
                    assertThat(record).as(slug).isEqualTo(replica.of(kind).get(slug)));
        }
    }

    private static void assertSince(Replica replica, Instant since, long head) {
        for (RecordKind kind : RecordKind.values()) {
            List<String> expected = replica.of(kind).keySet().stream()
                    .filter(slug ->
                            !replica.written.get(kind.code() + "/" + slug).isBefore(since))
                    .toList();
            assertThat(list(kind, "&asOfSeq=" + head + "&updatedSince=" + since).keySet())
                    .as(kind + " since " + since)
                    .containsExactlyElementsOf(expected);
        }
    }

    private static Map<String, JsonNode> list(RecordKind kind, String more) {
        Map<String, JsonNode> records = new TreeMap<>();
        String expand = kind == RecordKind.AGREEMENT ? "&expand=claims" : "";
        String next = kind.path() + "?limit=500&sort=slug" + expand + more;
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            page.at("/items").forEach(record -> records.put(record.get("slug").asText(), record));
            next = page.textAt("/next");
        }
        return records;
    }
}
