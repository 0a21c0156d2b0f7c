package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Which lines of an agreement are contested, found by holding each of its claims against each other one. */
final class Contest {
    private static final List<String> KINDS =
            List.of("items", "deliveries", "values", "dates", "terms", "commitments", "parties", "positions");

    private Contest() {}

    static Set<String> lines(JsonNode agreement) {
        Set<String> contested = new TreeSet<>();
        for (String kind : KINDS) {
            List<JsonNode> claims = standing(agreement.get(kind));
            for (JsonNode one : claims) {
                if (stances(one).anyMatch("disputes"::equals)
                        || claims.stream().anyMatch(other -> areOfOneThing(one, other) && disagree(one, other))) {
                    contested.add(one.get("line").asText());
                }
            }
        }
        return contested;
    }

    /** Neither deprecated nor replaced by an amendment. */
    private static List<JsonNode> standing(JsonNode claims) {
        Set<String> replaced = new HashSet<>();
        claims.forEach(claim -> claim.get("replaces").forEach(id -> replaced.add(id.asText())));
        List<JsonNode> standing = new ArrayList<>();
        claims.forEach(claim -> {
            if (!claim.get("rank").asText().equals("deprecated")
                    && !replaced.contains(claim.get("id").asText())) {
                standing.add(claim);
            }
        });
        return standing;
    }

    private static Stream<String> stances(JsonNode claim) {
        return StreamSupport.stream(claim.get("citations").spliterator(), false)
                .map(citation -> citation.get("stance").asText());
    }

    private static boolean areOfOneThing(JsonNode one, JsonNode other) {
        return one != other
                && one.get("line").equals(other.get("line"))
                && (!one.has("asAt") || !other.has("asAt") || overlap(one.get("asAt"), other.get("asAt")));
    }

    private static boolean disagree(JsonNode one, JsonNode other) {
        boolean money = one.path("basis").equals(other.path("basis"))
                && one.at("/money/currency").equals(other.at("/money/currency"))
                && apart(one.at("/money/amount"), other.at("/money/amount"));
        return apart(one.path("count"), other.path("count"))
                || apart(one.path("quantity"), other.path("quantity"))
                || money
                || one.has("when") && other.has("when") && !overlap(one.get("when"), other.get("when"))
                || differ(one, other, "condition", "unknown")
                || differ(one, other, "category", "unspecified")
                || !oneRefinesTheOther(
                        one.path("designation").asText(),
                        other.path("designation").asText());
    }

    private static boolean differ(JsonNode one, JsonNode other, String field, String unknown) {
        String ours = one.path(field).asText(unknown);
        String theirs = other.path(field).asText(unknown);
        return !ours.equals(theirs) && !ours.equals(unknown) && !theirs.equals(unknown);
    }

    private static boolean oneRefinesTheOther(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** Whether no number lies within both; a missing or open bound, and an unknown quantity, leave all possible. */
    private static boolean apart(JsonNode one, JsonNode other) {
        return isBelow(one, other) || isBelow(other, one);
    }

    private static boolean isBelow(JsonNode one, JsonNode other) {
        if (!one.path("upper").isNumber() || !other.path("lower").isNumber()) {
            return false;
        }
        int order = bound(one, "upper", "1.1").compareTo(bound(other, "lower", "0.9"));
        return order < 0
                || order == 0
                        && (one.get("strict").asBoolean() || other.get("strict").asBoolean());
    }

    private static BigDecimal bound(JsonNode quantity, String end, String ifAbout) {
        BigDecimal bound = quantity.get(end).decimalValue();
        return quantity.get("approximate").asBoolean() ? bound.multiply(new BigDecimal(ifAbout)) : bound;
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return !day(one, "earliest", LocalDate.MIN).isAfter(day(other, "latest", LocalDate.MAX))
                && !day(other, "earliest", LocalDate.MIN).isAfter(day(one, "latest", LocalDate.MAX));
    }

    private static LocalDate day(JsonNode date, String end, LocalDate ifOpen) {
        return date.path(end).isTextual() ? LocalDate.parse(date.get(end).asText()) : ifOpen;
    }
}
