package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Lookup;

/**
 * Binds a body whose members refer to other records. The body is read twice: once to learn what it refers to, which is
 * then looked up in one query for each kind, and once for good.
 */
@ApplicationScoped
public class References {
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final Pattern SLUG_SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Sql sql;
    private final Survivors survivors;

    References(Sql sql, Survivors survivors) {
        this.sql = sql;
        this.survivors = survivors;
    }

    public static boolean isId(String reference) {
        return UUID_SHAPE.matcher(reference).matches();
    }

    /** Whether a text could be the id or slug of a record at all; if not, nothing needs to be asked. */
    public static boolean isReference(String text) {
        return text.length() <= 100 && (SLUG_SHAPE.matcher(text).matches() || isId(text));
    }

    /**
     * Reads a body; every wrong member is found, dangling references included.
     *
     * @throws org.dealtracker.http.Problem 400 or 422
     */
    public <T> T bind(ObjectNode body, Findings findings, Function<Form, T> read) {
        return bind(body, findings, Set.of(), read);
    }

    /**
     * @param arriving records that come into being in the same transaction, and may be referred to already
     */
    public <T> T bind(ObjectNode body, Findings findings, Set<Target> arriving, Function<Form, T> read) {
        Set<Target> wanted = new HashSet<>();
        read.apply(new Form(body, new Findings(), (kind, reference) -> {
            wanted.add(new Target(kind, reference));
            return reference;
        }));
        Found found = find(wanted, arriving);
        T bound = read.apply(new Form(body, findings, found));
        findings.throwIfAny();
        return bound;
    }

    /** What was looked up. */
    private record Found(Set<Target> arriving, Map<Target, String> slugs, Map<Target, String> survivors)
            implements Lookup {
        @Override
        public String slug(String kind, String reference) {
            Target target = new Target(kind, reference);
            return arriving.contains(target) ? reference : slugs.get(target);
        }

        @Override
        public String missing(String kind, String reference) {
            String survivor = survivors.get(new Target(kind, reference));
            return survivor == null
                    ? Lookup.super.missing(kind, reference)
                    : "The " + kind + " '" + reference + "' went into '" + survivor + "'; refer to that.";
        }
    }

    /** A record by its kind's code and its id or slug. */
    public record Target(String kind, String reference) {}

    private record Row(String kind, String id, String slug, boolean live) {}

    private Found find(Set<Target> wanted, Set<Target> arriving) {
        Found found = new Found(arriving, new HashMap<>(), new HashMap<>());
        if (wanted.isEmpty()) {
            return found;
        }
        List<String> ids =
                wanted.stream().map(Target::reference).filter(References::isId).toList();
        List<String> slugs = wanted.stream().map(Target::reference).toList();
        sql.query("""
                        select kind, cast(id as text), slug, state = 'live' from record
                        where state <> 'deleted' and (slug = any(:slugs) or id = any(cast(:ids as uuid[])))""")
                .set("slugs", slugs)
                .set("ids", ids)
                .list(row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .forEach(row -> {
                    Map<Target, String> known = row.live() ? found.slugs() : found.survivors();
                    String slug = row.live() ? row.slug() : survivors.slugOf(UUID.fromString(row.id()));
                    known.put(new Target(row.kind(), row.slug()), slug);
                    known.put(new Target(row.kind(), row.id()), slug);
                });
        // An id may come in upper case; it is stored and compared in lower.
        wanted.stream().filter(target -> isId(target.reference())).forEach(target -> {
            Target lower = new Target(target.kind(), target.reference().toLowerCase(Locale.ROOT));
            if (found.slugs().containsKey(lower)) {
                found.slugs().put(target, found.slugs().get(lower));
            }
        });
        return found;
    }
}
