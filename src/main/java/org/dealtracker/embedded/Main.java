package org.dealtracker.embedded;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the service, and before it the default database if no other is configured. */
@QuarkusMain
public class Main {
    /** SIGTERM promises an end within 15 s; the database needs up to 5 of them. */
    private static final long DRAINING_MILLIS = 9_000;

    public static void main(String... args) {
        try {
            Settings settings = Settings.read();
            if (!settings.namesADatabase() && !startDatabase(settings)) {
                return;
            }
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static boolean startDatabase(Settings settings) {
        if (!EmbeddedDatabase.isAvailable()) {
            throw new StartRefused(
                    "No database is configured. Set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL of version 15"
                            + " or later, with QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        }
        long before = System.nanoTime();
        EndOfService end = new EndOfService();
        Runtime.getRuntime().addShutdownHook(end);
        try {
            end.database = EmbeddedDatabase.start(settings.data(), settings.databasePort());
            end.database.quarkusProperties().forEach(System::setProperty);
        } finally {
            end.started.countDown();
        }
        Logger.getLogger(Main.class)
                .infof(
                        "The default database in %s started in %d ms",
                        settings.data(), (System.nanoTime() - before) / 1_000_000);
        return !end.requested;
    }

    /** Stops the database after Quarkus: hooks run all at once, and requests that are being answered need the database. */
    private static final class EndOfService extends Thread {
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile EmbeddedDatabase database;
        private volatile boolean requested;

        private EndOfService() {
            super("default database");
        }

        @Override
        public void run() {
            requested = true;
            try {
                // A signal may come while the database is still starting; it must not outlive us.
                started.await(DRAINING_MILLIS, TimeUnit.MILLISECONDS);
                awaitQuarkus();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (database != null) {
                database.close();
            }
        }

        private static void awaitQuarkus() throws InterruptedException {
            Application application = Application.currentApplication();
            if (application != null) {
                Thread waiting = new Thread(application::awaitShutdown);
                waiting.setDaemon(true);
                waiting.start();
                waiting.join(DRAINING_MILLIS);
            }
        }
    }
}
