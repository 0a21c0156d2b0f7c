package org.dealtracker.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The cluster in {@code <data>/pg}: made once, started on a free port, stopped in order. */
final class Cluster {
    private static final String VERSION = "18";
    private static final long KEPT_LOG_BYTES = 10 << 20;
    private static final int START_ATTEMPTS = 5;

    private static final String SETTINGS = """
            # Written anew at every start. Each line differs from PostgreSQL's default, or must never differ from it.
            # Only this machine may connect, over TCP, with a password (pg_hba.conf).
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            # An acknowledged write survives a crash of anything.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # The service's pool is 16 at most; the rest is for its owner, the feed and a person with psql.
            max_connections = 60
            # Times in answers and logs do not depend on the machine.
            timezone = 'UTC'
            log_timezone = 'UTC'
            # pg.log is for trouble: nobody reads a line per checkpoint.
            log_min_messages = warning
            log_checkpoints = off
            """;

    private static final String ACCESS = """
            # Written anew at every start: no connection without a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Path directory;
    private final Path log;
    private final Programs programs;

    Cluster(Path data, Programs programs) {
        this.directory = directory(data);
        this.log = data.resolve("pg.log");
        this.programs = programs;
    }

    static Path directory(Path data) {
        return data.resolve("pg");
    }

    /** A cluster appears under its name only when initdb has finished it: a first start that was cut off leaves none. */
    void createIfAbsent(Credentials superuser) throws IOException {
        DurableFiles.deleteOthers(directory.getParent(), "pg.half-", null);
        if (Files.isDirectory(directory)) {
            String version = Files.readString(directory.resolve("PG_VERSION")).strip();
            if (!version.equals(VERSION)) {
                throw new StartRefused(
                        "The database in %s was written by PostgreSQL %s, and this is %s: dump and load it."
                                .formatted(directory, version, VERSION));
            }
            return;
        }
        Path half = Files.createTempDirectory(directory.getParent(), "pg.half-");
        Path cluster = half.resolve("pg");
        Path password = half.resolve("password");
        DurableFiles.writePrivate(password, superuser.password());
        Programs.Outcome initdb = programs.run(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + superuser.user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (!initdb.succeeded()) {
            throw new StartRefused("The default database could not be made: " + lastLines(initdb.output()));
        }
        Files.writeString(
                cluster.resolve("postgresql.conf"), "\ninclude 'dealtracker.conf'\n", StandardOpenOption.APPEND);
        DurableFiles.rename(cluster, directory);
        DurableFiles.deleteTree(half);
    }

    /**
     * Stops a server that outlived its service (after {@code kill -9}). We do not take it over: it may run older binaries or
     * settings, and its sessions may still hold locks of the dead service; a fast stop ends both in a moment.
     */
    private void stopOrphan() throws IOException {
        Postmaster.forgetStranger(directory);
        if (Postmaster.of(directory).isPresent()) {
            stop();
        }
    }

    /** Starts the server on a free port, or on {@code port} if it is not 0, and returns the port. */
    int start(int port) throws IOException {
        DurableFiles.writePrivate(directory.resolve("dealtracker.conf"), SETTINGS);
        DurableFiles.writePrivate(directory.resolve("pg_hba.conf"), ACCESS);
        for (int attempt = 1; ; attempt++) {
            stopOrphan();
            int tried = port == 0 ? freePort() : port;
            keepLogSmall();
            int before = Files.exists(log) ? (int) Files.size(log) : 0;
            // pg_ctl gives the server a session of its own: Ctrl-C in our terminal must not reach it before we have
            // drained.
            Programs.Outcome outcome = programs.run(
                    "pg_ctl",
                    "start",
                    "--pgdata=" + directory,
                    "--log=" + log,
                    "--options=-p " + tried,
                    "--wait",
                    "--timeout=120");
            if (outcome.succeeded()) {
                return tried;
            }
            String said = outcome.output() + "\n" + readFrom(before);
            if (attempt == START_ATTEMPTS || !mayPass(said)) {
                throw new StartRefused(
                        "The default database did not start: %s (more in %s)".formatted(lastLines(said), log));
            }
            pause();
        }
    }

    /**
     * Another program took the port between our look and the start, the last children of a dead server are leaving, or a
     * server that a dead service was just starting came first.
     */
    private static boolean mayPass(String said) {
        return said.contains("could not bind")
                || said.contains("is still in use")
                || said.contains("\"postmaster.pid\" already exists");
    }

    /** Ends sessions, writes a checkpoint, and leaves; a server that needs more than 4 s for it is left to recovery. */
    void stop() throws IOException {
        if (!stop("fast", 4) && Postmaster.of(directory).isPresent() && !stop("immediate", 10)) {
            throw new IOException("The default database did not stop; see " + log);
        }
    }

    private boolean stop(String mode, int seconds) {
        return programs.run(
                        "pg_ctl", "stop", "--pgdata=" + directory, "--mode=" + mode, "--wait", "--timeout=" + seconds)
                .succeeded();
    }

    Optional<ProcessHandle> server() throws IOException {
        return Postmaster.of(directory);
    }

    private String readFrom(int offset) throws IOException {
        byte[] bytes = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        return new String(
                bytes, Math.min(offset, bytes.length), Math.max(0, bytes.length - offset), StandardCharsets.UTF_8);
    }

    private void keepLogSmall() throws IOException {
        if (Files.exists(log) && Files.size(log) > KEPT_LOG_BYTES) {
            Files.move(log, log.resolveSibling("pg.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
