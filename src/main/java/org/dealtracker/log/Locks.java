package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;

/**
 * The locks of a write, always taken in this order: the advisory lock (shared, or exclusive where a change fans out to
 * other records), then rows, and the log's head last. Readers take none.
 */
@ApplicationScoped
class Locks {
    /** Any number will do, as long as nothing else in this database uses it: these are the letters of "deal". */
    private static final long ADVISORY = 0x6465616cL;

    private static final int LONGEST_SLUG = 100;

    // "No key": another writer that holds the head may have to check that this row, which it refers to, is there.
    private static final String LOCK_BY_SLUG =
            "select id from record where kind = :kind and slug = :reference for no key update";
    private static final String LOCK_BY_ID =
            "select id from record where kind = :kind and id = :reference for no key update";

    private final Sql sql;
    private final Entries entries;
    private final WriterPlaces places;

    Locks(Sql sql, Entries entries, WriterPlaces places) {
        this.sql = sql;
        this.entries = entries;
        this.places = places;
    }

    void shared() {
        places.take();
        sql.query("select pg_advisory_xact_lock_shared(:key)")
                .set("key", ADVISORY)
                .list(row -> null);
    }

    void exclusive() {
        places.take();
        sql.query("select pg_advisory_xact_lock(:key)").set("key", ADVISORY).list(row -> null);
    }

    /** Taken by writes of many records at once, after the shared lock: they would wait for each other's slugs in a ring. */
    void turn() {
        sql.query("select pg_advisory_xact_lock(:key)").set("key", ADVISORY + 1).list(row -> null);
    }

    /** @throws Problem 404 when there is no such record */
    Served record(RecordKind kind, String reference) {
        if (!References.isReference(reference)) {
            throw Records.noSuch(kind, reference);
        }
        boolean byId = References.isId(reference);
        return sql.query(byId ? LOCK_BY_ID : LOCK_BY_SLUG)
                .set("kind", kind.code())
                .set("reference", byId ? UUID.fromString(reference) : reference)
                .first(row -> row.getObject(1, UUID.class))
                // Read after the lock is held: the statement that waited for it still sees what stood before.
                .flatMap(entries::nowOf)
                .orElseThrow(() -> Records.noSuch(kind, reference));
    }

    /** The next of a fan-out; the caller keeps all other writers out. */
    Served record(UUID id) {
        return entries.nowOf(id).orElseThrow();
    }

    /** The same of many, in the order given. */
    List<Served> records(List<UUID> ids) {
        Map<UUID, Served> found = new HashMap<>();
        entries.nowOfAll(ids).forEach(served -> found.put(served.id(), served));
        return ids.stream().map(found::get).toList();
    }

    /** Records in the order in which a fan-out goes through them: agreements, which derive from the others, last. */
    List<List<UUID>> inTurn(Collection<UUID> ids) {
        List<UUID> agreements = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        if (!ids.isEmpty()) {
            sql.query("select id, kind from record where id = any(cast(:ids as uuid[])) order by id")
                    .set("ids", ids.stream().map(UUID::toString).toList())
                    .list(row -> (RecordKind.AGREEMENT.code().equals(row.getString(2)) ? agreements : others)
                            .add(row.getObject(1, UUID.class)));
        }
        return List.of(others, agreements);
    }

    /**
     * @param coming slugs of the kind that this transaction is about to take
     * @throws Problem 409 when the slug that was asked for is taken, or was by a record since deleted
     */
    String slug(RecordKind kind, String asked, String title, Set<String> coming) {
        if (asked != null) {
            if (entries.bySlug(kind, asked).isPresent()) {
                throw new Problem(
                                ProblemType.DUPLICATE,
                                "The slug '" + asked
                                        + "' is taken; slugs are never used again, not even after a deletion.")
                        .with("existing", kind.path() + "/" + asked);
            }
            return asked;
        }
        String base = made(title);
        // Two writers that make a slug of the same title would find the same one free.
        sql.query("select pg_advisory_xact_lock(:key, hashtext(:slug))")
                .set("key", (int) ADVISORY)
                .set("slug", kind.code() + "/" + base)
                .list(row -> null);
        Set<String> taken = new HashSet<>(
                sql.query("select slug from record where kind = :kind and (slug = :base or slug like :like)")
                        .set("kind", kind.code())
                        .set("base", base)
                        .set("like", base + "-%")
                        .list(row -> row.getString(1)));
        taken.addAll(coming);
        String slug = base;
        for (int i = 2; taken.contains(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }

    /** A slug out of a title: its letters without marks and its digits, words joined by hyphens. */
    static String made(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.length() <= LONGEST_SLUG - 10
                ? plain
                : plain.substring(0, LONGEST_SLUG - 10).replaceAll("-[^-]*$", "");
        // A title in another script leaves nothing, and nothing may look like an id.
        return cut.isEmpty() || References.isId(cut) ? ("record-" + cut).replaceAll("-$", "") : cut;
    }
}
