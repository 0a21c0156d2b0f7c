package org.dealtracker.embedded;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.logging.Logger;

/** Starts the service, and before it the default database if no other is configured. */
@QuarkusMain
public class Main {
    private static final long DRAINING_MILLIS = 9_000;

    public static void main(String... args) {
        Settings settings = Settings.read();
        if (settings.namesADatabase()) {
            Quarkus.run(args);
            return;
        }
        try {
            startDatabase(settings.data());
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static void startDatabase(Path data) {
        if (!EmbeddedDatabase.isAvailable()) {
            throw new StartRefused(
                    "No database is configured. Set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of version 15"
                            + " or later, with QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        }
        long before = System.nanoTime();
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterQuarkus(database), "default database"));
        properties(database).forEach(System::setProperty);
        Logger.getLogger(Main.class)
                .infof("The default database in %s started in %d ms", data, (System.nanoTime() - before) / 1_000_000);
    }

    /** What points the service at this database: it serves as the one login and migrates as the other. */
    public static Map<String, String> properties(EmbeddedDatabase database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.app().user(),
                "quarkus.datasource.password", database.app().password(),
                "quarkus.flyway.username", database.owner().user(),
                "quarkus.flyway.password", database.owner().password());
    }

    /** Shutdown hooks run all at once, and requests that are still being answered need the database. */
    private static void stopAfterQuarkus(EmbeddedDatabase database) {
        Application application = Application.currentApplication();
        if (application != null) {
            Thread waiting = new Thread(application::awaitShutdown);
            waiting.setDaemon(true);
            waiting.start();
            try {
                waiting.join(DRAINING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        database.close();
    }
}
