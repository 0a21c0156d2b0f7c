package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Form;
import org.dealtracker.http.Texts;
import org.dealtracker.log.Identity;
import org.dealtracker.log.References;

/**
 * The ids of an agreement's claims and events while a body is read. What exists is named by its id. In the body that
 * creates an agreement an {@code id} is a name of the client's own, by which claims and events of that body may refer
 * to each other; the register gives ids of its own, so that a document can be copied into a new agreement.
 */
final class Ids {
    private static final String EVENTS = "statusHistory";
    private static final int LONGEST = 100;

    private enum Mode {
        CREATING,
        EDITING,
        STORED
    }

    private final Mode mode;
    /** Kind by collection and id by the name that it goes by in the body. */
    private final Map<String, String> collections = new HashMap<>();

    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<UUID, Claim> before = new HashMap<>();
    /** What claims spoke of before, whether or not it was retracted since: what was read can be sent back. */
    private final Set<String> spokenOf = new HashSet<>();

    private Ids(Mode mode) {
        this.mode = mode;
    }

    /** For a body that creates an agreement: every {@code id} in it gets an id of the register's. */
    static Ids creating(Form form) {
        Ids ids = new Ids(Mode.CREATING);
        for (ClaimKind kind : ClaimKind.values()) {
            ids.name(form, kind.collection());
        }
        ids.name(form, EVENTS);
        return ids;
    }

    private void name(Form form, String collection) {
        JsonNode array = form.raw(collection);
        for (JsonNode item : array == null ? MissingNode.getInstance() : array) {
            if (item instanceof ObjectNode && item.path("id").isTextual()) {
                collections.put(item.get("id").textValue(), collection);
                ids.put(item.get("id").textValue(), Identity.newId());
            }
        }
    }

    /** For a body that changes an agreement. */
    static Ids editing(Agreement agreement) {
        Ids ids = new Ids(Mode.EDITING);
        for (ClaimKind kind : ClaimKind.values()) {
            agreement.claims().of(kind).forEach(claim -> {
                ids.put(claim.id(), kind.collection());
                ids.before.put(claim.id(), claim);
                ids.remember(claim);
            });
        }
        agreement.statusHistory().forEach(event -> ids.put(event.id(), EVENTS));
        return ids;
    }

    /** For a document that the register wrote. */
    static Ids stored() {
        return new Ids(Mode.STORED);
    }

    private void remember(Claim claim) {
        claim.replaces().forEach(id -> spokenOf.add(id.toString()));
        if (claim.says() instanceof Value value && value.equivalentOf() != null) {
            spokenOf.add(value.equivalentOf().toString());
        }
        if (claim.says() instanceof Position position && References.isId(position.about())) {
            spokenOf.add(position.about());
        }
    }

    private void put(UUID id, String collection) {
        ids.put(id.toString(), id);
        collections.put(id.toString(), collection);
    }

    boolean isStored() {
        return mode == Mode.STORED;
    }

    /** The id of the claim or event that a form describes. */
    UUID own(Form form, String collection) {
        String id = form.text("id", LONGEST);
        if (id == null) {
            return Identity.newId();
        }
        if (mode == Mode.STORED) {
            return UUID.fromString(id);
        }
        if (!collection.equals(collections.get(id))) {
            form.unacceptable(
                    "id",
                    "This agreement has no such id among its " + collection + ": '" + Texts.shown(id)
                            + "'. Leave it out to add.");
            return Identity.newId();
        }
        return ids.get(id);
    }

    /** When a claim was first recorded; null for one that is being added. */
    Instant recordedAt(Form form, UUID id) {
        if (mode == Mode.STORED) {
            return Identity.instant(form.raw("recordedAt"));
        }
        Claim claim = before.get(id);
        return claim == null ? null : claim.recordedAt();
    }

    /** A reference to another claim of the same agreement. */
    UUID claim(Form form, String name, ClaimKind kind) {
        String id = form.text(name, LONGEST);
        return id == null ? null : claim(form, name, id, kind);
    }

    UUID claim(Form form, String name, String id, ClaimKind kind) {
        if (mode == Mode.STORED) {
            return UUID.fromString(id);
        }
        if (kind.collection().equals(collections.get(id))) {
            return ids.get(id);
        }
        if (!collections.containsKey(id) && spokenOf.contains(id)) {
            return UUID.fromString(id);
        }
        form.unacceptable(
                name, "This agreement has no claim '" + Texts.shown(id) + "' among its " + kind.collection() + ".");
        return null;
    }

    /** A reference to another status event of the same agreement; whether it stands is the history's to say. */
    UUID event(Form form, String name) {
        String id = form.text(name, LONGEST);
        if (id == null) {
            return null;
        }
        if (mode == Mode.STORED) {
            return UUID.fromString(id);
        }
        if (EVENTS.equals(collections.get(id))) {
            return ids.get(id);
        }
        form.unacceptable(name, "This agreement has no status event '" + Texts.shown(id) + "'.");
        return null;
    }

    /** The id of any claim or event by the name that it goes by in the body, or null. */
    String part(String name) {
        if (mode == Mode.STORED) {
            return References.isId(name) ? name : null;
        }
        UUID id = ids.get(name);
        return id != null ? id.toString() : spokenOf.contains(name) ? name : null;
    }
}
