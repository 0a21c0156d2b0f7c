package org.dealtracker.log;

import jakarta.data.Limit;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** The fixed queries of the log, checked when the project is compiled. */
@Repository
interface Entries {
    StatelessSession session();

    @Query("from LogHead")
    LogHead head();

    @Query("select n from LogEntry where at <= :at order by at desc")
    List<Long> numbersBy(Instant at, Limit limit);

    @Query("select at from LogEntry where n = :n")
    Optional<Instant> instantOf(long n);

    @Query("from RecordHead where kind = :kind and slug = :slug")
    Optional<RecordHead> bySlug(RecordKind kind, String slug);

    @Query("from RecordHead where kind = :kind and id = :id")
    Optional<RecordHead> byId(RecordKind kind, UUID id);

    @Query("select new Served(h.n, r.kind, r.id, r.slug, r.revision, e.op, e.n, e.at, e.document)"
            + " from LogHead h cross join RecordHead r join LogEntry e on e.n = r.n where r.id = :id")
    Optional<Served> nowOf(UUID id);

    @Query("select new Served(h.n, r.kind, r.id, r.slug, r.revision, e.op, e.n, e.at, e.document)"
            + " from LogHead h cross join RecordHead r join LogEntry e on e.n = r.n where r.id in :ids")
    List<Served> nowOfAll(List<UUID> ids);

    @Query("select new Served(h.n, e.kind, e.recordId, e.slug, e.revision, e.op, e.n, e.at, e.document)"
            + " from LogHead h cross join LogEntry e"
            + " where e.recordId = :recordId and e.n <= :n order by e.n desc")
    List<Served> asOf(UUID recordId, long n, Limit limit);

    @Query("select new Served(h.n, e.kind, e.recordId, e.slug, e.revision, e.op, e.n, e.at, e.document)"
            + " from LogHead h cross join LogEntry e where e.recordId = :recordId and e.revision = :revision")
    Optional<Served> revision(UUID recordId, int revision);

    @Query(
            "select new HistoryRow(e.n, e.at, e.kind, e.recordId, e.slug, e.revision, e.op, e.changeType, e.actor, e.reason, e.changed,"
                    + " e.significance, c.n, c.kind, c.slug)"
                    + " from LogEntry e left join LogEntry c on c.n = e.cause"
                    + " where e.recordId = :recordId and e.n <= :n and e.revision > :after order by e.revision")
    List<HistoryRow> history(UUID recordId, long n, int after, Limit limit);

    @Query("select new Document(n, document) from LogEntry where n in :numbers")
    List<Document> documents(List<Long> numbers);
}
