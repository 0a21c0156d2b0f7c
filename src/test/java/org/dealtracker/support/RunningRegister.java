package org.dealtracker.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged service as a process of its own, in {@code target/registers/<name>}: its data, and {@code service.log}
 * with all that it says. It can be stopped, killed, have its database killed, and be started again on the same data.
 */
public final class RunningRegister implements AutoCloseable {
    public static final String KEY = "the-key-of-the-register-under-test-0123456789";

    private static final Path APPLICATION = Path.of(System.getProperty("quarkus-app", "target/quarkus-app"));
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Path directory;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final ProcessBuilder builder;
    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, String> outside;
    private Process process;

    private RunningRegister(String name) {
        directory = Path.of("target", "registers", name).toAbsolutePath();
        empty(directory);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = APPLICATION.resolve("quarkus-run.jar").toAbsolutePath().toString();
        builder = new ProcessBuilder(java, "-Xmx512m", "-jar", jar).directory(directory.toFile());
        builder.environment().keySet().removeIf(variable -> variable.matches("(QUARKUS|DEALTRACKER)_.*"));
        with("QUARKUS_HTTP_PORT", Integer.toString(port));
        with("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        with("DEALTRACKER_DATA", data().toString());
        with("DEALTRACKER_ADMIN_KEY", KEY);
        shareTheBinaries();
    }

    /** On a new embedded database; whoever names one on the way is not listened to. */
    public static RunningRegister embedded(String name) {
        return new RunningRegister(name);
    }

    /** On the emptied database of the tests where one is configured outside, else on a new embedded one. */
    public static RunningRegister onTheTestsDatabase(String name) {
        RunningRegister register = new RunningRegister(name);
        String url = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
        if (url != null && !url.isBlank()) {
            register.on(new RegisterDatabase().start());
        }
        return register;
    }

    /** @param properties the settings that name an outside database and its logins */
    public RunningRegister on(Map<String, String> properties) {
        outside = properties;
        properties.forEach(
                (name, value) -> with(name.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value));
        return this;
    }

    /** @param value null to unset it */
    public RunningRegister with(String variable, String value) {
        if (value == null) {
            builder.environment().remove(variable);
        } else {
            builder.environment().put(variable, value);
        }
        return this;
    }

    /** Starts the service and waits until it is ready. */
    public RunningRegister start() {
        launch();
        awaitReady();
        return this;
    }

    /** Starts the service and does not wait. */
    public Process launch() {
        try {
            File log = logFile().toFile();
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same settings once more, while this one runs: on its data, but on other ports. */
    public Process launchSecond(Path log) throws IOException {
        ProcessBuilder second = new ProcessBuilder(builder.command()).directory(directory.toFile());
        second.environment().clear();
        second.environment().putAll(builder.environment());
        second.environment().put("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
        second.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(freePort()));
        return second.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    public void awaitReady() {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (healthStatus() != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The register did not become ready; its log says:\n" + logTail());
            }
            pause(50);
        }
    }

    /** What readiness answers, or 0 when nobody does. */
    public int healthStatus() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM. */
    public Duration terminate() {
        long before = System.nanoTime();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("SIGTERM did not end the register; its log says:\n" + logTail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** {@code kill -9} of the service; its database is left behind. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** {@code kill -9} of PostgreSQL's first process; its children leave when they notice. */
    public void killDatabase() {
        ProcessHandle server = database();
        server.destroyForcibly();
        server.onExit().join();
    }

    /** The embedded database's first process. */
    public ProcessHandle database() {
        return runningDatabase().orElseThrow(() -> new IllegalStateException("No embedded database runs in " + data()));
    }

    public java.util.Optional<ProcessHandle> runningDatabase() {
        Path file = data().resolve("pg/postmaster.pid");
        if (!Files.exists(file)) {
            return java.util.Optional.empty();
        }
        // A number that a crash left behind may be a stranger's by now: only a server at work here is meant.
        return ProcessHandle.of(Long.parseLong(lines(file).get(0).strip())).filter(this::worksHere);
    }

    private boolean worksHere(ProcessHandle server) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(server.pid()), "cwd"), data().resolve("pg"));
        } catch (IOException e) {
            return false;
        }
    }

    public Process process() {
        return process;
    }

    public Client client() {
        return client(KEY);
    }

    public Client client(String key) {
        return new Client("http://127.0.0.1:" + port, key);
    }

    /** The login that owns the tables. */
    public Login owner() {
        return outside != null
                ? login("quarkus.flyway.username", "quarkus.flyway.password")
                : embeddedLogin("dealtracker_owner");
    }

    /** The login that the service has. */
    public Login app() {
        return outside != null
                ? login("quarkus.datasource.username", "quarkus.datasource.password")
                : embeddedLogin("dealtracker_app");
    }

    private Login login(String user, String password) {
        return new Login(outside.get("quarkus.datasource.jdbc.url"), outside.get(user), outside.get(password));
    }

    private Login embeddedLogin(String user) {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(data().resolve("pg.secrets"))) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String databasePort = lines(data().resolve("pg/postmaster.pid")).get(3).strip();
        return new Login(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/dealtracker", user, passwords.getProperty(user));
    }

    public Path data() {
        return directory.resolve("data");
    }

    private Path logFile() {
        return directory.resolve("service.log");
    }

    /** All that the service said, over all its starts. */
    public String log() {
        return String.join("\n", lines(logFile()));
    }

    private String logTail() {
        List<String> lines = lines(logFile());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill();
            }
        }
        runningDatabase().ifPresent(ProcessHandle::destroyForcibly);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacking takes longest, and every start can do with the same programs. */
    private void shareTheBinaries() {
        try {
            Path shared = Files.createDirectories(Path.of("target", "embedded-tests", "pg-bin"));
            Files.createDirectories(data());
            Files.createSymbolicLink(data().resolve("pg-bin"), shared.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> all = Files.walk(directory)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ports that outgoing connections are given, or one of those could take it before the service does. */
    private static int freePort() {
        for (int i = 0; i < 100; i++) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken: another one.
            }
        }
        throw new IllegalStateException("No port is free");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
