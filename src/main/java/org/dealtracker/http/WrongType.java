package org.dealtracker.http;

/** Thrown by a reader given to {@link Form#value} when the JSON type itself is wrong, which is worse than the value. */
public final class WrongType extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public WrongType(String message) {
        super(message);
    }
}
