package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.WorldClock;
import org.dealtracker.evidence.Contest;
import org.dealtracker.evidence.Examination;
import org.dealtracker.evidence.Examination.Examined;
import org.dealtracker.export.Material.Opened;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Records;
import org.dealtracker.party.AffiliationKind;
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

    /** The ways of belonging to another by which a party is of that one's country. */
    private static final Set<String> CARRYING = Arrays.stream(AffiliationKind.values())
            .filter(AffiliationKind::carriesOver)
            .map(AffiliationKind::code)
            .collect(Collectors.toUnmodifiableSet());

    private final Records records;
    private final Examination examination;
    private final long n;
    private final LocalDate onDate;
    private final Cache<String, Optional<Provenance>> sources =
            Caffeine.newBuilder().maximumSize(SOURCES_KEPT).build();
    private final Cache<String, Set<String>> countries =
            Caffeine.newBuilder().maximumSize(SOURCES_KEPT).build();
    private final Map<JsonNode, Examined> examined = new IdentityHashMap<>();
    private List<Opened> at = List.of();
    private boolean toBeCited;

    /** @param onDate of the world's clock, or null */
    Surroundings(Records records, Examination examination, long n, LocalDate onDate) {
        this.records = records;
        this.examination = examination;
        this.n = n;
        this.onDate = onDate;
    }

    /** A document without some of its members, as it shows on the day that is asked for, if one is. */
    ObjectNode shown(RecordKind kind, byte[] document, Set<String> without) {
        return onDate == null || kind != RecordKind.AGREEMENT
                ? Json.stored(document, without)
                : WorldClock.on(onDate, Json.stored(document));
    }

    /** Which records are taken apart next. */
    void arriveAt(List<Opened> documents) {
        at = documents;
        examined.clear();
        toBeCited = true;
    }

    /** Of a source what decides for how much it counts; null where there was none of that slug. */
    @Override
    public Provenance apply(String slug) {
        Optional<Provenance> known = sources.getIfPresent(slug);
        if (known == null) {
            Set<String> wanted = new HashSet<>(Set.of(slug));
            if (toBeCited) {
                at.forEach(document -> cited(document.read(), wanted));
                toBeCited = false;
            }
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

    /** The countries of a party, or where it has none those that it belongs to over others; none where nobody knows. */
    Set<String> countries(String slug) {
        return countries.get(slug, this::ofWholes);
    }

    private Set<String> ofWholes(String slug) {
        Set<String> found = new TreeSet<>();
        Set<String> seen = new HashSet<>(Set.of(slug));
        Set<String> open = Set.of(slug);
        while (!open.isEmpty() && found.isEmpty()) {
            Set<String> further = new HashSet<>();
            for (ObjectNode document : records.asOf(RecordKind.PARTY, open, n).values()) {
                if (document.path("country").isTextual()) {
                    found.add(document.get("country").textValue());
                }
                document.path("affiliations").forEach(each -> {
                    if (CARRYING.contains(each.path("kind").textValue())
                            && seen.add(each.path("party").textValue())) {
                        further.add(each.path("party").textValue());
                    }
                });
            }
            open = further;
        }
        return found;
    }

    /** How to tell which lines of a document that was read in part are contested among claims of which kind. */
    Contest contest(JsonNode read) {
        return new Contest(
                read,
                () -> whole(read),
                whole -> examination.of(List.of(whole), n).get(0).conflicts());
    }

    /** All of a document of which a part was read. */
    private ObjectNode whole(JsonNode read) {
        return at.stream()
                .filter(document -> document.read() == read)
                .map(Opened::whole)
                .findFirst()
                .orElseThrow();
    }

    /** Whether any claims of an agreement are at odds. */
    static boolean contested(JsonNode agreement) {
        return agreement.path("headline").path("contested").asBoolean();
    }

    /** Whether any restriction touches an agreement. */
    static boolean restricted(JsonNode agreement) {
        return !agreement.path("headline").path("restrictions").isEmpty();
    }

    /** Of an agreement that is {@linkplain #contested contested}. */
    JsonNode conflicts(JsonNode agreement) {
        return examined(agreement).conflicts();
    }

    /**
     * Of an agreement that is {@linkplain #restricted restricted}, by the days of the deal: a day that is asked for is one
     * of stages.
     */
    JsonNode screening(JsonNode agreement) {
        return examined(agreement).screening(null);
    }

    /** Whoever asks for one asks for all that there is something to say of. */
    private Examined examined(JsonNode agreement) {
        if (examined.isEmpty()) {
            List<Opened> open = at.stream()
                    .filter(document -> contested(document.read()) || restricted(document.read()))
                    .toList();
            List<Examined> found =
                    examination.of(open.stream().map(Opened::whole).toList(), n);
            for (int i = 0; i < found.size(); i++) {
                examined.put(open.get(i).read(), found.get(i));
            }
        }
        return examined.get(agreement);
    }
}
