package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody wrote comes out as it went in. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class AwkwardTextTest {
    private static String deal(String text) {
        String source = Fixtures.created("sources", Fixtures.source());
        ObjectNode deal = Bodies.json(
                "{title: 'A deal', items: [{line: 'x', category: 'other', citations: [{source: '%s'}]}]}", source);
        deal.put("summary", text);
        ObjectNode item = (ObjectNode) deal.get("items").get(0);
        item.put("designation", text);
        ((ObjectNode) item.get("citations").get(0)).put("reportedAs", text);
        return Fixtures.created("agreements", deal);
    }

    private static NamedCsvRecord record(String table, String column, String agreement) {
        List<NamedCsvRecord> all = Exported.records(Exported.file(table + ".csv", ""));
        return all.stream()
                .filter(row -> row.getField(column).equals(agreement))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"no\", then leave",
                "two\nlines",
                "two\r\nlines and a\ttab",
                "=cmd|' /C calc'!A0",
                "+1-1",
                "@SUM(1+9)",
                "-",
                "'quoted'",
                "\u05d4\u05e1\u05db\u05dd \u0627\u062a\u0641\u0627\u0642\u064a\u0629",
                "\u202eevil\u202c",
                "\ud83d\ude80\ud83c\uddf5\ud83c\uddf0",
                "e\u0301 and \u00e9",
                "a;b;c",
                "\\N",
                "NULL",
                "<b>&amp;</b>",
                "\"",
                ",",
                "007",
                "1e5",
                "2025-12-22"
            })
    void itComesOutAsItWentIn(String text) {
        String slug = deal(text);
        JsonNode stored = Api.get("/agreements/" + slug).json();
        String designation = stored.at("/items/0/designation").asText();
        assertThat(designation).isEqualTo(text);
        NamedCsvRecord item = record("items", "agreement", slug);
        assertThat(item.getField("designation")).isEqualTo(text);
        assertThat(Bodies.value(item.getField("reported_as")).get(0).asText()).isEqualTo(text);
        assertThat(record("agreements", "slug", slug).getField("summary")).isEqualTo(text);
        assertThat(record("citations", "record", slug).getField("reported_as")).isEqualTo(text);
        assertThat(Exported.rows("items", "").stream()
                        .filter(row -> row.get("agreement").asText().equals(slug))
                        .map(row -> row.get("designation").asText()))
                .containsExactly(text);
    }

    @Test
    void inTheProfileForSpreadsheetsNothingIsAFormula() {
        String slug = deal("=HYPERLINK(\"http://example.org\")");
        NamedCsvRecord item = Exported.records(Exported.file("items.csv", "?profile=spreadsheet")).stream()
                .filter(row -> row.getField("agreement").equals(slug))
                .findFirst()
                .orElseThrow();
        assertThat(item.getField("designation")).isEqualTo("'=HYPERLINK(\"http://example.org\")");
        assertThat(item.getField("independent_origins")).isEqualTo("1");
    }

    @Test
    void whatNoFileCouldHoldIsRefusedWhereItComesIn() {
        ObjectNode deal = Fixtures.rumour();
        deal.put("summary", "nothing\u0000here");
        assertProblem(Api.post("/agreements", deal), 422, "unacceptable-content", "/summary");
    }
}
