package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;

/**
 * How records of one kind are read, from requests and from their own documents.
 *
 * @param reach how far a write may reach, which decides beside whom it may be made
 * @param derived the members that are derived from others, and ignored when a client sends them back
 */
public record RecordType<T extends Recorded>(RecordKind kind, Reader<T> reader, Reach reach, Set<String> derived) {
    private static final int LONGEST_SLUG = 100;

    /** Which other records a write to one of a kind may change, so that it must be made alone. */
    public enum Reach {
        /** None. */
        ITSELF,
        /** Those that refer to it; a new one has none yet. */
        REFERRING,
        /** Others too, which a new one changes as well. */
        OTHERS
    }

    /** Reads a record's own members. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * @param identity the record's, whether new or old
         * @param before the record as it stands, or null when it is new
         */
        T read(Form form, Identity identity, T before);
    }

    /** Reads back what the register wrote. */
    public T stored(ObjectNode document) {
        return stored(document, Repointing.NONE);
    }

    /** Reads it as if it referred to others. */
    public T stored(ObjectNode document, Repointing repointing) {
        return reader.read(new Form(document, new Findings(), repointing.lookup()), Identity.of(document), null);
    }

    /** Reads a record that is to be created. */
    public T fresh(Form form) {
        String slug = form.text("slug", LONGEST_SLUG);
        if (slug != null && References.isId(slug)) {
            form.unacceptable("slug", "A slug must not look like an id.");
        } else if (slug != null && !References.isReference(slug)) {
            form.unacceptable("slug", "A slug is lower-case letters and digits, words joined by single hyphens.");
        }
        return reader.read(form, Identity.fresh(slug), null);
    }

    T edited(Form form, T before) {
        String slug = before.identity().slug();
        if (form.has("slug") && !slug.equals(form.text("slug", LONGEST_SLUG))) {
            form.unacceptable("slug", "A slug is never changed; this record's is '" + slug + "'.");
        }
        return reader.read(form, before.identity(), before);
    }

    /** All members that a record of this kind can have. */
    public Set<String> members() {
        Form nothing = new Form(Json.object(), new Findings(), Lookup.AS_WRITTEN);
        reader.read(nothing, Identity.fresh("any"), null);
        Set<String> members = new HashSet<>(nothing.known());
        members.addAll(serverOwned());
        members.addAll(derived);
        return Set.copyOf(members);
    }

    /** What a client may send back of a document although the server owns it. */
    public static Set<String> serverOwned() {
        return Identity.MEMBERS;
    }
}
