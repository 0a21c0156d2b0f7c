package org.dealtracker.http;

/** Turns a reference in a body (an id or a slug) into the slug that it is stored and shown by. */
@FunctionalInterface
public interface Lookup {
    /** Takes every reference as it stands: for what the service itself has written. */
    Lookup AS_WRITTEN = (kind, reference) -> reference;

    /**
     * @param kind what is referred to: {@code party}, {@code source}, {@code agreement}, …
     * @return the slug, or null when there is no such record
     */
    String slug(String kind, String reference);

    /** What to say of a reference that was answered with null. */
    default String missing(String kind, String reference) {
        return "There is no " + kind + " '" + Texts.shown(reference) + "'.";
    }
}
