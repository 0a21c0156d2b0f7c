package org.dealtracker.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Op;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What is derived from an agreement's claims and events, shown in lists and at the top of the record.
 *
 * @param evidence how well it is vouched for
 * @param values bounds for each basis and currency, which are never mixed
 * @param categories counts for each weapon category
 * @param firstReported the earliest publication among the live supports
 * @param lastReported the latest
 * @param hedged whether any live support holds back from what it says
 * @param lastChange the last write to the agreement itself
 */
public record Headline(
        Stage stage,
        FuzzyDate stageSince,
        @JsonUnwrapped Evidence evidence,
        List<Named> suppliers,
        List<Named> recipients,
        List<Worth> values,
        List<Counted> categories,
        List<Promised> commitments,
        List<Said> positions,
        FuzzyDate firstReported,
        FuzzyDate lastReported,
        boolean hedged,
        LastChange lastChange) {

    /** A party as readers know it. */
    public record Named(UUID id, String slug, String name) {}

    /**
     * What the deal is worth on one basis in one currency.
     *
     * @param lower null when open
     * @param upper null when open
     * @param highestReported the highest figure that any claim names
     * @param text the bounds as a quantity is written
     * @param withoutValue how many claims name no sum
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Worth(
            Basis basis,
            String currency,
            BigDecimal lower,
            BigDecimal upper,
            BigDecimal lowestReported,
            BigDecimal highestReported,
            String text,
            int withoutValue) {}

    /** How many items of one category; an open end is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Counted(Category category, BigDecimal lower, BigDecimal upper) {}

    /** A commitment in short. */
    public record Promised(CommitmentType type, Fulfilment fulfilment) {}

    /** A position in short. */
    public record Said(String party, PositionStance stance, String about) {}

    /** The last write to the agreement itself; what follows from other records does not count. */
    public record LastChange(long n, Instant at, Op op, ChangeType changeType, String reason, String actor) {}

    Headline changed(LastChange change) {
        return new Headline(
                stage,
                stageSince,
                evidence,
                suppliers,
                recipients,
                values,
                categories,
                commitments,
                positions,
                firstReported,
                lastReported,
                hedged,
                change);
    }
}
