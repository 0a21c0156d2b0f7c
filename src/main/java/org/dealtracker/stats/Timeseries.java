package org.dealtracker.stats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.evidence.Bounds;
import org.dealtracker.http.Problem;

/** Totals over time: a row for each bucket and group, and what is in no row. */
final class Timeseries {
    /** As many as a chart can show and a spreadsheet reads at once. */
    private static final int MOST_ROWS = 50_000;

    private static final Bounds NOTHING = new Bounds(BigDecimal.ZERO, BigDecimal.ZERO, false);

    private final List<Dimension> dimensions;
    private final Measure measure;
    private final LocalDate onDate;
    private final Window window;
    private final Totals totals;
    private int undated;
    private int outside;

    /** @param onDate of the world's clock, or null */
    Timeseries(List<Dimension> dimensions, Measure measure, LocalDate onDate, Window window) {
        this.dimensions = dimensions;
        this.measure = measure;
        this.onDate = onDate;
        this.window = window;
        List<Grouping> groupings = new ArrayList<>(List.of(window));
        groupings.addAll(dimensions);
        this.totals = new Totals(groupings, measure, onDate);
    }

    /**
     * A series as it is answered.
     *
     * @param from the first day of the first bucket; null where there is none
     * @param total how many agreements the filters leave
     * @param undated how many of them have no day that could place them, and so are in no row
     * @param outside how many lie outside of the buckets whichever of their days is right, and so are in no row
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            Bucket bucket,
            LocalDate from,
            LocalDate to,
            Set<DateEvent> date,
            List<Dimension> groupBy,
            Measure measure,
            int total,
            int undated,
            int outside,
            boolean overlapping,

            @JsonInclude(content = JsonInclude.Include.ALWAYS)
            List<Map<String, Object>> rows) {}

    Timeseries add(Facts facts) {
        if (window.undated(facts)) {
            undated++;
        } else if (window.groups(facts, onDate).isEmpty()) {
            outside++;
        }
        totals.add(facts);
        checkRows(totals.groups());
        return this;
    }

    private void checkRows(long rows) {
        if (rows > MOST_ROWS) {
            throw Problem.badParameter(
                    dimensions.isEmpty() ? "bucket" : "groupBy",
                    "There would be more than " + MOST_ROWS
                            + " rows; ask for fewer dimensions, a longer 'bucket', a nearer 'from' or 'to', or filter.");
        }
    }

    Answer answer() {
        Table table = table();
        return new Answer(
                window.bucket(),
                window.first(),
                window.last(),
                window.events(),
                dimensions,
                measure,
                totals.agreements(),
                undated,
                outside,
                dimensions.stream().anyMatch(Dimension::overlaps),
                table.objects());
    }

    Table table() {
        List<String> columns = new ArrayList<>(List.of("bucket", "start", "end"));
        dimensions.forEach(dimension -> columns.add(dimension.code()));
        columns.addAll(List.of("currency", "basis", "lower", "upper", "agreements", "withoutValue", "contested"));
        List<Totals.Row> rows = dimensions.isEmpty() ? gapless() : totals.rows();
        checkRows(rows.size());
        return new Table(columns, rows.stream().map(this::cells).toList());
    }

    private List<Object> cells(Totals.Row row) {
        LocalDate start = (LocalDate) row.key().get(0);
        List<Object> cells = new ArrayList<>();
        cells.add(window.bucket().label(start));
        cells.add(start);
        cells.add(window.bucket().end(start));
        cells.addAll(row.key().subList(1, row.key().size()));
        cells.add(row.unit().currency());
        cells.add(row.unit().basis());
        cells.add(Table.plain(row.bounds().lower()));
        cells.add(Table.plain(row.bounds().upper()));
        cells.add(row.agreements());
        cells.add(row.withoutValue());
        cells.add(row.contested());
        return cells;
    }

    /**
     * A row for every bucket, so that a chart draws no line over a gap; of sums one in each unit that any bucket has.
     * Where no deal can be, they come to nothing; where deals are and none names a sum in a unit, nothing is known.
     */
    private List<Totals.Row> gapless() {
        List<Totals.Row> rows = new ArrayList<>();
        List<LocalDate> starts = window.starts();
        Set<Worth.Unit> units = totals.units();
        checkRows((long) starts.size() * units.size());
        for (LocalDate start : starts) {
            for (Worth.Unit unit : units) {
                Totals.Row row = totals.row(List.of(start), unit);
                rows.add(row.agreements() > 0 ? row : new Totals.Row(row.key(), unit, NOTHING, 0, 0, 0));
            }
        }
        return rows;
    }
}
