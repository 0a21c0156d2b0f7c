package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dealtracker.http.Json;
import org.dealtracker.log.Index.Span;
import org.dealtracker.text.SearchText;

/**
 * The only writer of history. Appending is the last thing that a transaction does: the head's row is locked, the
 * entries are numbered, rendered, hashed and inserted in one batch, and the transaction commits. Numbers therefore
 * become visible in the order in which they are given, without holes, whatever else runs; and the lock is held for two
 * round trips and the commit, not for the work before.
 */
@ApplicationScoped
class Log {
    private static final String LOCK_HEAD = """
            select n, hash, greatest(clock_timestamp(), at + interval '1 microsecond'), pg_notify('%s', n::text)
            from log_head for update""".formatted(Watch.CHANNEL);

    private static final String APPEND = """
            with ended as (
                update listing set to_n = ? where record_id = ? and to_n is null),
            entry as (
                insert into log (n, at, kind, record_id, slug, revision, op, change_type, significance, actor, reason,
                    cause, changed, format, document, salt, payload_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)),
            listed as (
                insert into listing (record_id, kind, from_n, slug, title, created_at, updated_at, stage, day, worth,
                    terms, names, item, search)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as tsvector) where ?),
            spanned as (
                insert into listing_span (record_id, from_n, what, part, unit, certain, span)
                select ?, ?, what, part, unit, cast(certain as boolean), cast(span as numrange)
                from unnest(?, ?, ?, ?, ?) as s (what, part, unit, certain, span)),
            head as (
                update log_head set n = ?, at = ?, hash = ?)
            insert into record (id, kind, slug, revision, n, state, merged_into) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
                set revision = excluded.revision, n = excluded.n, state = excluded.state,
                    merged_into = excluded.merged_into""";

    private static final String ANNOUNCE =
            "insert into record (id, kind, slug, revision, n, state) values (?, ?, ?, 0, 0, 'live')";

    private final Sql sql;

    Log(Sql sql) {
        this.sql = sql;
    }

