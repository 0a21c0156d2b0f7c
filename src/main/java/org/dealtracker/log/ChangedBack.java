package org.dealtracker.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Json;
import org.dealtracker.log.Between.Span;
import org.dealtracker.log.Between.Which;

/**
 * Records that were changed between two entries of the log and at the end say what they said at the beginning. That takes
 * two entries that touch the same members: of records which have those, and only of them, the documents are compared.
 */
@ApplicationScoped
class ChangedBack {
    /**
     * What an entry of another kind than {@code rederived} does to the headline is not among its pointers, so of records
     * that have such entries the headline's pointers tell nothing.
     */
    private static final String POSSIBLE = """
            select t.record_id, t.was, t.last, octet_length(b.document)
            from (%s) as t join log b on b.n = t.last
            where not came and not went and entries > 1 and not exists (
                select from log e cross join unnest(e.changed) as p
                where e.record_id = t.record_id and e.n > :from and e.n <= :to
                    and (t.rederived or p not like '/headline/%%')
                group by case when p like '/headline/%%' then split_part(p, '/', 3) else '/' || split_part(p, '/', 2) end
                having count(distinct e.n) = 1)""".formatted(Between.TOUCHED);

    /** So much is read at once; every document has one before it of about the same size. */
    private static final long LARGEST_BATCH = 2 * 1024 * 1024;

    private static final Which ALL = new Which(EnumSet.allOf(RecordKind.class), null);

    private final Sql sql;
    private final Steps steps;
    /** By numbers of entries, between which nothing changes any more. */
    private final Cache<Span, Set<UUID>> known = Caffeine.newBuilder()
            .maximumWeight(200_000)
            .<Span, Set<UUID>>weigher((span, ids) -> 1 + ids.size())
            .build();

    ChangedBack(Sql sql, Steps steps) {
        this.sql = sql;
        this.steps = steps;
    }

    void forget(@Observes LogReplaced event) {
        known.invalidateAll();
    }

    private record Possible(UUID id, int was, long last, int size) {}

    Set<UUID> in(Span span) {
        return known.get(span, this::find);
    }

    private Set<UUID> find(Span span) {
        List<Possible> possible = Between.bound(sql.query(POSSIBLE), span, ALL)
                .list(row -> new Possible(row.getObject(1, UUID.class), row.getInt(2), row.getLong(3), row.getInt(4)));
        Set<UUID> back = new HashSet<>();
        int begin = 0;
        long size = 0;
        for (int i = 0; i < possible.size(); i++) {
            size += possible.get(i).size();
            if (size >= LARGEST_BATCH || i == possible.size() - 1) {
                compare(possible.subList(begin, i + 1), back);
                begin = i + 1;
                size = 0;
            }
        }
        return Set.copyOf(back);
    }

    private void compare(List<Possible> batch, Set<UUID> back) {
        steps.ends(
                batch.stream().map(Possible::id).toList(),
                batch.stream().map(each -> (long) each.was()).toList(),
                batch.stream().map(Possible::last).toList(),
                ends -> {
                    if (Differ.content(Json.stored(ends.before()), Json.stored(ends.after()))
                            .isEmpty()) {
                        back.add(ends.id());
                    }
                });
    }
}
