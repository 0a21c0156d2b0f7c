package org.dealtracker.log;

/** A record of a kind of which two may turn out to be of one thing. */
public interface Mergeable<T extends Mergeable<T>> extends Recorded {
    /**
     * This record with what a duplicate of it has beside. Nothing that this one says is overwritten.
     *
     * @throws org.dealtracker.http.Problem 422 when the two do not go together
     */
    T joined(T duplicate);
}
