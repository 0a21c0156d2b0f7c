package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.Client.Answer;

/** Tables as a client reads them. */
final class Exported {
    private Exported() {}

    /** @param query with its question mark, or empty */
    static Answer file(String name, String query, String... headers) {
        try {
            return Client.here().get("/exports/" + name + query, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> rows(String table, String query) {
        String text = file(table + ".jsonl", query).expect(200).text();
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("\n")).map(Bodies::value).toList();
    }

    static List<NamedCsvRecord> records(Answer csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.text()).stream().toList();
    }

    /** Each cell that has no row in the table that it refers to, and each row that has the key of another. */
    static List<String> broken(String query) {
        List<String> broken = new ArrayList<>();
        for (Extract<?> extract : Dictionary.extracts()) {
            Table<?> table = extract.table();
            List<JsonNode> rows = rows(table.name(), query);
            Set<String> keys = new HashSet<>();
            for (JsonNode row : rows) {
                String key = table.key().stream()
                        .map(column -> row.get(column).toString())
                        .toList()
                        .toString();
                if (!keys.add(key)) {
                    broken.add(table.name() + " has " + key + " twice");
                }
                table.columns().stream()
                        .filter(column ->
                                column.required() && row.get(column.name()).isNull())
                        .forEach(column -> broken.add(table.name() + " has no " + column.name() + " in " + row));
            }
            for (ForeignKey reference : table.references()) {
                Set<String> there = new HashSet<>();
                rows(reference.table(), query)
                        .forEach(row -> there.add(row.get(reference.target()).asText()));
                rows.stream()
                        .map(row -> row.get(reference.column()))
                        .filter(cell -> !cell.isNull() && !there.contains(cell.asText()))
                        .forEach(cell -> broken.add(table.name() + "." + reference.column() + " " + cell + " is not in "
                                + reference.table() + "." + reference.target()));
            }
        }
        return broken;
    }
}
