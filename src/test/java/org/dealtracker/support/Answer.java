package org.dealtracker.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the register answered, read once. */
public record Answer(Response response, byte[] bytes) {
    static Answer of(Response response) {
        return new Answer(response, response.asByteArray());
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.header(name);
    }

    public String etag() {
        return header("ETag");
    }

    /** The log's last number as of this answer. */
    public long head() {
        return Long.parseLong(header("Feed-Head"));
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Bodies.json(bytes);
    }

    /** A member by its JSON Pointer. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String textAt(String pointer) {
        return at(pointer).asText(null);
    }

    /** A member of each element of an array. */
    public List<String> each(String pointerToArray, String member) {
        return StreamSupport.stream(at(pointerToArray).spliterator(), false)
                .map(item -> item.path(member).asText(null))
                .toList();
    }

    /** Fails with what was answered unless the status is this one. */
    public Answer expect(int status) {
        if (status() != status) {
            throw new AssertionError("expected " + status + " but was " + status() + ": " + text());
        }
        return this;
    }
}
