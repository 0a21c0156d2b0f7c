package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Differ.Field;

/**
 * What happens in every write whatever the kind of record: locking, preconditions, the rules of reasons, deriving, and
 * appending last. Callers are transactional entry methods of resources.
 */
@ApplicationScoped
public class Writes {
    /** How many records a fan-out has in memory at a time. */
    private static final int BATCH = 200;

    private final Locks locks;
    private final Log log;
    private final Links links;
    private final Loops loops;
    private final Derivation derivation;
    private final Survivors survivors;

    Writes(Locks locks, Log log, Links links, Loops loops, Derivation derivation, Survivors survivors) {
        this.locks = locks;
        this.log = log;
        this.links = links;
        this.loops = loops;
        this.derivation = derivation;
        this.survivors = survivors;
    }

    /** Opens a transaction: alone if its change reaches other records, else beside others. */
    public void begin(boolean alone) {
        if (alone) {
            locks.exclusive();
        } else {
            locks.shared();
        }
    }

    /** Opens a transaction that adds many records. */
    public void beginInBulk() {
        locks.shared();
        locks.turn();
    }

    /** Opens a transaction whose change reaches other records, and so keeps all other writers out. */
    public void beginAlone() {
        begin(true);
    }

    /** Whether nothing was ever written; to be asked alone. */
    public boolean isEmpty() {
        return log.isEmpty();
    }

    /**
     * Locks a record in order to change it.
     *
     * @throws Problem 404, 410 or 409 when it was deleted or merged, 428 or 412, in this order
     */
    public <T extends Recorded> Held<T> hold(
            RecordKind kind, String reference, String ifMatch, Function<ObjectNode, T> read) {
        Served served = locks.record(kind, reference);
        if (served.deleted()) {
            throw Records.gone(served);
        }
        if (served.merged()) {
            throw survivors.refusal(served);
        }
        ObjectNode document = Json.stored(served.document());
        T record = read.apply(document);
        ETags.requireMatch(ifMatch, ETags.ofRevision(served.revision()));
        return new Held<>(record, document);
    }

    /** Locks a record in whatever state it is; @throws Problem 404, 428 or 412, in this order */
    Served holdAny(RecordKind kind, String reference, String ifMatch) {
        Served served = locks.record(kind, reference);
        ETags.requireMatch(ifMatch, ETags.ofRevision(served.revision()));
        return served;
    }

    /**
     * The slug that a new record gets: the one asked for, or one made from its title.
     *
     * @param coming slugs of the kind that others of the same transaction have
     */
    public String slug(RecordKind kind, String asked, String title, Set<String> coming) {
        return locks.slug(kind, asked, title, coming);
    }

    public Appended create(Recorded record, Why why) {
        return createAll(List.of(List.of(record)), why, created -> "").get(0);
    }

    /**
     * Creates records that may refer to each other; none, if one cannot be.
     *
     * @param waves in the order of which derives from which: what a record derives rests on earlier waves
     * @param where points to a record in the body that brought it
     */
    public List<Appended> createAll(
            List<? extends List<? extends Recorded>> waves, Why why, Function<Recorded, String> where) {
        Why because = Reasons.ofCreation(why);
        List<? extends Recorded> records = waves.stream().flatMap(List::stream).toList();
        log.announce(records);
        for (Recorded record : records) {
            links.claimKeys(record);
            links.replace(null, record);
        }
        records.forEach(record -> loops.refuse(record, where.apply(record)));
        List<Appended> appended = new ArrayList<>();
        for (List<? extends Recorded> wave : waves) {
            wave.forEach(record -> derivation.refuse(null, record, where.apply(record)));
            List<Change> changes = derivation.derive(wave).stream()
                    .map(record -> change(Op.CREATED, record, List.of(""), null, because))
                    .toList();
            appended.addAll(log.append(changes, because));
        }
        rederiveAfter(appended, because);
        return appended;
    }

    /** New records bear on those that were there before; among themselves the waves have seen to that. */
    private void rederiveAfter(List<Appended> created, Why why) {
        Set<UUID> done = new HashSet<>();
        created.forEach(each -> done.add(each.record().identity().id()));
        for (Appended each : created) {
            List<UUID> dependents = new ArrayList<>(derivation.dependents(null, each.record()));
            // Once is enough, whichever of the new records it is for: all of them are there already.
            dependents.removeIf(id -> !done.add(id));
            rederive(dependents, Repointing.NONE, each, why);
        }
    }

