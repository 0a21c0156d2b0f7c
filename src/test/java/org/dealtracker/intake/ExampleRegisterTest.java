package org.dealtracker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealtracker.log.RecordKind;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples as a whole: all that ships is loaded, once, and can be read and sent back. */
@QuarkusTest
@TestProfile(WithExamples.class)
@QuarkusTestResource(RegisterDatabase.class)
class ExampleRegisterTest {
    private static final Path BUNDLES = Path.of("src", "main", "resources", "examples");

    @Inject
    ExampleRegister examples;

    /** What the files hold, read without the service: the slugs of each collection. */
    private static Map<String, Set<String>> shipped() throws IOException {
        Map<String, Set<String>> shipped = new TreeMap<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    Bodies.json(in.readAllBytes())
                            .properties()
                            .forEach(member -> member.getValue()
                                    .forEach(record -> shipped.computeIfAbsent(member.getKey(), key -> new TreeSet<>())
                                            .add(record.path("slug").asText())));
                }
            }
        }
        shipped.remove(Defaults.MEMBER);
        return shipped;
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void everyRecordOfEveryFileIsThere(RecordKind kind) throws IOException {
        Set<String> slugs = new TreeSet<>(
                Api.get(kind.path() + "?limit=500&fields=slug").expect(200).each("/items", "slug"));
        assertThat(slugs).isEqualTo(shipped().get(Bundle.collection(kind))).isNotEmpty();
    }

    @Test
    void aSecondStartLoadsNothing() {
        long head = Api.head();
        examples.load(null);
        assertThat(Api.head()).isEqualTo(head).isPositive();
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void whatIsReadCanBeSentBackAndChangesNothing(RecordKind kind) {
        long head = Api.head();
        for (String slug : Api.get(kind.path() + "?limit=500&fields=slug").each("/items", "slug")) {
            String path = kind.path() + "/" + slug;
            Answer read = Api.get(path).expect(200);
            Answer written = Api.put(path, read.etag(), read.bytes()).expect(200);
            assertThat(written.etag()).as(slug).isEqualTo(read.etag());
            assertThat(written.text()).as(slug).isEqualTo(read.text());
        }
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void thePageOnTheExamplesNamesEveryDeal() {
        String page = Api.get("/docs/examples").expect(200).text();
        assertThat(Api.get("/agreements?fields=slug").each("/items", "slug"))
                .hasSize(10)
                .allSatisfy(slug -> assertThat(page).contains("<code>" + slug + "</code>"));
    }

    @Test
    void aCopyOfAnExampleUnderAnotherSlugSaysTheSame() {
        Answer read = Api.get("/agreements/pakistan-laaf-2025").expect(200);
        ObjectNode copy = Bodies.with(read.json(), "/slug", "\"copy-of-pakistan-laaf-2025\"");
        Answer made = Api.post("/agreements", copy).expect(201);
        try {
            assertThat(ofItsOwn(made)).isEqualTo(ofItsOwn(read));
        } finally {
            Api.delete("/agreements/copy-of-pakistan-laaf-2025", made.etag(), "Only a copy.")
                    .expect(204);
        }
    }

    /** The headline without what others say of the deal and when it was written. */
    private static ObjectNode ofItsOwn(Answer deal) {
        ObjectNode headline = deal.at("/headline").deepCopy();
        return headline.without(List.of("assessments", "lastChange"));
    }
}
