package org.dealtracker.log;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Brings the end of the log here when other nodes write. PostgreSQL tells of their commits where it can be listened to;
 * a hot standby cannot, and a message is only a hint, so the head's row is asked ten times a second as well.
 */
@ApplicationScoped
class Watch {
    /** Every writer's transaction says here which entry it was appended after. */
    static final String CHANNEL = "dealtracker_log";

    private static final int PAUSE_MILLIS = 100;
    /** With fewer connections than these none is given to listening. */
    static final int FEW = 4;

    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Tail tail;
    private final AgroalDataSource database;
    private final int connections;
    private volatile boolean stopped;
    private Thread thread;

    Watch(
            Tail tail,
            AgroalDataSource database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        this.tail = tail;
        this.database = database;
        this.connections = connections;
    }

    void start(@Observes @Priority(50) StartupEvent event) {
        tail.catchUp();
        thread = new Thread(this::follow, "log-watch");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(1_000);
        }
    }

    private void follow() {
        while (!stopped) {
            try {
                if (connections < FEW || isStandby()) {
                    poll();
                } else {
                    listen();
                }
            } catch (SQLException | RuntimeException e) {
                // The database is away: nothing is confirmed meanwhile, and so nothing is answered from memory.
                LOG.debug("The end of the log could not be followed", e);
                pause();
            }
        }
    }

    private boolean isStandby() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            try {
                PGConnection notified = connection.unwrap(PGConnection.class);
                while (!stopped) {
                    tryToCatchUp();
                    await(notified);
                }
            } finally {
                // It goes back to the others, where nobody would take what it hears.
                statement.execute("unlisten *");
            }
        }
    }

    /** Fails where no second connection is to be had; this one hears on. */
    private void tryToCatchUp() {
        try {
            tail.catchUp();
        } catch (RuntimeException e) {
            LOG.debug("The end of the log could not be read", e);
        }
    }

    /** Until something was written that has not arrived here yet, but not longer than a pause. */
    private void await(PGConnection notified) throws SQLException {
        long until = System.nanoTime() + PAUSE_MILLIS * 1_000_000L;
        for (int left = PAUSE_MILLIS; left > 0; left = (int) ((until - System.nanoTime()) / 1_000_000)) {
            for (PGNotification each : notified.getNotifications(left)) {
                if (isNews(each.getParameter())) {
                    return;
                }
            }
        }
    }

    /** Our own writes are told as well, and have mostly arrived by then. Anybody may say anything on a channel. */
    private boolean isNews(String after) {
        return !after.matches("[0-9]{1,18}") || Long.parseLong(after) >= tail.n();
    }

    private void poll() {
        while (!stopped) {
            tail.catchUp();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
