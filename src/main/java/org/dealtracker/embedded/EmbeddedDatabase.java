package org.dealtracker.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/**
 * A running default database. It answers on 127.0.0.1 to its own logins only, keeps its data between starts, and belongs to
 * this process: closing it stops the server.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Secrets secrets;
    private final int port;
    private boolean closed;

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
        try {
            Path directory = prepare(data);
            DirectoryLock lock = DirectoryLock.take(directory);
            try {
                return start(directory, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException | SQLException e) {
            throw new StartRefused("The default database in %s did not start: %s".formatted(data, e), e);
        }
    }

    private static EmbeddedDatabase start(Path data, DirectoryLock lock) throws IOException, SQLException {
        Path unpacked = Binaries.unpackInto(data.resolve("pg-bin"));
        Secrets secrets = Secrets.readOrCreate(data.resolve("pg.secrets"), Files.exists(Cluster.directory(data)));
        Cluster cluster = new Cluster(data, new Programs(unpacked));
        cluster.createIfAbsent(secrets.superuser());
        cluster.stopOrphan();
        Binaries.deleteOthers(unpacked);
        int port = cluster.start(0);
        try {
            Roles.createIfAbsent(url(port, "postgres"), secrets);
            return new EmbeddedDatabase(lock, cluster, secrets, port);
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

    /** For what neither may do: extensions that are not trusted, other databases. */
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

    /** Stops the server and lets the directory go. It takes 14 s at most, commonly a tenth of one. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            if (cluster.server().isPresent()) {
                cluster.stop();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
