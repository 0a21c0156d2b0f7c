package org.dealtracker.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.party.Alias;
import org.dealtracker.party.Party;
import org.dealtracker.search.Likeness.Pair;

/** How likely two parties are one. */
final class PartyLikeness {
    private static final double ALIKE = 0.45;

    private PartyLikeness() {}

    static Likeness of(Party one, Party other) {
        Likeness likeness = new Likeness();
        Pair names = Pair.of(names(one), names(other));
        if (names.similarity() == 1) {
            likeness.because(DuplicateReason.SAME_NAME, 0.8, names.detail());
        } else if (names.similarity() >= ALIKE) {
            double weight = 0.75 * names.similarity() * names.similarity();
            likeness.because(DuplicateReason.SIMILAR_NAME, weight, names.detail());
        }
        Set<String> ids = Likeness.shared(ids(one), ids(other));
        if (!ids.isEmpty()) {
            likeness.because(DuplicateReason.SHARED_EXTERNAL_ID, 0.95, Likeness.list(ids));
        }
        if (one.country() != null && other.country() != null) {
            if (one.country().equals(other.country())) {
                likeness.because(DuplicateReason.SAME_COUNTRY, 0.15, one.country());
            } else {
                likeness.against(0.6);
            }
        }
        return one.kind() == other.kind() ? likeness : likeness.against(0.9);
    }

    static List<String> names(Party party) {
        return Stream.concat(Stream.of(party.name()), party.aliases().stream().map(Alias::name))
                .toList();
    }

    private static Set<String> ids(Party party) {
        return party.externalIds().stream()
                .map(id -> (id.scheme() + " " + id.value()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
