package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;

/** Who refers to whom, and what only one record may have: kept in step with every write. */
@ApplicationScoped
class Links {
    private final Sql sql;

    Links(Sql sql) {
        this.sql = sql;
    }

    /** One use of a record by another. */
    record Use(String kind, String slug, String pointer) {}

    /** Brings the stored references of a record from what it was (or nothing) to what it is. */
    void replace(Recorded before, Recorded after) {
        Set<Reference> old = before == null ? Set.of() : before.references();
        Set<Reference> now = after.references();
        Set<Reference> gone = new HashSet<>(old);
        gone.removeAll(now);
        Set<Reference> come = new HashSet<>(now);
        come.removeAll(old);
        int revision = after.identity().revision() + 1;
        UUID id = after.identity().id();
        end(gone, id, revision);
        begin(come, id, revision);
    }

    private void begin(Set<Reference> references, UUID id, int revision) {
        if (references.isEmpty()) {
            return;
        }
        sql.query("""
                        insert into reference (from_id, to_id, pointer, from_revision)
                        select :id, r.id, w.pointer, :revision
                        from unnest(:kinds, :slugs, :pointers) as w (kind, slug, pointer)
                        join record r on r.kind = w.kind and r.slug = w.slug""")
                .set("id", id)
                .set("revision", revision)
                .set("kinds", array(references, r -> r.kind().code()))
                .set("slugs", array(references, Reference::slug))
                .set("pointers", array(references, Reference::pointer))
                .update();
    }

    private void end(Set<Reference> references, UUID id, int revision) {
        if (references.isEmpty()) {
            return;
        }
        sql.query("""
                        update reference f set to_revision = :revision
                        from unnest(:kinds, :slugs, :pointers) as w (kind, slug, pointer)
                        join record r on r.kind = w.kind and r.slug = w.slug
                        where f.from_id = :id and f.to_revision is null and f.to_id = r.id and f.pointer = w.pointer""")
                .set("id", id)
                .set("revision", revision)
                .set("kinds", array(references, r -> r.kind().code()))
                .set("slugs", array(references, Reference::slug))
                .set("pointers", array(references, Reference::pointer))
                .update();
    }

    private static List<String> array(Set<Reference> references, java.util.function.Function<Reference, String> part) {
        return references.stream().map(part).toList();
    }

    /** @throws Problem 409 naming who still refers to the record */
    void requireUnused(Recorded record) {
        List<Use> uses = sql.query("""
                        select r.kind, r.slug, f.pointer from reference f join record r on r.id = f.from_id
                        where f.to_id = :id and f.to_revision is null and r.state = 'live' and r.id <> :id
                        order by r.kind, r.slug, f.pointer limit 50""")
                .set("id", record.identity().id())
                .list(row -> new Use(row.getString(1), row.getString(2), row.getString(3)));
        if (!uses.isEmpty()) {
            String users = uses.stream().map(Use::slug).distinct().collect(Collectors.joining(", "));
            throw new Problem(ProblemType.IN_USE, "It is still referred to by " + users + ".").with("usedBy", uses);
        }
    }

    /** Everyone live who refers to a record, in the order of their ids. */
    List<UUID> users(Recorded record) {
        return sql.query("""
                        select distinct f.from_id from reference f join record r on r.id = f.from_id
                        where f.to_id = :id and f.to_revision is null and r.state = 'live' and r.id <> :id
                        order by f.from_id""").set("id", record.identity().id()).list(row -> row.getObject(1, UUID.class));
    }

    /** @throws Problem 409 naming what a record refers to that is no longer there */
    void requireLive(Recorded record) {
        Set<Reference> references = record.references();
        if (references.isEmpty()) {
            return;
        }
        List<Use> gone = sql.query("""
                        select w.kind, w.slug, w.pointer
                        from unnest(:kinds, :slugs, :pointers) as w (kind, slug, pointer)
                        left join record r on r.kind = w.kind and r.slug = w.slug and r.state = 'live'
                        where r.id is null order by w.kind, w.slug, w.pointer limit 50""")
                .set("kinds", array(references, r -> r.kind().code()))
                .set("slugs", array(references, Reference::slug))
                .set("pointers", array(references, Reference::pointer))
                .list(row -> new Use(row.getString(1), row.getString(2), row.getString(3)));
        if (!gone.isEmpty()) {
            String names = gone.stream().map(Use::slug).distinct().collect(Collectors.joining(", "));
            throw new Problem(
                            ProblemType.CONFLICT,
                            "That revision refers to what was deleted or merged since: " + names + ".")
                    .with("gone", gone);
        }
    }

    /** Ends what a record that is about to be deleted refers to, and frees what only one record may have. */
    void release(Recorded record) {
        UUID id = record.identity().id();
        end(record.references(), id, record.identity().revision() + 1);
        sql.query("delete from unique_key where record_id = :id"
                        + " or record_id in (select r.id from record r where r.merged_into = :id)")
                .set("id", id)
                .update();
    }

    /**
     * Ends what a duplicate refers to. What only it may have stays taken, so that whoever records it again is led to the
     * survivor, but for what the survivor has from now on.
     */
    void leave(Recorded duplicate, Set<String> keys) {
        UUID id = duplicate.identity().id();
        end(duplicate.references(), id, duplicate.identity().revision() + 1);
        sql.query("delete from unique_key where record_id = :id and key = any(:keys)")
                .set("id", id)
                .set("keys", keys)
                .update();
    }

    /** @throws Problem 409 naming the record that holds a key already */
    void claimKeys(Recorded record) {
        Set<String> keys = record.uniqueKeys();
        UUID id = record.identity().id();
        if (!keys.isEmpty()) {
            requireFree(record, keys);
        }
        if (!keys.isEmpty() || record.identity().revision() > 0) {
            sql.query("delete from unique_key where record_id = :id and key <> all(:keys)")
                    .set("id", id)
                    .set("keys", keys)
                    .update();
        }
        if (!keys.isEmpty()) {
            sql.query("""
                            insert into unique_key (kind, key, record_id) select :kind, k, :id from unnest(:keys) as k
                            where not exists (select from unique_key u where u.record_id = :id and u.key = k)""")
                    .set("kind", record.recordKind().code())
                    .set("id", id)
                    .set("keys", keys.stream().sorted().toList())
                    .update();
        }
    }

    private void requireFree(Recorded record, Set<String> keys) {
        List<Use> holders = sql.query("""
                        select u.kind, r.slug, u.key from unique_key u join record r on r.id = u.record_id
                        where u.kind = :kind and u.key = any(:keys) and u.record_id <> :id""")
                .set("kind", record.recordKind().code())
                .set("keys", keys)
                .set("id", record.identity().id())
                .list(row -> new Use(row.getString(1), row.getString(2), row.getString(3)));
        if (!holders.isEmpty()) {
            String slug = holders.get(0).slug();
            throw new Problem(
                            ProblemType.DUPLICATE,
                            "The " + record.recordKind().code() + " '" + slug + "' already has the same "
                                    + holders.get(0).pointer().split(":", 2)[0] + ".")
                    .with("existing", record.recordKind().path() + "/" + slug);
        }
    }
}
