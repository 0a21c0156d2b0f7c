package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.Test;

/** A register that was there before searches were: its records are found by the words that the migration gave them. */
class SearchBackfillIT {
    private static final Path MIGRATION = Path.of("migrations", "V6__Words_that_a_search_finds_records_by.sql");

    private static final List<String> TYPED = List.of(
            "Libyan Arab",
            "haftar",
            "JF-17",
            "jf17",
            "Türkiye",
            "turkey",
            "Reuters",
            "Super Mushshak",
            "aircraft training",
            "unnamed officials",
            "drones",
            "\"Pakistan Armed Forces\"",
            "al-hadath");

    /** Of the kinds that there were before it; the others came with it. */
    private static Map<String, Set<String>> found(RunningRegister register) throws IOException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (String typed : TYPED) {
            // A minus before a word that nobody has, so that names which are only alike are left out.
            String query = URLEncoder.encode(typed + " -notthere", StandardCharsets.UTF_8);
            Set<String> slugs = new TreeSet<>();
            register.client()
                    .get("/search?limit=100&kind=agreement&kind=party&kind=source&q=" + query)
                    .json()
                    .get("items")
                    .forEach(item -> slugs.add(
                            item.get("kind").asText() + " " + item.get("slug").asText()));
            found.put(typed, slugs);
        }
        return found;
    }

    @Test
    void recordsThatWereThereBeforeAreFoundByTheSameWords() throws IOException, SQLException {
        String migration = Files.readString(MIGRATION);
        String backfill = migration.substring(
                migration.indexOf("create function search_folded"), migration.indexOf("create index"));
        try (RunningRegister register = RunningRegister.embedded("backfill")
                        .with("DEALTRACKER_EXAMPLES", "true")
                        .start();
                Connection connection = register.owner().connect();
                Statement statement = connection.createStatement()) {
            Map<String, Set<String>> before = found(register);
            assertThat(before.values()).anySatisfy(slugs -> assertThat(slugs).hasSizeGreaterThan(2));
            statement.execute("update listing set search = ''");
            assertThat(found(register).values())
                    .allSatisfy(slugs -> assertThat(slugs).isEmpty());
            statement.execute(backfill);
            assertThat(found(register)).isEqualTo(before);
        }
    }
}
