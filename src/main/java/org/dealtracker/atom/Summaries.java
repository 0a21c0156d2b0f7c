package org.dealtracker.atom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealtracker.http.Json;
import org.dealtracker.log.LogReplaced;
import org.dealtracker.log.Recent;
import org.dealtracker.log.Recent.Documents;
import org.dealtracker.log.Recent.Entry;
import org.dealtracker.log.Recent.Mention;
import org.dealtracker.wording.Names;

/** What entries are told as. An entry never changes, so what was told once is kept while there is room. */
@ApplicationScoped
class Summaries {
    private static final long ROOM = 8 * 1024 * 1024;

    private final Recent recent;
    private final Cache<Long, Told> known = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .<Long, Told>weigher((n, told) -> told.size())
            .build();

    Summaries(Recent recent) {
        this.recent = recent;
    }

    void forget(@Observes LogReplaced event) {
        known.invalidateAll();
    }

    /** What some entries did, by their numbers. */
    Map<Long, Told> of(List<Entry> entries) {
        Map<Long, Told> told = new HashMap<>();
        List<Entry> wanted = new ArrayList<>();
        for (Entry entry : entries) {
            Told kept = known.getIfPresent(entry.n());
            if (kept == null) {
                wanted.add(entry);
            } else {
                told.put(entry.n(), kept);
            }
        }
        Map<Long, Entry> byNumber = wanted.stream().collect(Collectors.toMap(Entry::n, Function.identity()));
        recent.documents(wanted, batch -> told.putAll(tell(batch, byNumber)));
        return told;
    }

    private Map<Long, Told> tell(List<Documents> batch, Map<Long, Entry> entries) {
        List<Change> changes = batch.stream()
                .map(each -> new Change(entries.get(each.n()), read(each.before()), read(each.after())))
                .toList();
        List<Mention> mentions = new ArrayList<>();
        for (Change change : changes) {
            Names asked = new Names(change.entry().n(), Map.of());
            Telling.of(change, asked);
            mentions.addAll(asked.wanted());
        }
        Map<Mention, Names.Called> names = Names.of(recent.names(mentions));
        Map<Long, Told> told = new HashMap<>();
        for (Change change : changes) {
            long n = change.entry().n();
            told.put(n, Telling.of(change, new Names(n, names)));
        }
        known.putAll(told);
        return told;
    }

    private static ObjectNode read(byte[] document) {
        return document == null ? null : Json.stored(document);
    }
}
