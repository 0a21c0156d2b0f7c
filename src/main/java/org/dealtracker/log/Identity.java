package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * What every record has whatever its kind; owned by the server.
 *
 * @param id UUIDv7, given at creation
 * @param slug the readable name in URLs; never changed, never used again
 * @param revision counts from 1; 0 before the record is first written
 * @param n the entry of the log that made this revision
 */
public record Identity(UUID id, String slug, int revision, long n, Instant createdAt, Instant updatedAt) {
    /** The members of a document that come from here; a client may send them back, and they are ignored. */
    public static final Set<String> MEMBERS = Set.of("id", "slug", "revision", "n", "createdAt", "updatedAt");

    /** A record that is about to be created. */
    public static Identity fresh(String slug) {
        return new Identity(newId(), slug, 0, 0, null, null);
    }

    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    public static Identity of(ObjectNode document) {
        return new Identity(
                UUID.fromString(document.get("id").textValue()),
                document.get("slug").textValue(),
                document.get("revision").intValue(),
                document.get("n").longValue(),
                instant(document.get("createdAt")),
                instant(document.get("updatedAt")));
    }

    public static Instant instant(JsonNode text) {
        return text == null || text.isNull() ? null : Instant.parse(text.textValue());
    }

    Identity stamped(Stamp stamp) {
        return new Identity(id, slug, revision + 1, stamp.n(), createdAt == null ? stamp.at() : createdAt, stamp.at());
    }
}
