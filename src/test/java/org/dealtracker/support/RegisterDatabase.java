package org.dealtracker.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealtracker.embedded.Credentials;
import org.dealtracker.embedded.EmbeddedDatabase;

/**
 * The database of the tests that talk to a running register: the embedded one in {@code target/test-data}, made once and
 * emptied before each run. With {@code QUARKUS_DATASOURCE_JDBC_URL} in the environment it is that server's instead.
 *
 * <p><strong>Everything in that outside database is dropped</strong>, so its name must contain {@code test}. The login that
 * migrates ({@code QUARKUS_FLYWAY_USERNAME}, or the only one) must own the database and its schema {@code public}; what
 * reads in SQL is {@code dealtracker_reader}.
 */
public final class RegisterDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path DATA = Path.of("target", "test-data");

    private EmbeddedDatabase embedded;

    @Override
    public Map<String, String> start() {
        String url = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
        if (url != null && !url.isBlank()) {
            return outside(url);
        }
        embedded = EmbeddedDatabase.start(DATA);
        empty(embedded.jdbcUrl(), embedded.owner());
        Map<String, String> properties = new HashMap<>(embedded.quarkusProperties());
        properties.put("register.reader.username", embedded.reader().user());
        properties.put("register.reader.password", embedded.reader().password());
        return properties;
    }

    @Override
    public void stop() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static Map<String, String> outside(String url) {
        Credentials app = new Credentials(
                environment("QUARKUS_DATASOURCE_USERNAME", ""), environment("QUARKUS_DATASOURCE_PASSWORD", ""));
        Credentials owner = new Credentials(
                environment("QUARKUS_FLYWAY_USERNAME", app.user()),
                environment("QUARKUS_FLYWAY_PASSWORD", app.password()));
        String database = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        if (!database.contains("test")) {
            throw new IllegalStateException(
                    "The tests drop everything in the database that QUARKUS_DATASOURCE_JDBC_URL names,"
                            + " so its name must contain \"test\": " + database);
        }
        empty(url, owner);
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.datasource.jdbc.url", url);
        properties.put("quarkus.datasource.username", app.user());
        properties.put("quarkus.datasource.password", app.password());
        properties.put("quarkus.flyway.username", owner.user());
        properties.put("quarkus.flyway.password", owner.password());
        properties.put("register.reader.username", "dealtracker_reader");
        properties.put("register.reader.password", environment("DEALTRACKER_READER_PASSWORD", "none"));
        return properties;
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    /** Drops every schema with all that is in it: quicker than a new database, and the owner may. */
    private static void empty(String url, Credentials owner) {
        try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            for (String schema : schemas(statement)) {
                statement.execute("drop schema " + schema + " cascade");
            }
            statement.execute("create schema public");
            statement.execute("grant usage on schema public to public");
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the tests could not be emptied: " + e.getMessage(), e);
        }
    }

    private static List<String> schemas(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select quote_ident(nspname) from pg_namespace"
                + " where nspname not like 'pg\\_%' and nspname <> 'information_schema'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
