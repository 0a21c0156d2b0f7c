package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.support.Api;

/** What the tables derive of claims, held against the evidence that the API answers with. */
final class Evidenced {
    private Evidenced() {}

    /** The rows of all claims, by the claim's id. */
    static Map<String, JsonNode> rows() {
        Map<String, JsonNode> rows = new HashMap<>();
        for (ClaimKind kind : ClaimKind.values()) {
            String table = kind == ClaimKind.PARTIES ? "agreement-parties" : kind.collection();
            Exported.rows(table, "").forEach(row -> rows.put(row.get("claim_id").asText(), row));
        }
        return rows;
    }

    /** Fails where a row of these agreements says something else; @return the claims that were looked at */
    static Set<String> claims(Collection<String> agreements) {
        Map<String, JsonNode> rows = rows();
        Set<String> seen = new HashSet<>();
        for (String slug : agreements) {
            JsonNode evidence =
                    Api.get("/agreements/" + slug + "/evidence").expect(200).json();
            Map<String, JsonNode> lines = new HashMap<>();
            evidence.get("lines").forEach(line -> lines.put(line(line), line));
            for (JsonNode told : evidence.get("claims")) {
                JsonNode row = rows.get(told.get("claim").asText());
                assertThat(row).as(told.toString()).isNotNull();
                assertThat(row.get("independent_origins").asInt())
                        .as(told.toString())
                        .isEqualTo(told.get("origins").size());
                assertThat(row.get("origins_unknown").asInt())
                        .as(told.toString())
                        .isEqualTo(told.get("originsUnknown").asInt());
                JsonNode line = lines.get(line(told));
                if (line != null) {
                    assertThat(row.get("verification").asText())
                            .as(told.toString())
                            .isEqualTo(line.at("/verification/code").asText());
                    assertThat(row.get("contested").asBoolean())
                            .as(told.toString())
                            .isEqualTo(line.get("contested").asBoolean());
                }
                seen.add(told.get("claim").asText());
            }
        }
        return seen;
    }

    private static String line(JsonNode of) {
        return of.get("collection").asText() + " " + of.get("line").asText();
    }
}
