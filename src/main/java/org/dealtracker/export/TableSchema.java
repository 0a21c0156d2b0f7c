package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.http.Json;

/**
 * A table as the Data Package standard describes it, version 2 (datapackage.org), in terms that programs of version 1 know
 * too: lists are texts there, whose descriptions say how to split them.
 */
final class TableSchema {
    private TableSchema() {}

    static ObjectNode of(Table<?> table) {
        ObjectNode schema = Json.object();
        ArrayNode fields = schema.putArray("fields");
        table.columns().forEach(column -> fields.add(field(column)));
        ArrayNode key = schema.putArray("primaryKey");
        table.key().forEach(key::add);
        if (!table.references().isEmpty()) {
            ArrayNode keys = schema.putArray("foreignKeys");
            table.references().forEach(reference -> keys.add(foreignKey(table, reference)));
        }
        schema.putArray("missingValues").add("");
        return schema;
    }

    private static ObjectNode field(Column<?> column) {
        ObjectNode field = Json.object();
        field.put("name", column.name());
        field.put("type", type(column.type()));
        if (column.type() == ColumnType.INSTANT) {
            // The default has no fractions of a second in version 1.
            field.put("format", "any");
        }
        field.put("description", column.description() + reading(column.type()));
        if (column.vocabulary() != null) {
            field.put("vocabulary", "/api/v1/vocabularies/" + column.vocabulary());
        }
        if (column.required()) {
            field.putObject("constraints").put("required", true);
        }
        return field;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case STRING, LIST, JSON -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "datetime";
        };
    }

    private static String reading(ColumnType type) {
        return switch (type) {
            case LIST -> " Several are joined by ;, which none contains.";
            case JSON -> " As JSON.";
            default -> "";
        };
    }

    private static ObjectNode foreignKey(Table<?> table, ForeignKey key) {
        ObjectNode foreign = Json.object();
        foreign.put("fields", key.column());
        foreign.putObject("reference")
                .put("resource", key.table().equals(table.name()) ? "" : key.table())
                .put("fields", key.target());
        return foreign;
    }
}
