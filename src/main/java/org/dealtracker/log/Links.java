package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.hibernate.StatelessSession;

/** Who refers to whom, and what only one record may have: kept in step with every write. */
@ApplicationScoped
class Links {
    private final StatelessSession session;

    Links(StatelessSession session) {
        this.session = session;
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
        int revision = before == null ? 1 : before.identity().revision() + 1;
        UUID id = after.identity().id();
        end(gone, id, revision);
        begin(come, id, revision);
    }

    private void begin(Set<Reference> references, UUID id, int revision) {
        if (references.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into reference (from_id, to_id, pointer, from_revision)
                        select :id, r.id, w.pointer, :revision
                        from unnest(:kinds, :slugs, :pointers) as w (kind, slug, pointer)
                        join record r on r.kind = w.kind and r.slug = w.slug""")
                .setParameter("id", id)
                .setParameter("revision", revision)
                .setParameter("kinds", array(references, r -> r.kind().code()))
                .setParameter("slugs", array(references, Reference::slug))
                .setParameter("pointers", array(references, Reference::pointer))
                .executeUpdate();
    }

    private void end(Set<Reference> references, UUID id, int revision) {
        if (references.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        update reference f set to_revision = :revision
                        from unnest(:kinds, :slugs, :pointers) as w (kind, slug, pointer)
                        join record r on r.kind = w.kind and r.slug = w.slug
                        where f.from_id = :id and f.to_revision is null and f.to_id = r.id and f.pointer = w.pointer""")
                .setParameter("id", id)
                .setParameter("revision", revision)
                .setParameter("kinds", array(references, r -> r.kind().code()))
                .setParameter("slugs", array(references, Reference::slug))
                .setParameter("pointers", array(references, Reference::pointer))
                .executeUpdate();
    }

    private static String[] array(Set<Reference> references, java.util.function.Function<Reference, String> part) {
        return references.stream().map(part).toArray(String[]::new);
    }

    /** @throws Problem 409 naming who still refers to the record */
    void requireUnused(Recorded record) {
        List<Use> uses = session
                .createNativeQuery("""
                        select r.kind, r.slug, f.pointer from reference f join record r on r.id = f.from_id
                        where f.to_id = :id and f.to_revision is null and r.state = 'live' and r.id <> :id
                        order by r.kind, r.slug, f.pointer limit 50""", Object[].class)
                .setParameter("id", record.identity().id())
                .getResultList()
                .stream()
                .map(row -> new Use((String) row[0], (String) row[1], (String) row[2]))
                .toList();
        if (!uses.isEmpty()) {
            String users = uses.stream().map(Use::slug).distinct().collect(Collectors.joining(", "));
            throw new Problem(ProblemType.IN_USE, "It is still referred to by " + users + ".").with("usedBy", uses);
        }
    }

    /** Ends what a deleted record referred to, and frees what only one record may have. */
    void release(Recorded deleted) {
        UUID id = deleted.identity().id();
        end(deleted.references(), id, deleted.identity().revision());
        session.createNativeMutationQuery("delete from unique_key where record_id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** @throws Problem 409 naming the record that holds a key already */
    void claimKeys(Recorded record) {
        Set<String> keys = record.uniqueKeys();
        UUID id = record.identity().id();
        if (!keys.isEmpty()) {
            requireFree(record, keys);
        }
        if (!keys.isEmpty() || record.identity().revision() > 0) {
            session.createNativeMutationQuery("delete from unique_key where record_id = :id and key <> all(:keys)")
                    .setParameter("id", id)
                    .setParameter("keys", keys.toArray(String[]::new))
                    .executeUpdate();
        }
        if (!keys.isEmpty()) {
            session.createNativeMutationQuery("""
                            insert into unique_key (kind, key, record_id) select :kind, k, :id from unnest(:keys) as k
                            where not exists (select from unique_key u where u.record_id = :id and u.key = k)""")
                    .setParameter("kind", record.recordKind().code())
                    .setParameter("id", id)
                    .setParameter("keys", keys.stream().sorted().toArray(String[]::new))
                    .executeUpdate();
        }
    }

    private void requireFree(Recorded record, Set<String> keys) {
        List<Object[]> holders = session.createNativeQuery("""
                        select u.key, r.slug from unique_key u join record r on r.id = u.record_id
                        where u.kind = :kind and u.key = any(:keys) and u.record_id <> :id""", Object[].class)
                .setParameter("kind", record.recordKind().code())
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("id", record.identity().id())
                .getResultList();
        if (!holders.isEmpty()) {
            String slug = (String) holders.get(0)[1];
            throw new Problem(
                            ProblemType.DUPLICATE,
                            "The " + record.recordKind().code() + " '" + slug + "' already has the same "
                                    + ((String) holders.get(0)[0]).split(":", 2)[0] + ".")
                    .with("existing", record.recordKind().path() + "/" + slug);
        }
    }
}
