package org.dealtracker.log;

/**
 * Who changes the register and why.
 *
 * @param actor the name of the key that wrote
 * @param type null when the request did not say
 * @param reason null when the request gave none
 */
public record Why(String actor, ChangeType type, String reason) {
    public Why as(ChangeType type) {
        return new Why(actor, type, reason);
    }
}
