package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Records;
import org.dealtracker.log.Reference;
import org.dealtracker.log.Terms;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;

/** Fetches what the evidence of an agreement follows from: as it stands in this transaction, or as it stood. */
@ApplicationScoped
class Gathering {
    private final Records records;
    private final Listings listings;

    Gathering(Records records, Listings listings) {
        this.records = records;
        this.listings = listings;
    }

    /** What the headlines of some agreements follow from, as it stands in this transaction; one for each, in their order. */
    List<Facts> now(List<Agreement> agreements) {
        return of(agreements, Records.NOW, List.of());
    }

    /** The same with the engagements that bear on it, as of an entry of the log. */
    Facts asOf(Agreement agreement, long n) {
        return asOf(List.of(agreement), n).get(0);
    }

    /** The same of several; one for each, in their order. */
    List<Facts> asOf(List<Agreement> agreements, long n) {
        return of(agreements, n, listed(Engagement.TYPE, terms(agreements), n));
    }

    private static Set<String> terms(List<Agreement> agreements) {
        return agreements.stream()
                .map(agreement -> Terms.of("agreement", agreement.identity().slug()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What several agreements share is fetched once for all of them. */
    private List<Facts> of(List<Agreement> agreements, long n, List<Engagement> engagements) {
        Set<String> cited = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        agreements.forEach(agreement -> refer(agreement, cited, named));
        engagements.forEach(engagement -> refer(engagement, cited, new HashSet<>()));
        Map<String, Source> sources = closure(Source.TYPE, cited, n, Source::repeats);
        Map<String, Party> parties = closure(Party.TYPE, named, n, Gathering::wholes);
        List<Restriction> restrictions = restrictions(parties.values(), n);
        List<Assessment> assessments = listed(Assessment.TYPE, terms(agreements), n);
        return agreements.stream()
                .map(agreement -> new Facts(
                        agreement,
                        sources,
                        parties,
                        restrictions,
                        assessments.stream()
                                .filter(each -> agreement
                                        .identity()
                                        .slug()
                                        .equals(each.subject().agreement()))
                                .toList(),
                        engagements.stream()
                                .filter(each -> each.agreements()
                                        .contains(agreement.identity().slug()))
                                .toList()))
                .toList();
    }

    private static void refer(Recorded record, Set<String> sources, Set<String> parties) {
        for (Reference reference : record.references()) {
            if (reference.kind() == RecordKind.SOURCE) {
                sources.add(reference.slug());
            } else if (reference.kind() == RecordKind.PARTY) {
                parties.add(reference.slug());
            }
        }
    }

    private static List<String> wholes(Party party) {
        return party.affiliations().stream()
                .filter(affiliation -> affiliation.kind().carriesOver())
                .map(Affiliation::party)
                .toList();
    }

    /** Records and all that they lead to, a generation at a time. */
    private <T extends Recorded> Map<String, T> closure(
            RecordType<T> type, Set<String> slugs, long n, Function<T, List<String>> next) {
        Map<String, T> found = new HashMap<>();
        Set<String> seen = new HashSet<>(slugs);
        Set<String> open = slugs;
        while (!open.isEmpty()) {
            Set<String> further = new TreeSet<>();
            records.asOf(type.kind(), open, n).forEach((slug, document) -> {
                T record = type.stored(document);
                found.put(slug, record);
                next.apply(record).stream().filter(seen::add).forEach(further::add);
            });
            open = further;
        }
        return found;
    }

    private List<Restriction> restrictions(Collection<Party> parties, long n) {
        Set<String> targets = new TreeSet<>();
        for (Party party : parties) {
            targets.add(Terms.of("target", party.identity().slug()));
            if (party.country() != null) {
                targets.add(Terms.of("target", party.country()));
            }
        }
        return listed(Restriction.TYPE, targets, n);
    }

    /** Those of any of the terms in the order of their slugs, so that the same facts always give the same document. */
    private <T extends Recorded> List<T> listed(RecordType<T> type, Set<String> terms, long n) {
        if (terms.isEmpty()) {
            return List.of();
        }
        Map<String, T> bySlug = new TreeMap<>();
        for (ObjectNode item : listings.items(type.kind(), new Filter().anyOf(terms), n)) {
            T record = type.stored(item);
            bySlug.put(record.identity().slug(), record);
        }
        return List.copyOf(bySlug.values());
    }
}
