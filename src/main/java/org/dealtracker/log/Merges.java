package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;

/**
 * Lets a duplicate go into the record that survives it: that one gains what only the duplicate had, whoever referred to
 * the duplicate refers to it from then on, and the duplicate's address leads to it.
 */
@ApplicationScoped
class Merges {
    private final Writes writes;
    private final References references;
    private final Derivation derivation;
    private final Locks locks;
    private final Links links;
    private final Loops loops;
    private final Log log;

    Merges(
            Writes writes,
            References references,
            Derivation derivation,
            Locks locks,
            Links links,
            Loops loops,
            Log log) {
        this.writes = writes;
        this.references = references;
        this.derivation = derivation;
        this.locks = locks;
        this.links = links;
        this.loops = loops;
        this.log = log;
    }

    /** Checks in the order 404 or 410, 409 of a merged one, 428, 412, 400 or 422. Answers with the survivor. */
    <T extends Mergeable<T>> Appended merge(
            RecordType<T> type, String reference, String ifMatch, byte[] body, WhyRequest request) {
        // From here on nobody else writes, so that no lock below can be waited for in a ring.
        writes.beginAlone();
        Held<T> duplicate = writes.hold(type.kind(), reference, ifMatch, type::stored);
        ObjectNode tree = Json.body(body);
        Findings findings = new Findings();
        Why why = Reasons.ofMerge(request.of(tree, findings), findings);
        String into = references.bind(tree, findings, form -> into(form, duplicate.record()));
        Held<T> survivor = writes.hold(type.kind(), into, "*", type::stored);
        return merge(duplicate.record(), survivor, why);
    }

    private static String into(Form form, Recorded duplicate) {
        String into = form.reference("into", duplicate.recordKind().code());
        form.require("into");
        form.end();
        if (duplicate.identity().slug().equals(into)) {
            form.unacceptable("into", "A record cannot go into itself.");
        }
        return into;
    }

    private <T extends Mergeable<T>> Appended merge(T duplicate, Held<T> survivor, Why why) {
        T joined = survivor.record().joined(duplicate);
        Set<UUID> users = new TreeSet<>(links.users(duplicate));
        users.remove(joined.identity().id());
        requireApart(joined, duplicate);
        links.leave(duplicate, joined.uniqueKeys());
        links.claimKeys(joined);
        links.replace(survivor.record(), joined);
        Repointing repointing = Repointing.of(duplicate, joined);
        repoint(users, repointing, joined);

        Appended kept = log.append(
                        List.of(writes.change(
                                Op.UPDATED, writes.derived(joined), pointers(survivor.document(), joined), null, why)),
                        why)
                .get(0);
        Merged merged = new Merged(duplicate, joined.identity());
        Appended gone = log.append(
                        List.of(new Change(Op.MERGED, merged, Index.NONE, List.of(""), null, Significance.SEMANTIC)),
                        why)
                .get(0);
        // Who spoke of the duplicate speaks of the survivor now, and what rests on that follows.
        users.addAll(derivation.resting(kept.record()));
        writes.rederive(users, repointing, gone, why);
        // The survivor itself may rest on what spoke of the duplicate, and then has moved on once more.
        Served now = locks.record(joined.identity().id());
        ObjectNode document = Json.stored(now.document());
        return new Appended(derivation.read(now.kind(), document, Repointing.NONE), now.document(), true);
    }

    private static List<String> pointers(ObjectNode document, Recorded joined) {
        return Reasons.pointers(Differ.changes(document, Json.asStored(joined)));
    }

    /** What the two say of each other would be said of itself by the one that is left. */
    private static void requireApart(Recorded joined, Recorded duplicate) {
        List<String> own = Stream.of(joined, duplicate)
                .map(record -> record.identity().slug())
                .toList();
        Set<Reference> references = new HashSet<>(joined.references());
        references.addAll(duplicate.references());
        for (Reference reference : references) {
            if (reference.kind() == joined.recordKind() && own.contains(reference.slug())) {
                throw Problem.unacceptable(
                        "/into",
                        "One of the two refers to the other in " + reference.pointer()
                                + ", and would refer to itself; take that out first.");
            }
        }
    }

    /** Brings the stored references of all users in step, so that circles are found before the head is locked. */
    private void repoint(Set<UUID> users, Repointing repointing, Recorded joined) {
        List<Recorded> repeating = new ArrayList<>(List.of(joined));
        for (UUID id : users) {
            Served served = locks.record(id);
            ObjectNode document = Json.stored(served.document());
            Recorded after = derivation.read(served.kind(), document, repointing);
            links.replace(derivation.read(served.kind(), document, Repointing.NONE), after);
            if (joined.recordKind() == RecordKind.SOURCE && !after.repetitions().isEmpty()) {
                repeating.add(after);
            }
        }
        for (Recorded record : repeating) {
            try {
                loops.refuse(record, "");
            } catch (Problem circle) {
                throw Problem.unacceptable("/into", circle.getMessage());
            }
        }
    }
}
