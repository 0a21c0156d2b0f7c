package org.dealtracker.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.agreement.AgreementKind;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Role;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.Step;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Money;
import org.dealtracker.uncertain.Quantity;

/**
 * What totals need of an agreement's document. The rest of it, the citations above all, is skipped while it is read: to
 * bind whole agreements takes ten times as long.
 */
record Told(
        AgreementKind kind,
        List<Party> parties,
        List<Item> items,
        List<Value> values,
        List<Date> dates,
        List<Event> statusHistory,
        Headline headline) {

    /** What all kinds of claim have. */
    interface Claim {
        UUID id();

        String line();

        Rank rank();

        FuzzyDate asAt();

        List<UUID> replaces();
    }

    record Party(UUID id, String line, Rank rank, FuzzyDate asAt, List<UUID> replaces, String party, Role role)
            implements Claim {}

    record Item(
            UUID id,
            String line,
            Rank rank,
            FuzzyDate asAt,
            List<UUID> replaces,
            Category category,
            Quantity count,
            String partOf)
            implements Claim {}

    record Value(
            UUID id,
            String line,
            Rank rank,
            FuzzyDate asAt,
            List<UUID> replaces,
            Money money,
            Basis basis,
            String partOf,
            UUID equivalentOf)
            implements Claim {}

    record Date(UUID id, String line, Rank rank, FuzzyDate asAt, List<UUID> replaces, DateEvent event, FuzzyDate when)
            implements Claim {}

    record Event(UUID id, long n, Stage to, ChangeType changeType, FuzzyDate effective, UUID supersedes) {
        Step step() {
            return new Step(id, n, to, changeType, effective, supersedes);
        }
    }

    /** What is derived. Older documents say less of it than newer ones. */
    record Headline(
            Stage stage,
            FuzzyDate firstReported,
            JsonNode verification,
            boolean contested,
            List<String> contestedLines) {}

    Told {
        parties = given(parties);
        items = given(items);
        values = given(values);
        dates = given(dates);
        statusHistory = given(statusHistory);
        kind = kind == null ? AgreementKind.UNKNOWN : kind;
        headline = headline == null ? new Headline(null, null, null, false, null) : headline;
    }

    private static <T> List<T> given(List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * The claims that count: neither deprecated nor replaced by an amendment.
     *
     * @param onDate leaves out what speaks of a later day, amendments too; null for none
     */
    static <C extends Claim> List<C> standing(List<C> all, LocalDate onDate) {
        List<C> claims = all.stream()
                .filter(claim ->
                        onDate == null || claim.asAt() == null || claim.asAt().begunBy(onDate, Certainty.POSSIBLE))
                .toList();
        Set<UUID> replaced = new HashSet<>();
        claims.forEach(claim -> replaced.addAll(given(claim.replaces())));
        return claims.stream()
                .filter(claim -> claim.rank() != Rank.DEPRECATED && !replaced.contains(claim.id()))
                .toList();
    }

    /** The claims of each line; of a line with preferred ones only those. */
    static <C extends Claim> Collection<List<C>> lines(List<C> claims) {
        Map<String, List<C>> lines = new LinkedHashMap<>();
        claims.forEach(claim ->
                lines.computeIfAbsent(claim.line(), line -> new ArrayList<>(2)).add(claim));
        lines.replaceAll((line, all) -> {
            List<C> preferred =
                    all.stream().filter(claim -> claim.rank() == Rank.PREFERRED).toList();
            return preferred.isEmpty() ? all : preferred;
        });
        return lines.values();
    }
}
