package org.dealtracker.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Contract;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the document is whole; that it is true, every other test says through {@link Contract}. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ApiDocumentTest {
    private static JsonNode document() {
        return contract().document();
    }

    private static Contract contract() {
        return Contract.of("http://localhost:" + RestAssured.port);
    }

    private static List<ObjectNode> operations() {
        List<ObjectNode> all = new ArrayList<>();
        document().get("paths").forEach(item -> item.forEach(operation -> all.add((ObjectNode) operation)));
        return all;
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryATagAndDescribedParameters() {
        Set<String> names = new HashSet<>();
        Set<String> tags = new HashSet<>();
        document().get("tags").forEach(tag -> {
            assertThat(tag.path("description").asText()).isNotBlank();
            tags.add(tag.get("name").asText());
        });
        for (ObjectNode operation : operations()) {
            String name = operation.path("operationId").asText();
            assertThat(name).isNotBlank().doesNotContain("Record", "Claim");
            assertThat(names.add(name))
                    .as(name + " is the name of one operation")
                    .isTrue();
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(tags).as(name).contains(operation.at("/tags/0").asText());
            for (JsonNode parameter : operation.path("parameters")) {
                boolean described = parameter.has("$ref") || parameter.has("description");
                assertThat(described).as(name + " " + parameter).isTrue();
            }
        }
    }

    @Test
    void everyAnswerWithABodyHasASchemaAndNoSchemaIsJustBytes() {
        for (ObjectNode operation : operations()) {
            operation.get("responses").forEach(answer -> {
                if (answer.has("content")) {
                    assertThat(answer.get("content")).as(operation.toString()).isNotEmpty();
                    answer.get("content")
                            .forEach(
                                    media -> assertThat(media.at("/schema/$ref").asText())
                                            .as(operation.toString())
                                            .isNotBlank());
                }
            });
        }
        assertThat(document().toString()).doesNotContain("\"binary\"", "x-draft", "x-includes", "x-codes");
    }

    @Test
    void everyObjectSaysAllThatItMayHold() {
        document().at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().path("type").asText().equals("object")) {
                assertThat(schema.getValue().path("additionalProperties").toString())
                        .as(schema.getKey())
                        .isEqualTo("false");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(ClaimKind.class)
    void eachKindOfClaimHasPathsAndASchemaOfItsOwn(ClaimKind kind) {
        JsonNode path = document().get("paths").get("/api/v1/agreements/{id}/" + kind.collection());
        String body = path.at("/post/requestBody/content/application~1json/schema/$ref")
                .asText();
        String answer = path.at("/post/responses/201/content/application~1json/schema/$ref")
                .asText();
        assertThat(body).isEqualTo(answer + "Request");
        assertThat(document().get("paths").get("/api/v1/agreements/{id}/" + kind.collection() + "/{claimId}"))
                .hasSize(4);
    }

    @Test
    void whatARequestMaySayIsWhatTheServiceReads() {
        // A body of one unknown member is told which members are known.
        String deal = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        for (ClaimKind kind : ClaimKind.values()) {
            String schema = document()
                            .at("/components/schemas/Agreement/properties/" + kind.collection() + "/items/$ref")
                            .asText()
                            .replaceFirst(".*/", "")
                    + "Request";
            assertKnown(Api.postTo(deal + "/" + kind.collection(), "\"r1\"", Bodies.json("{x: 1}")), schema);
        }
        assertKnown(Api.post("/agreements", Bodies.json("{x: 1}")), "AgreementRequest");
        assertKnown(Api.post("/parties", Bodies.json("{x: 1}")), "PartyRequest");
        assertKnown(Api.post("/sources", Bodies.json("{x: 1}")), "SourceRequest");
        assertKnown(Api.post("/snapshots", Bodies.json("{x: 1}")), "NewSnapshot");
        assertKnown(Api.postTo(deal + "/status-history", "\"r1\"", Bodies.json("{x: 1}")), "StatusEventDraft");
    }

    /** The members that the service reads, and those that it takes for its own, are those of the schema. */
    private static void assertKnown(Answer answer, String schema) {
        List<String> details = answer.each("/errors", "detail");
        String known = details.stream()
                .filter(each -> each.contains("known are"))
                .findFirst()
                .orElseThrow();
        Set<String> read = new HashSet<>(
                List.of(known.replaceFirst(".*known are ", "").replace(".", "").split(", ")));
        Set<String> documented = new HashSet<>();
        document()
                .at("/components/schemas/" + schema + "/properties")
                .properties()
                .forEach(member -> {
                    if (!member.getValue().path("readOnly").asBoolean()) {
                        documented.add(member.getKey());
                    }
                });
        // Taken out of the body before the rest is read.
        documented.removeAll(Set.of("changeReason", "id"));
        read.removeAll(Set.of("id"));
        if (!schema.equals("StatusEventDraft")) {
            documented.remove("changeType");
        }
        assertThat(documented).as(schema).isEqualTo(read);
    }

    @Test
    void anAnswerThatTheDocumentDoesNotPromiseFails() {
        Answer party = Api.get("/parties/" + Fixtures.pakistan()).expect(200);
        check("/parties/pakistan", 200, party.text());
        ObjectNode more = ((ObjectNode) party.json()).put("colour", "green");
        assertThatThrownBy(() -> check("/parties/pakistan", 200, more.toString()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("colour");
        ObjectNode less = ((ObjectNode) party.json()).without("name");
        assertThatThrownBy(() -> check("/parties/pakistan", 200, less.toString()))
                .hasMessageContaining("name");
        ObjectNode other = ((ObjectNode) party.json()).put("kind", "kingdom");
        assertThatThrownBy(() -> check("/parties/pakistan", 200, other.toString()))
                .hasMessageContaining("kind");
        assertThatThrownBy(() -> check("/parties/pakistan", 206, party.text())).hasMessageContaining("206");
        assertThatThrownBy(() -> check("/nations/pakistan", 200, party.text())).hasMessageContaining("path");
    }

    private static void check(String path, int status, String body) {
        Map<String, String> headers = Map.of(
                "content-type", "application/json", "etag", "\"r1\"", "feed-head", "1", "cache-control", "no-cache");
        contract()
                .check(new Contract.Exchange(
                        "GET",
                        URI.create("http://localhost/api/v1" + path),
                        null,
                        null,
                        status,
                        headers,
                        body.getBytes(StandardCharsets.UTF_8)));
    }
}