    /**
     * Writes what a record shall say from now on. What it derives from others is derived anew, and so is what others
     * derive from it.
     *
     * @param op what kind of change this is, or null to have it told from what changed
     */
    public <T extends Recorded> Appended change(Held<T> held, T wanted, Op op, Why why) {
        JsonNode asWanted = Json.asStored(wanted);
        List<Field> fields = Differ.changes(held.document(), asWanted);
        if (fields.isEmpty()) {
            return new Appended(held.record(), Json.bytes(held.document()), false);
        }
        Why because = Reasons.ofChange(why, fields, wanted.citedMembers());
        links.claimKeys(wanted);
        links.replace(held.record(), wanted);
        loops.refuse(wanted, "");
        derivation.refuse(held.record(), wanted, "");
        Op told = op != null ? op : Reasons.op(fields, wanted.citedMembers());
        Change change = change(told, derived(wanted), Reasons.pointers(fields), null, because);
        Appended appended = log.append(List.of(change), because).get(0);
        rederive(derivation.dependents(held.record(), appended.record()), Repointing.NONE, appended, because);
        return appended;
    }

    /**
     * Writes what a record said once as what it says now.
     *
     * @param now as it stands, perhaps deleted or merged
     * @param last what it said last: the same as {@code now} unless it is gone
     * @param then the document of the revision that is to hold again
     * @throws Problem 409 when what it referred to is gone, or another record has what only one may have
     */
    <T extends Recorded> Appended restore(RecordType<T> type, Served now, Served last, ObjectNode then, Why why) {
        ObjectNode document = Json.stored(last.document());
        T before = type.stored(document);
        Identity was = before.identity();
        Recorded wanted = type.stored(then)
                .as(new Identity(was.id(), was.slug(), now.revision(), now.n(), was.createdAt(), was.updatedAt()));
        List<String> pointers = new ArrayList<>(Reasons.pointers(Differ.changes(document, Json.asStored(wanted))));
        if (now.live() && pointers.isEmpty()) {
            return new Appended(before, last.document(), false);
        }
        if (!now.live()) {
            pointers.add(0, "");
        }
        links.requireLive(wanted);
        links.claimKeys(wanted);
        links.replace(now.live() ? before : null, wanted);
        loops.refuse(wanted, "");
        Appended appended = log.append(List.of(change(Op.RESTORED, derived(wanted), pointers, null, why)), why)
                .get(0);
        rederive(derivation.dependents(before, appended.record()), Repointing.NONE, appended, why);
        return appended;
    }

    /**
     * Deletes a record and leaves a tombstone.
     *
     * @return the number of its entry
     * @throws Problem 422 without a reason, 409 while live records refer to it
     */
    public long delete(Held<?> held, Why why) {
        Why because = Reasons.ofDeletion(why);
        links.requireUnused(held.record());
        links.release(held.record());
        Change change = new Change(Op.DELETED, held.record(), Index.NONE, List.of(""), null, Significance.SEMANTIC);
        Appended appended = log.append(List.of(change), because).get(0);
        rederive(derivation.dependents(held.record(), null), Repointing.NONE, appended, because);
        return appended.record().identity().n();
    }

    Recorded derived(Recorded record) {
        return derivation.derive(List.of(record)).get(0);
    }

    /** @param derived with its derived members in step */
    Change change(Op op, Recorded derived, List<String> changed, Long cause, Why why) {
        return new Change(op, derived, derivation.index(derived), changed, cause, Reasons.significance(why));
    }

    /**
     * Derives anew what rests on a change: first the records that others derive from, then agreements.
     *
     * @param repointing what references of the dependents shall be taken for others
     */
    void rederive(Collection<UUID> dependents, Repointing repointing, Appended cause, Why why) {
        for (List<UUID> alike : locks.inTurn(dependents)) {
            for (int from = 0; from < alike.size(); from += BATCH) {
                List<UUID> batch = alike.subList(from, Math.min(from + BATCH, alike.size()));
                rederiveBatch(batch, repointing, cause.record().identity().n(), why);
            }
        }
    }

    private void rederiveBatch(List<UUID> ids, Repointing repointing, long cause, Why why) {
        List<ObjectNode> documents = new ArrayList<>();
        List<Recorded> before = new ArrayList<>();
        for (Served served : locks.records(ids)) {
            ObjectNode document = Json.stored(served.document());
            documents.add(document);
            before.add(derivation.read(served.kind(), document, repointing));
        }
        List<Recorded> after = derivation.derive(before);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            List<Field> fields = Differ.differences(documents.get(i), Json.asStored(after.get(i)));
            if (!fields.isEmpty()) {
                changes.add(change(Op.REDERIVED, after.get(i), Reasons.pointers(fields), cause, why));
            }
        }
        if (!changes.isEmpty()) {
            log.append(changes, why);
        }
    }
}
