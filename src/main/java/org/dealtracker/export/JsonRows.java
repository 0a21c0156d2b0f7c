package org.dealtracker.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dealtracker.http.Json;

/** One JSON object a line (JSON Lines): every column in every row, {@code null} where nothing is recorded. */
final class JsonRows implements RowWriter {
    private final JsonGenerator json;
    private final List<? extends Column<?>> columns;

    /** @param to closed with this */
    JsonRows(OutputStream to, Table<?> table) throws IOException {
        json = Json.generator(to);
        columns = table.columns();
    }

    @Override
    public void row(Object[] cells) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            json.writeFieldName(columns.get(i).name());
            write(cells[i]);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(Object cell) throws IOException {
        if (cell == null) {
            json.writeNull();
        } else if (cell instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (cell instanceof Long number) {
            json.writeNumber(number);
        } else if (cell instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (cell instanceof JsonNode tree) {
            json.writeTree(tree);
        } else if (cell instanceof List<?> list) {
            json.writeStartArray();
            for (Object member : list) {
                json.writeString(member.toString());
            }
            json.writeEndArray();
        } else {
            json.writeString(cell.toString());
        }
    }

    @Override
    public void finish(long rows, String sha256) throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
