package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.WorldClock;
import org.dealtracker.evidence.Examination;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Records;
import org.dealtracker.source.Provenance;
import org.dealtracker.source.Source;

/**
 * What rows need that does not stand in the record they are of, as of one entry of the log. Of sources only where they
 * have it from is kept, and of no more of them than memory has room for: those that a handful of records cite are
 * fetched together.
 */
final class Surroundings implements Function<String, Provenance> {
    /** At some hundred bytes each. */
    private static final int SOURCES_KEPT = 50_000;

    private final Records records;
    private final Examination examination;
    private final long n;
    private final LocalDate onDate;
    private final Cache<String, Optional<Provenance>> sources =
            Caffeine.newBuilder().maximumSize(SOURCES_KEPT).build();
    private List<? extends JsonNode> at = List.of();

    /** @param onDate of the world's clock, or null */
    Surroundings(Records records, Examination examination, long n, LocalDate onDate) {
        this.records = records;
        this.examination = examination;
        this.n = n;
        this.onDate = onDate;
    }

    /** A document as it shows on the day that is asked for, if one is; it is changed in place. */
    ObjectNode shown(RecordKind kind, ObjectNode document) {
        return onDate == null || kind != RecordKind.AGREEMENT ? document : WorldClock.on(onDate, document);
    }

    /** Which records are taken apart next. */
    void arriveAt(List<? extends JsonNode> documents) {
        at = documents;
    }

    /** Of a source what decides for how much it counts; null where there was none of that slug. */
    @Override
    public Provenance apply(String slug) {
        Optional<Provenance> known = sources.getIfPresent(slug);
        if (known == null) {
            Set<String> wanted = new HashSet<>(Set.of(slug));
            at.forEach(document -> cited(document, wanted));
            at = List.of();
            known = fetch(wanted, slug);
        }
        return known.orElse(null);
    }

    private static void cited(JsonNode document, Set<String> to) {
        for (ClaimKind kind : ClaimKind.values()) {
            for (JsonNode claim : document.path(kind.collection())) {
                for (JsonNode citation : claim.path("citations")) {
                    to.add(citation.path("source").textValue());
                    citation.path("repeats").forEach(other -> to.add(other.textValue()));
                }
            }
        }
    }

    /** Those that are not known, and a generation at a time all that they repeat. */
    private Optional<Provenance> fetch(Set<String> slugs, String one) {
        Optional<Provenance> found = Optional.empty();
        Set<String> open = slugs;
        open.removeIf(slug -> !slug.equals(one) && sources.getIfPresent(slug) != null);
        while (!open.isEmpty()) {
            Map<String, ObjectNode> documents = records.asOf(RecordKind.SOURCE, open, n);
            Set<String> further = new HashSet<>();
            for (String slug : open) {
                ObjectNode document = documents.get(slug);
                Provenance provenance = document == null ? null : Provenance.of(Source.TYPE.stored(document));
                sources.put(slug, Optional.ofNullable(provenance));
                if (slug.equals(one)) {
                    found = Optional.ofNullable(provenance);
                }
                if (provenance != null) {
                    further.addAll(provenance.repeats());
                }
            }
            further.removeIf(slug -> sources.getIfPresent(slug) != null);
            open = further;
        }
        return found;
    }

    JsonNode conflicts(JsonNode agreement) {
        return examination.conflicts((ObjectNode) agreement, n);
    }

    JsonNode screening(JsonNode agreement) {
        return examination.screening((ObjectNode) agreement, n, onDate);
    }
}
