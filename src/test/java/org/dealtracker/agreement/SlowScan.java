package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.dealtracker.uncertain.Amount;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/** The filters of agreements told from their documents, one after another: slow, and easy to see through. */
final class SlowScan {
    private final Certainty certainty;
    /** Each party's document at the moment of the question, by slug. */
    private final Map<String, JsonNode> parties;

    SlowScan(Certainty certainty, Map<String, JsonNode> parties) {
        this.certainty = certainty;
        this.parties = parties;
    }

    static List<JsonNode> standing(JsonNode deal, String collection) {
        Set<String> replaced = new HashSet<>();
        deal.get(collection).forEach(claim -> claim.get("replaces").forEach(id -> replaced.add(id.asText())));
        return StreamSupport.stream(deal.get(collection).spliterator(), false)
                .filter(claim -> !claim.get("rank").asText().equals("deprecated"))
                .filter(claim -> !replaced.contains(claim.get("id").asText()))
                .toList();
    }

    /** The claims of each group, of a line with preferred ones only those. */
    private static Collection<List<JsonNode>> groups(
            JsonNode deal, String collection, Function<JsonNode, String> within) {
        Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
        standing(deal, collection)
                .forEach(claim -> lines.computeIfAbsent(claim.get("line").asText(), line -> new ArrayList<>())
                        .add(claim));
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        lines.forEach((line, claims) -> {
            boolean preferred =
                    claims.stream().anyMatch(c -> c.get("rank").asText().equals("preferred"));
            for (JsonNode claim : claims) {
                if (!preferred || claim.get("rank").asText().equals("preferred")) {
                    groups.computeIfAbsent(line + "/" + within.apply(claim), key -> new ArrayList<>())
                            .add(claim);
                }
            }
        });
        return groups.values();
    }

    boolean party(JsonNode deal, Set<String> roles, String wanted, boolean affiliates) {
        Set<String> meant = meant(wanted, affiliates);
        return standing(deal, "parties").stream()
                .anyMatch(claim ->
                        (roles.isEmpty() || roles.contains(claim.get("role").asText()))
                                && meant.contains(claim.get("party").asText()));
    }

    private Set<String> meant(String wanted, boolean affiliates) {
        Set<String> meant = new HashSet<>();
        parties.forEach((slug, party) -> {
            if (slug.equals(wanted)
                    || party.get("id").asText().equals(wanted)
                    || party.path("country").asText().equals(wanted)) {
                meant.add(slug);
            }
        });
        boolean grown = affiliates;
        while (grown) {
            grown = false;
            for (Map.Entry<String, JsonNode> party : parties.entrySet()) {
                for (JsonNode affiliation : party.getValue().get("affiliations")) {
                    boolean carries = !Set.of("member_of", "successor_of")
                            .contains(affiliation.get("kind").asText());
                    if (carries && meant.contains(affiliation.get("party").asText())) {
                        grown |= meant.add(party.getKey());
                    }
                }
            }
        }
        return meant;
    }

    boolean count(JsonNode deal, String category, BigDecimal min, BigDecimal max) {
        for (List<JsonNode> line : groups(deal, "items", claim -> "")) {
            String of = line.stream()
                    .map(claim -> claim.get("category").asText())
                    .filter(code -> !code.equals("unspecified"))
                    .findFirst()
                    .orElse("unspecified");
            List<Quantity> counts = line.stream()
                    .filter(claim -> claim.has("count"))
                    .map(claim -> Quantity.parse(claim.at("/count/text").asText()))
                    .toList();
            if ((category == null || category.equals(of))
                    && any(counts, Quantity::unknown, q -> q.within(min, max, certainty))) {
                return true;
            }
        }
        return false;
    }

    boolean value(JsonNode deal, String basis, String currency, BigDecimal min, BigDecimal max) {
        return groups(deal, "values", SlowScan::sum).stream().anyMatch(claims -> {
            String of = claims.get(0).get("basis").asText();
            String in = claims.get(0).at("/money/currency").asText("");
            boolean unit = currency == null || currency.equals(in) || in.isEmpty() && certainty == Certainty.POSSIBLE;
            List<Amount> amounts = claims.stream()
                    .map(claim -> Amount.parse(claim.at("/money/amount/text").asText()))
                    .toList();
            List<Amount> figures = amounts.stream()
                    .filter(amount -> !amount.orderOfMagnitude() && !amount.unknown())
                    .toList();
            List<Quantity> quantities = (figures.isEmpty() ? amounts : figures)
                    .stream().map(Amount::quantity).toList();
            return unit
                    && (basis == null || basis.equals(of))
                    && any(quantities, Quantity::unknown, q -> q.within(min, max, certainty));
        });
    }

    private static String sum(JsonNode claim) {
        JsonNode currency = claim.at("/money/currency");
        return claim.get("basis").asText() + (currency.isTextual() ? currency.asText() : "");
    }

    boolean date(JsonNode deal, String event, LocalDate from, LocalDate to) {
        return groups(deal, "dates", claim -> claim.get("event").asText()).stream()
                .filter(claims ->
                        event == null || claims.get(0).get("event").asText().equals(event))
                .map(claims -> claims.stream()
                        .map(claim -> FuzzyDate.parse(claim.at("/when/edtf").asText()))
                        .toList())
                .anyMatch(dates -> any(dates, date -> date.earliest() == null, d -> d.within(from, to, certainty)));
    }

    boolean reviewDueBefore(JsonNode deal, LocalDate day) {
        return standing(deal, "commitments").stream()
                .filter(claim -> claim.has("reviewBy"))
                .map(claim -> FuzzyDate.parse(claim.at("/reviewBy/edtf").asText()))
                .anyMatch(date -> date.within(null, day.minusDays(1), certainty));
    }

    /** Possible: one of the claims may match. Certain: all that name something must, whichever of them is right. */
    private <T> boolean any(List<T> claimed, Predicate<T> unknown, Predicate<T> matches) {
        if (certainty == Certainty.POSSIBLE) {
            return claimed.stream().anyMatch(matches);
        }
        List<T> known = claimed.stream().filter(unknown.negate()).toList();
        return !known.isEmpty() && known.stream().allMatch(matches);
    }
}
