package org.dealtracker.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Role;
import org.dealtracker.log.Candidates;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Index.Span;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Terms;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Party;
import org.dealtracker.search.AgreementLikeness.Side;
import org.dealtracker.search.AgreementLikeness.Sides;
import org.dealtracker.search.Likeness.Ground;
import org.dealtracker.source.Source;
import org.dealtracker.text.Query;

/** Which records may be of the same thing as another one. Those that an index finds are compared, some hundred at most. */
@ApplicationScoped
class Duplicates {
    private static final int MOST_EACH = 100;
    private static final int MOST_NAMES = 8;
    private static final int MOST_GENERATIONS = 8;

    private final Candidates candidates;
    private final Affiliates affiliates;
    private final Listings listings;

    Duplicates(Candidates candidates, Affiliates affiliates, Listings listings) {
        this.candidates = candidates;
        this.affiliates = affiliates;
        this.listings = listings;
    }

    /** A record that may be of the same thing; {@code score} from 0 to 1. */
    record Candidate(RecordKind kind, UUID id, String slug, String title, double score, List<Ground> reasons) {}

    /** The likeliest ones, and how many there are. */
    record Found(List<Candidate> items, int total) {}

    Found ofAgreement(ObjectNode document, long n, int most) {
        Agreement agreement = Agreement.TYPE.stored(document);
        Set<String> suppliers = AgreementLikeness.parties(agreement, Role.SUPPLIER);
        Set<String> recipients = AgreementLikeness.parties(agreement, Role.RECIPIENT);
        Sides sides = new Sides(new Side(suppliers, family(suppliers, n)), new Side(recipients, family(recipients, n)));
        List<Filter> filters = new ArrayList<>(List.of(named(agreement.title())));
        List<String> from = Terms.each("supplier", List.copyOf(sides.suppliers().family()));
        List<String> to = Terms.each("recipient", List.copyOf(sides.recipients().family()));
        if (!from.isEmpty() && !to.isEmpty()) {
            filters.add(new Filter().anyOf(from).anyOf(to));
        }
        List<String> designations = AgreementLikeness.designations(agreement).stream()
                .map(name -> Terms.of("designation", Terms.together(name)))
                .toList();
        List<String> sources = Terms.each("source", List.copyOf(AgreementLikeness.sources(agreement)));
        if (!designations.isEmpty()) {
            filters.add(new Filter().anyOf(designations).anyOf(sources));
            // One that names one side only.
            filters.add(new Filter().anyOf(designations).anyOf(from.isEmpty() ? to : from));
        }
        return likeliest(
                Agreement.TYPE, agreement, filters, n, most, other -> AgreementLikeness.of(agreement, sides, other));
    }

    Found ofParty(ObjectNode document, long n, int most) {
        Party party = Party.TYPE.stored(document);
        List<Filter> filters = new ArrayList<>();
        PartyLikeness.names(party).stream().limit(MOST_NAMES).forEach(name -> filters.add(named(name)));
        party.externalIds().stream().limit(MOST_NAMES).forEach(id -> filters.add(worded(id.value())));
        return likeliest(Party.TYPE, party, filters, n, most, other -> PartyLikeness.of(party, other));
    }

    Found ofSource(ObjectNode document, long n, int most) {
        Source source = Source.TYPE.stored(document);
        List<Filter> filters = new ArrayList<>();
        if (source.title() != null) {
            filters.add(named(source.title()));
        }
        source.pages().forEach(page -> filters.add(worded(page)));
        if (source.sha256() != null) {
            filters.add(worded(source.sha256()));
        }
        if (source.publisher() != null
                && source.published() != null
                && source.published().earliest() != null) {
            String days = Span.days(
                    source.published().earliest().minusDays(SourceLikeness.CLOSE),
                    source.published().latest() == null
                            ? null
                            : source.published().latest().plusDays(SourceLikeness.CLOSE));
            filters.add(new Filter()
                    .anyOf(List.of(Terms.of("publisher", Terms.plain(source.publisher()))))
                    .within("published", List.of(), List.of(), days, false));
        }
        return likeliest(Source.TYPE, source, filters, n, most, other -> SourceLikeness.of(source, other));
    }

    private static Filter named(String name) {
        return new Filter().named(Terms.plain(name));
    }

    private static Filter worded(String phrase) {
        return new Filter().worded(Query.of("\"" + phrase.replace('"', ' ') + "\""));
    }

    /** Some parties, those who belong to them, and those whom they belong to. */
    private Set<String> family(Set<String> parties, long n) {
        Set<String> family = new HashSet<>(affiliates.of(parties, n, true, null));
        Set<String> open = parties;
        for (int i = 0; i < MOST_GENERATIONS && !open.isEmpty(); i++) {
            Set<String> wholes = new HashSet<>();
            listings.items(RecordKind.PARTY, new Filter().slugs(open), n)
                    .forEach(item -> Party.TYPE.stored(item).affiliations().stream()
                            .filter(affiliation -> affiliation.kind().carriesOver())
                            .map(Affiliation::party)
                            .filter(family::add)
                            .forEach(wholes::add));
            open = wholes;
        }
        return family;
    }

    private <T extends Recorded> Found likeliest(
            RecordType<T> type, T record, List<Filter> filters, long n, int most, Function<T, Likeness> compared) {
        Set<UUID> seen = new HashSet<>(Set.of(record.identity().id()));
        List<Candidate> found = new ArrayList<>();
        for (Filter filter : filters) {
            candidates.each(type.kind(), filter, record.listTitle(), n, MOST_EACH, document -> {
                T other = type.stored(document);
                Likeness likeness = compared.apply(other);
                if (seen.add(other.identity().id()) && likeness.score() >= Likeness.LEAST) {
                    found.add(candidate(other, likeness));
                }
            });
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::slug));
        return new Found(List.copyOf(found.subList(0, Math.min(most, found.size()))), found.size());
    }

    private static Candidate candidate(Recorded other, Likeness likeness) {
        return new Candidate(
                other.recordKind(),
                other.identity().id(),
                other.identity().slug(),
                other.listTitle(),
                likeness.score(),
                likeness.grounds());
    }
}
