package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Puts the columns of a table together. Where a column is a member of the part that a row tells of, only its place in
 * there is said: names with {@code /} between them.
 */
final class Columns<R extends Row> {
    private final List<Column<R>> all = new ArrayList<>();

    static <R extends Row> Columns<R> of() {
        return new Columns<>();
    }

    List<Column<R>> list() {
        return List.copyOf(all);
    }

    Columns<R> add(Column<R> column) {
        all.add(column);
        return this;
    }

    Columns<R> addAll(Collection<Column<R>> columns) {
        all.addAll(columns);
        return this;
    }

    /** The last column has no null cells. */
    Columns<R> always() {
        all.add(all.remove(all.size() - 1).always());
        return this;
    }

    /** The last column has codes of a vocabulary. */
    Columns<R> codes(String vocabulary) {
        all.add(all.remove(all.size() - 1).codes(vocabulary));
        return this;
    }

    Columns<R> derived(String name, ColumnType type, String description, Function<? super R, ?> value) {
        return add(new Column<>(name, type, description, value));
    }

    private Columns<R> member(
            String name, ColumnType type, String path, String description, Function<JsonNode, ?> cell) {
        String[] steps = path.split("/");
        return derived(name, type, description, row -> cell.apply(at(row.part(), steps)));
    }

    static JsonNode at(JsonNode node, String... steps) {
        JsonNode there = node;
        for (String step : steps) {
            there = there.path(step);
        }
        return there;
    }

    Columns<R> text(String name, String path, String description) {
        return member(name, ColumnType.STRING, path, description, Cells::text);
    }

    Columns<R> integer(String name, String path, String description) {
        return member(name, ColumnType.INTEGER, path, description, Cells::integer);
    }

    Columns<R> number(String name, String path, String description) {
        return member(name, ColumnType.NUMBER, path, description, Cells::number);
    }

    Columns<R> flag(String name, String path, String description) {
        return member(name, ColumnType.BOOLEAN, path, description, Cells::flag);
    }

    Columns<R> instant(String name, String path, String description) {
        return member(name, ColumnType.INSTANT, path, description, Cells::instant);
    }

    Columns<R> list(String name, String path, String description) {
        return member(name, ColumnType.LIST, path, description, Cells::texts);
    }

    /** The texts of one member of the objects of an array. */
    Columns<R> each(String name, String path, String member, String description) {
        return member(name, ColumnType.LIST, path, description, objects -> Cells.each(objects, member));
    }

    Columns<R> json(String name, String path, String description) {
        return member(name, ColumnType.JSON, path, description, Cells::json);
    }

    /** A date in doubt: as it was written, and the first and last day that it may touch. */
    Columns<R> date(String name, String path, String description) {
        return text(name, path + "/edtf", description + " In EDTF, as it was recorded.")
                .day(name + "_earliest", path + "/earliest", "The first day that " + name + " may touch.")
                .day(
                        name + "_latest",
                        path + "/latest",
                        "The last day that " + name + " may touch; none where it is open or unknown.");
    }

    Columns<R> day(String name, String path, String description) {
        return member(name, ColumnType.DATE, path, description, Cells::day);
    }

    /** A number in doubt: as it was written, and its bounds. */
    Columns<R> quantity(String name, String path, String description) {
        return text(name, path + "/text", description + " As it was recorded, with >, <, ~, ? and .. where in doubt.")
                .number(name + "_lower", path + "/lower", "The least that " + name + " may be; none where it is open.")
                .number(name + "_upper", path + "/upper", "The most that " + name + " may be; none where it is open.");
    }

    /** By which a record is known: its id and its slug. */
    Columns<R> identity() {
        return text(
                        "slug",
                        "slug",
                        "The record's name in addresses and in all columns that refer to it; it never changes.")
                .always()
                .text("id", "id", "The record's id, a UUID.")
                .always();
    }

    /** When and how often a record was written. */
    Columns<R> stamps() {
        return integer("revision", "revision", "How often the record was written, what is derived of others included.")
                .always()
                .integer("n", "n", "The number of the log's entry that brought this state.")
                .always()
                .instant("created_at", "createdAt", "When the record was first written.")
                .always()
                .instant("updated_at", "updatedAt", "When it was last written.")
                .always();
    }
}
