package org.dealtracker.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dealtracker.support.Login;

/**
 * Foreign transactions beside the service's own: some make it wait for the locks that its writers take, and give up
 * what they did; one only has a number of PostgreSQL's and keeps it for long.
 */
final class Disturbance implements AutoCloseable {
    private static final String ADVISORY = Long.toString(0x6465616cL);

    private final Login login;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private Disturbance(Login login) {
        this.login = login;
    }

    static Disturbance start(Login login) {
        Disturbance disturbance = new Disturbance(login);
        String row = "select 1 from record where kind = 'agreement' and slug = 'common-%d' for update";
        disturbance.begin(50, 300, 1_500, "select pg_advisory_xact_lock_shared(" + ADVISORY + ")");
        disturbance.begin(50, 300, 50, row.formatted(0));
        disturbance.begin(50, 300, 50, row.formatted(3));
        disturbance.begin(10, 50, 3_000, "select pg_advisory_xact_lock(" + ADVISORY + ")");
        disturbance.begin(20, 100, 900, "select n from log_head for update");
        disturbance.begin(4_000, 4_000, 0, "select pg_current_xact_id()");
        return disturbance;
    }

    /** Again and again: the statement, a wait while its locks are held, a rollback, and a pause in milliseconds. */
    private void begin(int shortest, int longest, int pause, String sql) {
        Thread thread = new Thread(
                () -> {
                    Random random = new Random(sql.hashCode());
                    try (Connection connection = login.connect();
                            Statement statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        while (!stopped) {
                            statement.execute(sql);
                            Thread.sleep(shortest + random.nextInt(longest - shortest + 1));
                            connection.rollback();
                            Thread.sleep(pause);
                        }
                    } catch (SQLException e) {
                        wrong.add(sql + ": " + e.getMessage());
                    } catch (InterruptedException e) {
                        // The test is over.
                    }
                },
                sql);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}
