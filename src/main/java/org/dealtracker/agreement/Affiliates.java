package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Texts;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.References;
import org.dealtracker.log.Terms;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Party;
import org.dealtracker.uncertain.Certainty;

/** Who is meant when a query names a party: it and, through affiliations that carry over, all who belong to it. */
@ApplicationScoped
public class Affiliates {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final Listings listings;

    Affiliates(Listings listings) {
        this.listings = listings;
    }

    /** Notes which of a parameter's values can name no party: each is an id, a slug, or a country's ISO code. */
    public static void check(String parameter, Collection<String> references, Findings findings) {
        for (String reference : references) {
            if (!COUNTRY.matcher(reference).matches() && !References.isReference(reference)) {
                findings.malformed(
                        parameter,
                        "'" + Texts.shown(reference) + "' is no party: give an id, a slug, or an ISO country code.");
            }
        }
    }

    /**
     * The slugs of the parties that some references mean, as the register had it after an entry.
     *
     * @param onDate only affiliations that may hold on that day; null for any day
     */
    public Set<String> of(Collection<String> references, long n, boolean follow, LocalDate onDate) {
        Set<String> found = new LinkedHashSet<>();
        for (String reference : references) {
            if (COUNTRY.matcher(reference).matches()) {
                items(new Filter().anyOf(List.of(Terms.of("country", reference))), n)
                        .forEach(party -> found.add(slug(party)));
            } else if (References.isId(reference)) {
                items(new Filter().record(UUID.fromString(reference)), n).forEach(party -> found.add(slug(party)));
            } else {
                found.add(reference);
            }
        }
        Deque<String> open = new ArrayDeque<>(follow ? found : Set.of());
        while (!open.isEmpty()) {
            // All that are still open at once: as many queries as there are generations.
            List<String> wholes = List.copyOf(open);
            open.clear();
            for (ObjectNode item : items(new Filter().anyOf(Terms.each("affiliated", wholes)), n)) {
                Party party = Party.TYPE.stored(item);
                boolean belongs = party.affiliations().stream()
                        .anyMatch(each -> wholes.contains(each.party()) && carriesOver(each, onDate));
                if (belongs && found.add(party.identity().slug())) {
                    open.add(party.identity().slug());
                }
            }
        }
        return found;
    }

    /**
     * The parties that some references mean, those that they belong to, and the countries of all of these: whatever a
     * restriction that reaches them may name.
     */
    public Set<String> above(Collection<String> references, long n) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String reference : references) {
            if (COUNTRY.matcher(reference).matches()) {
                found.add(reference);
            }
        }
        open.addAll(of(references, n, false, null));
        while (!open.isEmpty()) {
            String slug = open.poll();
            if (found.add(slug)) {
                items(new Filter().slugs(List.of(slug)), n).forEach(item -> {
                    Party party = Party.TYPE.stored(item);
                    if (party.country() != null) {
                        found.add(party.country());
                    }
                    party.affiliations().stream()
                            .filter(each -> carriesOver(each, null))
                            .forEach(each -> open.add(each.party()));
                });
            }
        }
        return found;
    }

    private static boolean carriesOver(Affiliation affiliation, LocalDate day) {
        if (!affiliation.kind().carriesOver() || day == null) {
            return affiliation.kind().carriesOver();
        }
        boolean begun = affiliation.from() == null || affiliation.from().begunBy(day, Certainty.POSSIBLE);
        boolean ended = affiliation.to() != null
                && affiliation.to().latest() != null
                && affiliation.to().latest().isBefore(day);
        return begun && !ended;
    }

    private List<ObjectNode> items(Filter filter, long n) {
        return listings.items(RecordKind.PARTY, filter, n);
    }

    private static String slug(ObjectNode party) {
        return party.get("slug").textValue();
    }
}
