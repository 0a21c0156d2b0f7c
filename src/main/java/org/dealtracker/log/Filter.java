package org.dealtracker.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.log.Index.Span;
import org.dealtracker.text.Piece.Weight;
import org.dealtracker.text.Query;

/**
 * What a list is narrowed to: conditions that all have to hold of a row in {@code listing}. The texts are the program's
 * own; what a client sent is only ever a parameter.
 */
public final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** At least one of the terms; no term at all matches nothing. */
    public Filter anyOf(Collection<String> terms) {
        return with("l.terms && :%s", List.copyOf(terms));
    }

    /** All of the terms. */
    public Filter allOf(Collection<String> terms) {
        return terms.isEmpty() ? this : with("l.terms @> :%s", List.copyOf(terms));
    }

    /** One record and no other. */
    public Filter record(UUID id) {
        return with("l.record_id = :%s", id);
    }

    /** Records of these slugs. */
    public Filter slugs(Collection<String> slugs) {
        return with("l.slug = any(:%s)", List.copyOf(slugs));
    }

    /** The words of a query, anywhere in the record. */
    public Filter worded(Query query) {
        return with("l.search @@ cast(:%s as tsquery)", query.within(Weight.D));
    }

    public Filter updatedSince(Instant instant) {
        return with("l.updated_at >= :%s", instant);
    }

    /** A name that looks like the one given: most of its groups of three letters, in a row. */
    public Filter named(String name) {
        return with(":%s <%% l.names", name);
    }

    /**
     * A value in an interval.
     *
     * @param parts only values of these parts; empty for any
     * @param units only values in these units, and, if that is all that has to be possible, those without one
     * @param interval see {@link Span#interval}
     * @param certain whether it must lie there whatever turns out to be so, or only may
     */
    public Filter within(
            String what, Collection<String> parts, Collection<String> units, String interval, boolean certain) {
        StringBuilder condition = new StringBuilder("exists (select from listing_span s where s.record_id = l.record_id"
                + " and s.from_n = l.from_n and s.what = :" + put(what) + " and s.certain = " + certain);
        condition.append(" and s.span ").append(certain ? "<@" : "&&");
        condition.append(" cast(:").append(put(interval)).append(" as numrange)");
        if (!parts.isEmpty()) {
            condition
                    .append(" and s.part = any(:")
                    .append(put(List.copyOf(parts)))
                    .append(")");
        }
        if (!units.isEmpty()) {
            List<String> wanted = new ArrayList<>(units);
            if (!certain) {
                wanted.add("");
            }
            condition.append(" and s.unit = any(:").append(put(wanted)).append(")");
        }
        conditions.add(condition.append(")").toString());
        return this;
    }

    private Filter with(String condition, Object value) {
        conditions.add(condition.formatted(put(value)));
        return this;
    }

    private String put(Object value) {
        String name = "f" + values.size();
        values.put(name, value);
        return name;
    }

    /** The conditions, each with "and" before it. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" and ").append(condition));
        return sql.toString();
    }

    /** What its parameters stand for, by their names. */
    Map<String, Object> values() {
        return values;
    }

    Sql.Query bind(Sql.Query query) {
        values.forEach(query::set);
        return query;
    }
}
