package org.dealtracker.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;

/** Releases as tests publish and compare them. */
final class Published {
    private Published() {}

    /** A release of the register as it now is, under a name of its own. */
    static String release() {
        return Api.post("/snapshots", Bodies.json("{name: '%s'}", Fixtures.fresh("Release_1.")))
                .expect(201)
                .textAt("/name");
    }

    /** What changed since a release, published as another one. */
    static Answer since(String release) {
        return Api.get("/snapshots/" + release + "/diff/" + release() + "?limit=500")
                .expect(200);
    }

    /** What a diff tells of a record; missing if it tells nothing. */
    static JsonNode of(Answer diff, String slug) {
        return StreamSupport.stream(diff.at("/items").spliterator(), false)
                .filter(item -> item.path("slug").asText().equals(slug))
                .findFirst()
                .orElse(Bodies.value("{}").path("none"));
    }

    static List<String> pointers(JsonNode told, String sort) {
        return StreamSupport.stream(told.path(sort).spliterator(), false)
                .map(field -> field.path("pointer").asText())
                .toList();
    }

    static JsonNode field(JsonNode told, String sort, String pointer) {
        return StreamSupport.stream(told.path(sort).spliterator(), false)
                .filter(field -> field.path("pointer").asText().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + pointer + " among " + sort + " of " + told));
    }
}
