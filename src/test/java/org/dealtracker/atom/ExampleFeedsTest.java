package org.dealtracker.atom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.intake.WithExamples;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/**
 * What a reader is told of the ten example deals: of each at once, as it was recorded, and claim by claim, as it would have
 * been had it been recorded so. {@code golden/told/examples.txt} has the sentences; {@code -Dgolden.write=true} writes
 * them anew, to be read by a person before they are committed.
 */
@QuarkusTest
@TestProfile(WithExamples.class)
@QuarkusTestResource(RegisterDatabase.class)
class ExampleFeedsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "told", "examples.txt");

    /** What names another claim by its id, or is the server's. */
    private static final List<String> LEFT_OUT =
            List.of("id", "recordedAt", "replaces", "equivalentOf", "n", "from", "skipped", "recordedBy", "supersedes");

    @Test
    void theHistoriesOfTheExampleDealsReadAsAPersonWouldTellThem() throws IOException {
        StringBuilder told = new StringBuilder();
        for (String slug : Api.get("/agreements?fields=slug&sort=slug").each("/items", "slug")) {
            told.append("# ").append(slug).append("\n\n");
            append(told, AtomRules.read(Api.get("/agreements/" + slug + "/feed.atom")));
            append(told, claimByClaim(Api.get("/agreements/" + slug)));
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    private static void append(StringBuilder told, AtomRules.Read feed) {
        List<AtomRules.Entry> entries = new ArrayList<>(feed.entries());
        java.util.Collections.reverse(entries);
        for (AtomRules.Entry entry : entries) {
            told.append(entry.title()).append("\n    ").append(entry.summary()).append("\n");
        }
        told.append("\n");
    }

    /** The feed of a deal of the same title, brought in piece by piece, and deleted again. */
    private static AtomRules.Read claimByClaim(Answer deal) {
        ObjectNode bare = (ObjectNode) deal.json();
        for (ClaimKind kind : ClaimKind.values()) {
            bare.remove(kind.collection());
        }
        bare.remove("statusHistory");
        bare.put("slug", "again-" + deal.textAt("/slug"));
        String path = "/agreements/" + Api.post("/agreements", bare).expect(201).textAt("/slug");
        for (ClaimKind kind : ClaimKind.values()) {
            for (JsonNode claim : deal.at("/" + kind.collection())) {
                // A position about a claim is about another one here.
                boolean ofAnother = claim.path("about").asText().matches(AtomRules.ID);
                append(path + "/" + kind.collection(), path, ofAnother ? ((ObjectNode) claim).without("about") : claim);
            }
        }
        deal.at("/statusHistory").forEach(event -> append(path + "/status-history", path, event));
        AtomRules.Read feed = AtomRules.read(Api.get(path + "/feed.atom?limit=100"));
        Api.delete(path, Api.get(path).etag(), "Only a copy.").expect(204);
        return feed;
    }

    private static void append(String to, String agreement, JsonNode part) {
        ObjectNode body = part.deepCopy();
        Api.postTo(to, Api.get(agreement).etag(), body.without(LEFT_OUT)).expect(201);
    }

    @Test
    void everyRecordOfTheExamplesIsToldReadably() {
        int entries = 0;
        for (String next = "/feeds/changes.atom?limit=100"; next != null; ) {
            AtomRules.Read page = AtomRules.read(Api.get(next));
            for (AtomRules.Entry entry : page.entries()) {
                entries++;
                assertThat(entry.title() + entry.summary())
                        .doesNotContainPattern(AtomRules.ID)
                        .doesNotContainPattern("\\b[a-z]+_[a-z]+\\b")
                        .doesNotContain("{", "}", "null", "unnamed", "another part of the record");
            }
            String address = page.link("next");
            next = address == null ? null : address.substring(address.indexOf("/api/"));
        }
        assertThat((long) entries).isEqualTo(Api.head());
    }
}
