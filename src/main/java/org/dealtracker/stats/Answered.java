package org.dealtracker.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealtracker.agreement.Basis;
import org.dealtracker.evidence.Bounds;

/**
 * Totals as they are answered.
 *
 * @param total how many agreements the filters leave
 * @param overlapping whether an agreement may be in several groups, so that the rows do not add up
 */
record Answered(List<Dimension> groupBy, Measure measure, int total, boolean overlapping, List<Line> rows) {

    /** A group on one basis in one currency; an open end is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
            Map<String, Object> key,

            String currency,
            Basis basis,
            BigDecimal lower,
            BigDecimal upper,
            String text,
            int agreements,
            int withoutValue,
            int contested) {
        List<Object> cells() {
            List<Object> cells = new ArrayList<>(key.values());
            cells.addAll(Arrays.asList(currency, basis, lower, upper, text, agreements, withoutValue, contested));
            return cells;
        }
    }

    static Answered of(List<Dimension> dimensions, Measure measure, Totals totals) {
        return new Answered(
                dimensions,
                measure,
                totals.agreements(),
                dimensions.stream().anyMatch(Dimension::overlaps),
                totals.rows().stream().map(row -> line(dimensions, row)).toList());
    }

    private static Line line(List<Dimension> dimensions, Totals.Row row) {
        Map<String, Object> key = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            key.put(dimensions.get(i).code(), row.key().get(i));
        }
        BigDecimal lower = Table.plain(row.bounds().lower());
        BigDecimal upper = Table.plain(row.bounds().upper());
        return new Line(
                key,
                row.unit().currency(),
                row.unit().basis(),
                lower,
                upper,
                text(lower, upper, row.bounds()),
                row.agreements(),
                row.withoutValue(),
                row.contested());
    }

    /** The rows alone, what is in the key as columns like the others. */
    Table table() {
        List<String> columns =
                new ArrayList<>(groupBy.stream().map(Dimension::code).toList());
        columns.addAll(
                List.of("currency", "basis", "lower", "upper", "text", "agreements", "withoutValue", "contested"));
        return new Table(columns, rows.stream().map(Line::cells).toList());
    }

    /** As a quantity is written, though of as many digits as the sum has. */
    private static String text(BigDecimal lower, BigDecimal upper, Bounds bounds) {
        if (lower == null && upper == null) {
            return "unknown";
        }
        if (bounds.strict() && (lower == null || upper == null)) {
            return lower == null ? "<" + upper.toPlainString() : ">" + lower.toPlainString();
        }
        if (lower != null && upper != null && lower.compareTo(upper) == 0) {
            return lower.toPlainString();
        }
        return (lower == null ? "" : lower.toPlainString()) + ".." + (upper == null ? "" : upper.toPlainString());
    }
}
