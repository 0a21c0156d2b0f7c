package org.dealtracker.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle of searches as of a past entry: what the same search answered at that time. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class SearchOfThePastTest {
    private static final List<String> WORDS = List.of("ostrava", "ostrawa", "pelikan", "quendel", "ruderal");

    private static final List<String> QUESTIONS = List.of(
            "ostrava",
            "ostrova",
            "pelikan%20or%20quendel",
            "ruderal%20-pelikan",
            "%22quendel%20ruderal%22",
            "pelikan&kind=party",
            "ruderal&kind=agreement&limit=3");

    private record Asked(String question, long n) {}

    private final Random random = new Random();

    private String words() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSearchAsOfAPastEntryAnswersAsTheSameSearchDidThen(long seed) {
        random.setSeed(seed);
        Map<Asked, JsonNode> then = new HashMap<>();
        List<String> records = new ArrayList<>();
        for (int step = 0; step < 25; step++) {
            write(records);
            String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            Answer answer = Api.get("/search?q=" + question).expect(200);
            then.put(new Asked(question, answer.head()), answer.json());
        }
        assertThat(then.values())
                .anySatisfy(answer -> assertThat(answer.at("/total").asInt()).isPositive());
        then.forEach((asked, answer) -> {
            Answer now = Api.get("/search?q=" + asked.question() + "&asOfSeq=" + asked.n())
                    .expect(200);
            assertThat(now.at("/items")).as(asked.toString()).isEqualTo(answer.get("items"));
            assertThat(now.at("/total")).isEqualTo(answer.get("total"));
        });
    }

    private void write(List<String> records) {
        int what = records.size() < 3 ? 0 : random.nextInt(6);
        if (what < 2) {
            boolean party = random.nextBoolean();
            ObjectNode body = party
                    ? Bodies.json("{name: '%s', kind: 'other', note: '%s'}", words(), words())
                    : Bodies.json("{title: '%s', summary: '%s'}", words(), words());
            String collection = party ? "parties" : "agreements";
            records.add("/" + collection + "/" + Fixtures.created(collection, body));
            return;
        }
        String record = records.get(random.nextInt(records.size()));
        Answer stands = Api.get(record);
        if (stands.status() == 410) {
            String last = stands.etag().replaceAll("\\D", "");
            Api.postTo(
                            record + "/revert",
                            stands.etag(),
                            Bodies.json("{to: %s, changeReason: 'Back.'}", Integer.parseInt(last) - 1))
                    .expect(200);
        } else if (what == 2) {
            Api.delete(record, stands.etag(), "Away.").expect(204);
        } else {
            String member = record.startsWith("/parties") ? "name" : "title";
            Api.patch(record, stands.etag(), Bodies.json("{%s: '%s', note: '%s'}", member, words(), words()))
                    .expect(200);
        }
    }
}
