package org.dealtracker.agreement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.Code;

/**
 * How far a reported agreement is said to have come, with the table of what a transition may go on to.
 *
 * <p>A transition always goes to <em>another</em> stage: no row of the table lists its own stage, so a transition that
 * stays is refused. Saying that the stage still holds is a reassessment.
 */
public enum Stage implements Code {
    RUMOURED("Its existence is asserted without a named party, document or insider account."),
    IN_NEGOTIATION("There are talks, an offer, an evaluation or a letter of request."),
    ANNOUNCED("A party says that it intends or has selected; nothing binding is shown."),
    PENDING_APPROVAL("It waits for a licence, a legislature, an embargo clearance or financing."),
    AGREED("It is reported signed, finalised or ordered."),
    IN_IMPLEMENTATION("Payment, production, personnel or training has begun; no main item is handed over."),
    PARTIALLY_DELIVERED("At least one main item or commitment is delivered."),
    COMPLETED("All that was claimed is delivered."),
    SUSPENDED("It is on hold and can be resumed."),
    CANCELLED("A party ended it."),
    LAPSED("It ended without a decision."),
    REFUTED("It is shown never to have existed."),
    UNKNOWN("The sources allow no stage.");

    /** The stages in the order of a deal that goes well; a transition may skip forward along them. */
    private static final List<Stage> FORWARD = List.of(
            RUMOURED,
            IN_NEGOTIATION,
            ANNOUNCED,
            PENDING_APPROVAL,
            AGREED,
            IN_IMPLEMENTATION,
            PARTIALLY_DELIVERED,
            COMPLETED);

    private final String definition;

    Stage(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** Whether no transition leads on from here; a correction or a reassessment still may. */
    public boolean isFinal() {
        return this == COMPLETED || this == REFUTED;
    }

    /** Whether going on to {@code next} brings an ended deal back to life, which takes a new citation. */
    public boolean isRevivedBy(Stage next) {
        return (this == CANCELLED || this == LAPSED) && next == IN_NEGOTIATION;
    }

    /**
     * The stages that a transition may go on to whatever was before: the row of the table and the skips forward. From
     * {@link #SUSPENDED} there is one more, see {@link #allowedNext(Stage)}.
     */
    public Set<Stage> allowedNext() {
        EnumSet<Stage> allowed = listed();
        allowed.addAll(ahead());
        return Collections.unmodifiableSet(allowed);
    }

    /**
     * The stages that a transition may go on to.
     *
     * @param heldBefore the last stage other than {@link #SUSPENDED}, to which a suspended deal may return;
     *     {@link #UNKNOWN} where nothing was recorded before the suspension, which then leads anywhere in a second step
     */
    Set<Stage> allowedNext(Stage heldBefore) {
        if (this != SUSPENDED) {
            return allowedNext();
        }
        EnumSet<Stage> allowed = listed();
        allowed.add(heldBefore);
        return Collections.unmodifiableSet(allowed);
    }

    /**
     * The stages that a transition to {@code next} jumps over. A transition of the table's own skips nothing, though
     * the table may lead past a stage ({@code announced} to {@code agreed}): there the stage between is optional, not
     * missing. Any other forward transition skips every stage between the two.
     */
    public List<Stage> skippedTo(Stage next) {
        if (listed().contains(next) || !ahead().contains(next)) {
            return List.of();
        }
        return FORWARD.subList(FORWARD.indexOf(this) + 1, FORWARD.indexOf(next));
    }

    private List<Stage> ahead() {
        int here = FORWARD.indexOf(this);
        return here < 0 ? List.of() : FORWARD.subList(here + 1, FORWARD.size());
    }

    /** The row of the table, word by word, and {@link #UNKNOWN}, to which any but a final stage may go. */
    private EnumSet<Stage> listed() {
        return switch (this) {
            case RUMOURED -> EnumSet.of(IN_NEGOTIATION, ANNOUNCED, AGREED, REFUTED, LAPSED, UNKNOWN);
            case IN_NEGOTIATION ->
                EnumSet.of(ANNOUNCED, PENDING_APPROVAL, AGREED, SUSPENDED, CANCELLED, LAPSED, UNKNOWN);
            case ANNOUNCED ->
                EnumSet.of(IN_NEGOTIATION, PENDING_APPROVAL, AGREED, SUSPENDED, CANCELLED, LAPSED, UNKNOWN);
            case PENDING_APPROVAL -> EnumSet.of(AGREED, SUSPENDED, CANCELLED, LAPSED, UNKNOWN);
            case AGREED ->
                EnumSet.of(
                        PENDING_APPROVAL,
                        IN_IMPLEMENTATION,
                        PARTIALLY_DELIVERED,
                        COMPLETED,
                        SUSPENDED,
                        CANCELLED,
                        LAPSED,
                        UNKNOWN);
            case IN_IMPLEMENTATION -> EnumSet.of(PARTIALLY_DELIVERED, COMPLETED, SUSPENDED, CANCELLED, LAPSED, UNKNOWN);
            case PARTIALLY_DELIVERED -> EnumSet.of(COMPLETED, SUSPENDED, CANCELLED, LAPSED, UNKNOWN);
            case COMPLETED, REFUTED -> EnumSet.noneOf(Stage.class);
            case SUSPENDED -> EnumSet.of(CANCELLED, LAPSED, UNKNOWN);
            case CANCELLED, LAPSED -> EnumSet.of(IN_NEGOTIATION, UNKNOWN);
            case UNKNOWN -> EnumSet.complementOf(EnumSet.of(UNKNOWN));
        };
    }
}