    boolean isEmpty() {
        return sql.query("select n = 0 from log_head")
                .first(row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Where the log ends: the next entry comes after {@code n}, is chained to {@code hash} and dated {@code at}. */
    record Head(long n, byte[] hash, Instant at) {}

    /**
     * Makes records known that this transaction is about to create, so that what refers to them can be stored before
     * the head is locked.
     */
    void announce(List<? extends Recorded> records) {
        sql.work(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
                // In one order, so that no two transactions wait for each other's slugs.
                List<? extends Recorded> ordered = records.stream()
                        .sorted(Comparator.comparing((Recorded record) -> record.recordKind())
                                .thenComparing(record -> record.identity().slug()))
                        .toList();
                for (Recorded record : ordered) {
                    Identity identity = record.identity();
                    new Sql.Binding(statement)
                            .set(identity.id())
                            .set(record.recordKind().code())
                            .set(identity.slug());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** Appends an entry for each change, in their order, and answers with the records as they now stand. */
    List<Appended> append(List<Change> changes, Why why) {
        // What takes time and needs no number is done before the head is locked.
        List<Searchable> searchable = changes.stream().map(Log::searchable).toList();
        return sql.work(connection -> {
            Head head = head(connection);
            List<Appended> appended = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
                long n = head.n();
                Instant at = head.at();
                byte[] hash = head.hash();
                for (int i = 0; i < changes.size(); i++) {
                    Change change = changes.get(i);
                    n++;
                    Recorded record = stamp(change, n, at, why);
                    Rendered rendered = Rendered.of(record, change, at, why);
                    LogEntry entry = entry(change, record, rendered.document(), n, at, why);
                    entry.hash = Chain.link(hash, entry);
                    hash = entry.hash;
                    bind(statement, entry, record, rendered.item(), change, searchable.get(i));
                    appended.add(new Appended(record, rendered.document(), true));
                    at = at.plus(1, ChronoUnit.MICROS);
                }
                statement.executeBatch();
            }
            return appended;
        });
    }

    /** Locks the head; whoever comes next waits here until this transaction has ended. */
    Head head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK_HEAD)) {
            row.next();
            return new Head(
                    row.getLong(1),
                    row.getBytes(2),
                    row.getObject(3, OffsetDateTime.class).toInstant());
        }
    }

    private static Recorded stamp(Change change, long n, Instant at, Why why) {
        Stamp stamp = new Stamp(n, at, change.op(), why);
        return change.record().as(change.record().identity().stamped(stamp)).stamped(stamp);
    }

    /** A record's two renderings: whole, and as lists show it. */
    private record Rendered(byte[] document, byte[] item) {
        static Rendered of(Recorded record, Change change, Instant at, Why why) {
            if (change.op() == Op.DELETED) {
                return new Rendered(Json.bytes(Tombstone.of(record, at, why)), null);
            }
            if (record instanceof Merged merged) {
                return new Rendered(Json.bytes(merged.remains(at, why)), null);
            }
            ObjectNode tree = Json.tree(record);
            byte[] document = Json.bytes(tree);
            if (record.heavyMembers().isEmpty()) {
                return new Rendered(document, document);
            }
            tree.remove(record.heavyMembers());
            return new Rendered(document, Json.bytes(tree));
        }
    }

    private static LogEntry entry(Change change, Recorded record, byte[] document, long n, Instant at, Why why) {
        LogEntry entry = new LogEntry();
        entry.n = n;
        entry.at = at;
        entry.kind = record.recordKind();
        entry.recordId = record.identity().id();
        entry.slug = record.identity().slug();
        entry.revision = record.identity().revision();
        entry.op = change.op();
        entry.changeType = why.type();
        entry.significance = change.significance();
        entry.actor = why.actor();
        entry.reason = why.reason();
        entry.cause = change.cause();
        entry.changed = change.changed();
        entry.format = LogEntry.FORMAT;
        entry.document = document;
        entry.salt = Chain.salt();
        entry.payloadHash = Chain.payload(entry.salt, document, entry.reason, entry.actor);
        return entry;
    }

    private static boolean isLive(Change change) {
        return change.op() != Op.DELETED && change.op() != Op.MERGED;
    }

    /** What searches find a record by: the names as they look, and every word; nothing of one that is gone. */
    private record Searchable(Collection<String> names, String vector) {
        static final Searchable NONE = new Searchable(List.of(), "");
    }

    private static Searchable searchable(Change change) {
        if (!isLive(change)) {
            return Searchable.NONE;
        }
        SearchText text = SearchText.of(Json.tree(change.record()));
        Set<String> names = new LinkedHashSet<>(change.index().names());
        text.names().forEach(name -> names.add(Terms.plain(name.text())));
        return new Searchable(names, text.vector());
    }

    private static void bind(
            PreparedStatement statement,
            LogEntry entry,
            Recorded record,
            byte[] item,
            Change change,
            Searchable searchable)
            throws SQLException {
        boolean live = isLive(change);
        Index index = change.index();
        Sql.Binding to = new Sql.Binding(statement);
        to.set(entry.n).set(entry.recordId);

        to.set(entry.n).set(entry.at).set(entry.kind.code()).set(entry.recordId).set(entry.slug);
        to.set(entry.revision).set(entry.op.code()).set(entry.changeType.code());
        to.set(entry.significance.code()).set(entry.actor).set(entry.reason);
        to.set(entry.cause).set(entry.changed).set(entry.format);
        to.set(entry.document).set(entry.salt).set(entry.payloadHash).set(entry.hash);

        to.set(entry.recordId)
                .set(entry.kind.code())
                .set(entry.n)
                .set(entry.slug)
                .set(record.listTitle());
        to.set(record.identity().createdAt()).set(entry.at);
        to.set(index.stage(), Types.SMALLINT).set(index.day(), Types.DATE).set(index.worth(), Types.NUMERIC);
        to.set(terms(index, record))
                .set(String.join("\n", searchable.names()))
                .set(item)
                .set(searchable.vector())
                .set(live);

        to.set(entry.recordId).set(entry.n);
        to.set(each(index, Span::what)).set(each(index, Span::part)).set(each(index, Span::unit));
        to.set(each(index, span -> Boolean.toString(span.certain()))).set(each(index, Span::interval));

        to.set(entry.n).set(entry.at).set(entry.hash);

        to.set(entry.recordId)
                .set(entry.kind.code())
                .set(entry.slug)
                .set(entry.revision)
                .set(entry.n);
        to.set(live ? "live" : change.op().code());
        to.set(record instanceof Merged merged ? merged.survivor().id() : null);
        statement.addBatch();
    }

    private static Set<String> terms(Index index, Recorded record) {
        Set<String> terms = new HashSet<>(index.terms());
        terms.addAll(Loops.terms(record));
        return terms;
    }

    private static List<String> each(Index index, Function<Span, String> part) {
        return index.spans().stream().map(part).toList();
    }
}
