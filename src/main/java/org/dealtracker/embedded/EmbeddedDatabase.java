package org.dealtracker.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A running default database. It answers on 127.0.0.1 to its own logins only, keeps its data between starts, and belongs to
 * this process: closing it stops the server.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Secrets secrets;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DirectoryLock lock, Cluster cluster, Secrets secrets, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.secrets = secrets;
        this.port = port;
    }

    /** Whether this build carries a PostgreSQL; the production image does not. */
    public static boolean isAvailable() {
        return Binaries.present();
    }

    /**
     * Starts the database of a directory, making whatever an earlier start has not.
     *
     * @throws StartRefused if it cannot, with a sentence that says why
     */
    public static EmbeddedDatabase start(Path data) {
        return start(data, 0);
    }

    /** @param port where it answers; 0 for one that is free */
    static EmbeddedDatabase start(Path data, int port) {
        try {
            Path directory = prepare(data);
            DirectoryLock lock = DirectoryLock.take(directory);
            try {
                return start(directory, lock, port);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException | SQLException e) {
            throw new StartRefused("The default database in %s did not start: %s".formatted(data, e), e);
        }
    }

    private static EmbeddedDatabase start(Path data, DirectoryLock lock, int wanted) throws IOException, SQLException {
        Path unpacked = Binaries.unpackInto(data.resolve("pg-bin"));
        Secrets secrets = Secrets.readOrCreate(data.resolve("pg.secrets"), Files.exists(Cluster.directory(data)));
        Cluster cluster = new Cluster(data, new Programs(unpacked));
        cluster.createIfAbsent(secrets.superuser());
        int port = cluster.start(wanted);
        Binaries.deleteOthers(unpacked);
        try {
            Roles.createIfAbsent(url(port, "postgres"), secrets);
            EmbeddedDatabase database = new EmbeddedDatabase(lock, cluster, secrets, port);
            database.watch();
            return database;
        } catch (SQLException | RuntimeException e) {
            cluster.stop();
            throw e;
        }
    }

    private static Path prepare(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            Files.createDirectories(
                    data.toAbsolutePath(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return data.toRealPath();
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public String jdbcUrl() {
        return url(port, Roles.DATABASE);
    }

    /** Owns the database and migrates it. */
    public Credentials owner() {
        return secrets.owner();
    }

    /** The service's login: no right to create, and on tables what the migrations grant. */
    public Credentials app() {
        return secrets.app();
    }

    /** For tools that draw charts: it reads the views of the schema {@code register}. */
    public Credentials reader() {
        return secrets.reader();
    }

    /** For what none of them may do: extensions that are not trusted, other databases. */
    public Credentials superuser() {
        return secrets.superuser();
    }

    /** The server's process. */
    public long pid() {
        try {
            return cluster.server().orElseThrow().pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What points the service at this database: it serves as the one login and migrates as the other. */
    public Map<String, String> quarkusProperties() {
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.username", app().user(),
                "quarkus.datasource.password", app().password(),
                "quarkus.flyway.username", owner().user(),
                "quarkus.flyway.password", owner().password());
    }

    /** Looks once a second whether the server lives, and starts it again, on its port, if something killed it. */
    private void watch() {
        Thread watcher = new Thread(
                () -> {
                    while (pause() && reviveIfDead()) {}
                },
                "default database watcher");
        watcher.setDaemon(true);
        watcher.start();
    }

    private synchronized boolean reviveIfDead() {
        if (closed.get()) {
            return false;
        }
        try {
            if (cluster.server().isEmpty()) {
                LOG.errorf("The default database on port %d is gone. Starting it again.", port);
                cluster.start(port);
            }
        } catch (IOException | RuntimeException e) {
            if (!closed.get()) {
                LOG.errorf("The default database could not be started again: %s", e.getMessage());
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(1_000);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Stops the server and lets the directory go. It takes 14 s at most, commonly a tenth of one. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            stopIfAlive(); // also a server that is just being revived, and may recover for long
            synchronized (this) {
                stopIfAlive();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopIfAlive() throws IOException {
        if (cluster.server().isPresent()) {
            cluster.stop();
        }
    }
}
