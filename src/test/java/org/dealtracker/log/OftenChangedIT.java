package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.Test;

/** The state of a record that changed 20,000 times since is found by its key, and not among all that it was. */
class OftenChangedIT {
    private static final Pattern BUFFERS = Pattern.compile(" *Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?.*");

    @Test
    void whatReferredToWhatIsFoundInAFewPages() throws SQLException, IOException {
        try (RunningRegister register = RunningRegister.embedded("often-changed")
                        .with("DEALTRACKER_EXAMPLES", "true")
                        .start();
                Connection connection = register.owner().connect();
                Statement statement = connection.createStatement()) {
            String deal = one(statement, "select id from record where slug = 'pakistan-laaf-2025'");
            String source = one(statement, "select id from record where slug = 'reuters-2025-12-22'");
            long n = Long.parseLong(one(statement, "select n from log_head"));
            statement.execute("""
                    insert into listing (record_id, kind, from_n, to_n, slug, title, created_at, updated_at, stage, day,
                        worth, terms, names, item, search)
                    select record_id, kind, 1000000 + i, 1000001 + i, slug, title, created_at, updated_at, stage, day,
                        worth, terms, names, item, search
                    from listing cross join generate_series(1, 20000) as i
                    where to_n is null and record_id in ('%s', '%s')""".formatted(deal, source));
            statement.execute("analyze listing");
            for (String query : List.of(
                    with(n, Connected.NAMED, "slugs", "pakistan-laaf-2025"),
                    with(n, Connected.TOUCHED, "ids", deal),
                    with(n, Connected.REFERRED_TO, "ids", deal),
                    with(n, Connected.REFERRING, "ids", source))) {
                assertThat(one(statement, query)).as(query).isNotNull();
                assertThat(pagesRead(statement, query)).as(query).isBetween(1, 2000);
            }
        }
    }

    private static String with(long n, String query, String name, String value) {
        Map<String, Object> values = new HashMap<>(
                Map.of("n", n, "kind", "agreement", "kinds", List.of("agreement", "source"), "prefix", "restriction:"));
        values.put(name, List.of(value));
        return PlansIT.literal(query, values);
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** By the first node of the plan, which counts those below it. */
    private static int pagesRead(Statement statement, String query) throws SQLException {
        try (ResultSet plan = statement.executeQuery("explain (analyze, buffers) " + query)) {
            while (plan.next()) {
                Matcher buffers = BUFFERS.matcher(plan.getString(1));
                if (buffers.matches()) {
                    return number(buffers.group(1)) + number(buffers.group(2));
                }
            }
        }
        throw new AssertionError("No node says what it read: " + query);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
