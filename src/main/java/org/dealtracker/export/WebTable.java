package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.http.Json;

/** A table of CSV as the Recommendation "Metadata Vocabulary for Tabular Data" of W3C describes it (CSVW). */
final class WebTable {
    static final String CONTEXT = "http://www.w3.org/ns/csvw";

    private WebTable() {}

    /**
     * @param url of the file, as seen from the description
     * @param urls of the files of other tables, by the table's name; keys to tables of which there is none are left out
     */
    static ObjectNode of(Table<?> table, String url, UnaryOperator<String> urls) {
        ObjectNode described = Json.object();
        described.put("url", url);
        described.put("dc:title", table.title());
        described.put("dc:description", table.description());
        described.set("dialect", dialect());
        ObjectNode schema = described.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        table.columns().forEach(column -> columns.add(column(column)));
        ArrayNode key = schema.putArray("primaryKey");
        table.key().forEach(key::add);
        ArrayNode keys = Json.object().arrayNode();
        for (ForeignKey reference : table.references()) {
            String target = urls.apply(reference.table());
            if (target != null) {
                ObjectNode foreign = keys.addObject();
                foreign.put("columnReference", reference.column());
                foreign.putObject("reference").put("resource", target).put("columnReference", reference.target());
            }
        }
        if (!keys.isEmpty()) {
            schema.set("foreignKeys", keys);
        }
        return described;
    }

    private static ObjectNode dialect() {
        ObjectNode dialect = Json.object();
        dialect.put("encoding", "utf-8");
        dialect.putArray("lineTerminators").add("\r\n");
        dialect.put("header", true);
        dialect.put("doubleQuote", true);
        return dialect;
    }

    private static ObjectNode column(Column<?> column) {
        ObjectNode described = Json.object();
        described.put("name", column.name());
        described.put("titles", column.name());
        described.put("dc:description", column.description());
        described.put("required", column.required());
        if (column.type() == ColumnType.LIST) {
            described.put("separator", ";");
        }
        described.put("datatype", datatype(column.type()));
        return described;
    }

    private static String datatype(ColumnType type) {
        return switch (type) {
            case STRING, LIST -> "string";
            case INTEGER -> "long";
            case NUMBER -> "decimal";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "dateTime";
            case JSON -> "json";
        };
    }
}
