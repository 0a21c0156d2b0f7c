package org.dealtracker.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dealtracker.http.Findings;

/** How a page of a list is selected: rows after a place, in a total order whose last key is the id. */
record Page(int limit, List<Order> orders, boolean exact) {
    private static final String NOW = "l.kind = :kind and l.to_n is null";

    /** Of the rows that hold no longer those that held then; an index knows them by their ranges. */
    private static final String ENDED = "l.kind = :kind and l.to_n is not null and l.held @> :n";

    record Order(Sort key, boolean descending) {
        String expression() {
            return key.expression(descending);
        }

        String direction() {
            return descending ? " desc" : "";
        }
    }

    static List<Order> orders(String sort, Set<Sort> allowed, Findings findings) {
        if (sort == null) {
            return List.of(new Order(Sort.SLUG, false));
        }
        Set<Sort> seen = new LinkedHashSet<>();
        List<Order> orders = new ArrayList<>();
        for (String part : sort.split(",", -1)) {
            boolean descending = part.startsWith("-");
            String name = descending ? part.substring(1) : part;
            Sort key = Arrays.stream(Sort.values())
                    .filter(k -> allowed.contains(k) && k.parameter().equals(name))
                    .findFirst()
                    .orElse(null);
            if (key == null || !seen.add(key)) {
                String names = Arrays.stream(Sort.values())
                        .filter(allowed::contains)
                        .map(Sort::parameter)
                        .collect(Collectors.joining(", "));
                findings.malformed("sort", "'sort' takes each of " + names + " once, '-' before it for descending.");
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

    /** Id, number of the entry and item of each row, then the keys as a cursor holds them. */
    String select(Filter filter, boolean past, boolean after) {
        List<String> read = numbered((i, order) -> order.key().read("page.k" + i));
        // With the table's name: alone it would mean the text beside it, in which 10 comes before 9.
        List<String> order = numbered((i, each) -> "page.k" + i + each.direction());
        return "select record_id, from_n, item, " + String.join(", ", read) + " from ("
                + parts(past, held -> "(" + rows(filter, held, after) + ")")
                + ") as page order by " + String.join(", ", order) + ", record_id" + (idDescending() ? " desc" : "")
                + " limit :most";
    }

    private String rows(Filter filter, String held, boolean after) {
        List<String> keys = numbered((i, order) -> order.expression() + " as k" + i);
        List<String> order = numbered((i, each) -> each.expression() + each.direction());
        return "select l.record_id, l.from_n, l.item, " + String.join(", ", keys) + " from listing l where " + held
                + filter.sql() + (after ? " and (" + afterPlace() + ")" : "")
                + " order by " + String.join(", ", order) + ", l.record_id" + (idDescending() ? " desc" : "")
                + " limit :most";
    }

    static String count(Filter filter, boolean past) {
        return "select count(*)::int from ("
                + parts(past, held -> "(select 1 from listing l where " + held + filter.sql() + " limit :most)")
                + ") as counted";
    }

    /** How many of the rows have each of the terms that begin with a prefix. */
    static String facet(Filter filter, boolean past) {
        return "select substr(t, length(:prefix) + 1), count(*)::int from ("
                + parts(past, held -> "(select l.terms from listing l where " + held + filter.sql() + ")")
                + ") as counted cross join unnest(counted.terms) as t where starts_with(t, :prefix)"
                + " group by 1 order by 2 desc, 1 limit :most";
    }

    /** All rows that a filter leaves, without an order. */
    static String all(Filter filter, boolean past) {
        return parts(past, held -> "select l.record_id, l.from_n, l.item from listing l where " + held + filter.sql());
    }

    /** The numbers of the entries that the same rows begin with. */
    static String numbers(Filter filter) {
        return parts(true, held -> "select l.from_n from listing l where " + held + filter.sql());
    }

    private interface Part {
        String of(String held);
    }

    private static String parts(boolean past, Part part) {
        return past ? part.of(NOW + " and l.from_n <= :n") + " union all " + part.of(ENDED) : part.of(NOW);
    }

    private interface Numbered {
        String of(int index, Order order);
    }

    private List<String> numbered(Numbered text) {
        return IntStream.range(0, orders.size())
                .mapToObj(i -> text.of(i, orders.get(i)))
                .toList();
    }

    /**
     * (a, b, id) after (x, y, i). Where all keys go one way that is a comparison of rows, which an index can start
     * from; else a > x, or a = x and b > y, or both equal and id > i.
     */
    private String afterPlace() {
        List<String> values = numbered((i, order) -> order.key().written(":key" + i));
        List<String> expressions = numbered((i, order) -> order.expression());
        boolean down = idDescending();
        if (orders.stream().allMatch(order -> order.descending() == down)) {
            return "(" + String.join(", ", expressions) + ", l.record_id) " + (down ? "<" : ">") + " ("
                    + String.join(", ", values) + ", :id)";
        }
        List<String> alternatives = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (int i = 0; i < orders.size(); i++) {
            String comparison = orders.get(i).descending() ? " < " : " > ";
            alternatives.add(equal + expressions.get(i) + comparison + values.get(i));
            equal.append(expressions.get(i)).append(" = ").append(values.get(i)).append(" and ");
        }
        alternatives.add(equal + "l.record_id" + (down ? " < " : " > ") + ":id");
        return alternatives.stream().map(a -> "(" + a + ")").collect(Collectors.joining(" or "));
    }

    /** Whether a cursor's keys can be of this order. */
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
