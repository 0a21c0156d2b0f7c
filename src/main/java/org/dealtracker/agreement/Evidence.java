package org.dealtracker.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * How well an agreement is vouched for, who disagrees, and what the law may touch of it.
 *
 * @param independentOrigins how many origins, none of which has it from another, say that the deal is there
 * @param originsUnknown of how many sources that say so nobody knows where they have it from
 * @param contestedLines the lines whose claims cannot all be true, or that a source disputes
 */
public record Evidence(
        Verified verification,
        int independentOrigins,
        int originsUnknown,
        boolean contested,
        List<String> contestedLines,
        Judged assessments,
        List<Touched> restrictions) {

    /** Of an agreement that nothing is known of yet. */
    public static final Evidence NONE = new Evidence(
            new Verified(Vouched.NOT, Vouched.NOT), 0, 0, false, List.of(), new Judged(0, 0, 0, 0), List.of());

    /** Whether there is such a deal, and apart from that whether its figures are right. */
    public record Verified(Vouched existence, Vouched figures) {}

    /**
     * How far something is vouched for.
     *
     * @param code the first of the reasons
     * @param reasons all that hold
     */
    public record Vouched(Verification code, List<Verification> reasons) {
        static final Vouched NOT = of(List.of(Verification.UNVERIFIED));

        /** @param reasons in their order, never empty */
        public static Vouched of(List<Verification> reasons) {
            return new Vouched(reasons.get(0), reasons);
        }
    }

    /** How many assessments of the agreement there are of each stance. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Judged(int supportive, int critical, int mixed, int neutral) {}

    /**
     * A restriction that the agreement touches.
     *
     * @param certainty {@code certain}, or {@code possible} where a date or category leaves it open
     */
    public record Touched(UUID id, String slug, String name, String certainty) {}
}
