package org.dealtracker.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Texts;

/** How a page of a list is selected: rows after a place, in a total order whose last key is the id. */
record Page(int limit, List<Order> orders, boolean exact) {
    /** What lists can be sorted by. A name from a query reaches SQL only through this enum. */
    enum Key {
        SLUG("slug", "slug", false),
        TITLE("title", "title", false),
        CREATED_AT("createdAt", "created_at", true),
        UPDATED_AT("updatedAt", "updated_at", true);

        private static final int LONGEST = 2_000;

        private final String parameter;
        private final String column;
        private final boolean instant;

        Key(String parameter, String column, boolean instant) {
            this.parameter = parameter;
            this.column = column;
            this.instant = instant;
        }

        /** As a cursor holds it: an instant in microseconds since 1970, so that no time zone has a say in it. */
        private String read() {
            return instant ? "cast(cast(extract(epoch from " + column + ") * 1000000 as bigint) as text)" : column;
        }

        private String written(String parameterName) {
            return instant
                    ? "(to_timestamp(0) + cast(" + parameterName + " as bigint) * interval '1 microsecond')"
                    : "cast(" + parameterName + " as text)";
        }

        private boolean accepts(String value) {
            return instant ? value.matches("-?[0-9]{1,17}") : Texts.wrong(value, LONGEST) == null;
        }
    }

    record Order(Key key, boolean descending) {
        String sql() {
            return key.column + (descending ? " desc" : "");
        }
    }

    static List<Order> orders(String sort, Findings findings) {
        if (sort == null) {
            return List.of(new Order(Key.SLUG, false));
        }
        Set<Key> seen = new LinkedHashSet<>();
        List<Order> orders = new ArrayList<>();
        for (String part : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = descending ? part.substring(1) : part;
            Key key = Arrays.stream(Key.values())
                    .filter(k -> k.parameter.equals(name))
                    .findFirst()
                    .orElse(null);
            if (key == null || !seen.add(key)) {
                String allowed =
                        Arrays.stream(Key.values()).map(k -> k.parameter).collect(Collectors.joining(", "));
                findings.malformed("sort", "'sort' takes each of " + allowed + " once, '-' before it for descending.");
                return List.of();
            }
            orders.add(new Order(key, descending));
        }
        return orders;
    }

    /** The id ties in the direction of the last key, so that an index serves both directions. */
    private boolean idDescending() {
        return orders.get(orders.size() - 1).descending();
    }

    String select(boolean past, boolean after) {
        String keys = orders.stream().map(o -> o.key().read()).collect(Collectors.joining(", "));
        String order = orders.stream().map(Order::sql).collect(Collectors.joining(", "));
        return "select record_id, item, " + keys + " from listing where " + where(past)
                + (after ? " and (" + afterPlace() + ")" : "")
                + " order by " + order + ", record_id" + (idDescending() ? " desc" : "") + " limit :most";
    }

    String count(boolean past) {
        return "select count(*)::int from (select 1 from listing where " + where(past) + " limit :most) as counted";
    }

    private static String where(boolean past) {
        return past ? "kind = :kind and from_n <= :n and (to_n is null or to_n > :n)" : "kind = :kind and to_n is null";
    }

    /** (a, b, id) after (x, y, i): a > x, or a = x and b > y, or both equal and id > i. */
    private String afterPlace() {
        List<String> alternatives = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (int i = 0; i < orders.size(); i++) {
            Key key = orders.get(i).key();
            String value = key.written(":key" + i);
            alternatives.add(equal + key.column + (orders.get(i).descending() ? " < " : " > ") + value);
            equal.append(key.column).append(" = ").append(value).append(" and ");
        }
        alternatives.add(equal + "record_id" + (idDescending() ? " < " : " > ") + ":id");
        return alternatives.stream().map(a -> "(" + a + ")").collect(Collectors.joining(" or "));
    }

    /** Whether a cursor's keys can be of this order; anyone can make up a cursor. */
    boolean accepts(List<String> keys) {
        boolean all = keys.size() == orders.size();
        for (int i = 0; all && i < keys.size(); i++) {
            all = orders.get(i).key().accepts(keys.get(i));
        }
        return all;
    }

    void bind(Sql.Query query, List<String> keys) {
        for (int i = 0; i < orders.size(); i++) {
            query.set("key" + i, keys.get(i));
        }
    }
}
