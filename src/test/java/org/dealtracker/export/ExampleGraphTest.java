package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.http.Json;
import org.dealtracker.intake.WithExamples;
import org.dealtracker.log.RecordKind;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/**
 * The example register as a graph and as a map. {@code golden/graph} has both, with the ids that each register gives anew
 * replaced by numbers; {@code -Dgolden.write=true} writes them anew, to be read by a person before they are committed, and
 * {@code src/clients/exports/test} holds the first against the schema of FollowTheMoney itself.
 */
@QuarkusTest
@TestProfile(WithExamples.class)
@QuarkusTestResource(RegisterDatabase.class)
class ExampleGraphTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "graph");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Path EXAMPLES = Path.of("src", "main", "resources", "examples");

    /** Those of the bundles: other tests may have written into the same register. */
    private static List<String> slugs(RecordKind kind) {
        String member = kind.path().substring(kind.path().lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<String> slugs = new ArrayList<>();
            for (Path file : files.toList()) {
                Json.body(Files.readAllBytes(file))
                        .path(member)
                        .forEach(record -> slugs.add(record.get("slug").textValue()));
            }
            return slugs.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode record(RecordKind kind, String slug) {
        return (ObjectNode) Api.get(kind.path().substring("/api/v1".length()) + "/" + slug)
                .expect(200)
                .json();
    }

    private static String graph() {
        StringBuilder lines = new StringBuilder();
        FollowTheMoney file = new FollowTheMoney();
        for (RecordKind kind : RecordKind.values()) {
            for (String slug : slugs(kind)) {
                file.entities(
                        kind,
                        record(kind, slug),
                        entity -> lines.append(new String(Json.bytes(entity), StandardCharsets.UTF_8))
                                .append('\n'));
            }
        }
        return lines.toString();
    }

    /** Ids of version 7 are the register's; ours, made of names, are of version 3 and always the same. */
    private static String numbered(String text) {
        Map<String, String> numbers = new HashMap<>();
        return ID.matcher(text)
                .replaceAll(id -> numbers.computeIfAbsent(
                        id.group(),
                        any -> String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", numbers.size() + 1)));
    }

    private static void golden(String name, String made) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, made);
        }
        assertThat(made).isEqualTo(Files.readString(file));
    }

    @Test
    void theExamplesAreThisGraph() throws IOException {
        golden("examples.ftm.jsonl", numbered(graph()));
    }

    @Test
    void everySchemaOfTheGraphIsDocumented() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "map-and-graph.md"));
        graph().lines()
                .map(line -> Json.stored(line.getBytes(StandardCharsets.UTF_8))
                        .get("schema")
                        .textValue())
                .distinct()
                .forEach(schema -> assertThat(page).containsPattern("\\b" + schema + "\\b"));
    }

    @Test
    void everyEntityIsThereOnceAndEveryClaimIsAnEntity() {
        Set<String> ids = new HashSet<>();
        graph().lines().forEach(line -> {
            ObjectNode entity = Json.stored(line.getBytes(StandardCharsets.UTF_8));
            assertThat(entity.fieldNames()).toIterable().containsExactly("id", "schema", "properties");
            assertThat(ids.add(entity.get("id").textValue())).as(line).isTrue();
            assertThat(entity.get("properties"))
                    .allSatisfy(values -> assertThat(values)
                            .isNotEmpty()
                            .allMatch(JsonNode::isTextual)
                            .doesNotHaveDuplicates());
        });
        for (String slug : slugs(RecordKind.AGREEMENT)) {
            ObjectNode deal = record(RecordKind.AGREEMENT, slug);
            for (ClaimKind kind : ClaimKind.values()) {
                for (JsonNode claim : deal.get(kind.collection())) {
                    boolean live = !claim.get("rank").textValue().equals("deprecated");
                    assertThat(ids.contains("ddt-claim-" + claim.get("id").textValue()))
                            .as(claim.toString())
                            .isEqualTo(live);
                }
            }
        }
    }

    @Test
    void theExamplesAreThisMap() throws IOException {
        Map<String, List<String>> countries = new HashMap<>();
        for (String slug : slugs(RecordKind.PARTY)) {
            JsonNode country = record(RecordKind.PARTY, slug).path("country");
            countries.put(slug, country.isTextual() ? List.of(country.textValue()) : List.of());
        }
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        GeoJson map = new GeoJson(to, countries::get);
        map.begin(GeoJsonTest.ABOUT);
        for (String slug : slugs(RecordKind.AGREEMENT)) {
            map.feature(record(RecordKind.AGREEMENT, slug));
        }
        map.end();
        String made = to.toString(StandardCharsets.UTF_8);
        assertThat(GeoJsonTest.checked(made).get("features")).hasSize(10);
        golden("examples.geojson", made);
    }
}
