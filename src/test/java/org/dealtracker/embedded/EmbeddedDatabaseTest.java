package org.dealtracker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {
    @TempDir
    Path data;

    /** Unpacking takes longest, and each test but one about it can do with the same programs. */
    @BeforeEach
    void shareTheBinaries() throws IOException {
        Path shared = Files.createDirectories(Path.of("target", "embedded-tests", "pg-bin"));
        Files.createSymbolicLink(data.resolve("pg-bin"), shared.toRealPath());
    }

    @AfterEach
    void keepTheBinaries() throws IOException {
        Files.delete(data.resolve("pg-bin"));
    }

    @Test
    void dataAreKeptFromStartToStart() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            keepARow(database);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("kept");
        }
    }

    @Test
    void aSecondStartOnTheSameDirectoryIsRefused() throws Exception {
        long us = ProcessHandle.current().pid();
        String refusal = "Another dealtracker (process %d) is using %s.".formatted(us, data.toRealPath());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith(refusal);

            Process second = StartedElsewhere.launch(Main.class, data);
            String said = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(said.lines()).singleElement().asString().startsWith(refusal);

            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerWhoseServiceWasKilledIsStoppedAndItsRowsAreThere() throws Exception {
        Process service = StartedElsewhere.launch(StartedElsewhere.class, data);
        ProcessHandle orphan = StartedElsewhere.server(service);
        service.destroyForcibly().waitFor();
        assertThat(Postmaster.of(cluster())).contains(orphan);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            keepARow(database);
            assertThat(database.pid()).isNotEqualTo(orphan.pid());
            assertThat(serversOf(cluster())).isEqualTo(1);
        }
        assertThat(serversOf(cluster())).isZero();
    }

    @Test
    void aKilledServerComesBackOnItsPortWithWhatItAcknowledged() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            long first = database.pid();
            keepARow(database);
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await(() -> Postmaster.of(cluster())
                            .filter(server -> server.pid() != first)
                            .isPresent()
                    && answers(database));
            assertThat(ask(database, "select word from kept")).isEqualTo("kept");
        }
    }

    @Test
    void aStrangerWhoseNumberIsInTheOldPidFileIsLeftAlone() throws Exception {
        EmbeddedDatabase.start(data).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    cluster().resolve("postmaster.pid"), "%d\n%s\n0\n1\n".formatted(stranger.pid(), cluster()));
            EmbeddedDatabase.start(data).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1_200})
    void aFirstStartThatWasKilledIsDoneAgain(int millis) throws Exception {
        Process service = StartedElsewhere.launch(StartedElsewhere.class, data);
        Thread.sleep(millis);
        service.destroyForcibly().waitFor();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            keepARow(database);
            assertThat(serversOf(cluster())).isEqualTo(1);
        }
    }

    @Test
    void rolesAndDatabaseThatAreMissingAreMade() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection =
                        connect(database.jdbcUrl().replace("/dealtracker", "/postgres"), database.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database dealtracker");
            statement.execute("drop role dealtracker_app");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            keepARow(database);
            assertThat(answers(database)).isTrue();
        }
    }

    @Test
    void lostPasswordsAreSaidToBeLost() throws IOException {
        Files.createDirectory(Cluster.directory(data));
        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("put pg.secrets back from your backup");
    }

    @Test
    void aDirectoryFromBeforeThereWasAReaderGetsOne() throws Exception {
        Path secrets = data.resolve("pg.secrets");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
                Connection connection = connect(database.jdbcUrl(), database.superuser());
                Statement statement = connection.createStatement()) {
            keepARow(database);
            statement.execute("drop owned by dealtracker_reader");
            statement.execute("drop role dealtracker_reader");
        }
        // As it was written then, and by an editor that left the last line without its end.
        String before = String.join("\n", Files.readAllLines(secrets).subList(0, 3));
        Files.writeString(secrets, before);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("kept");
            connect(database.jdbcUrl(), database.reader()).close();
            assertThat(Files.readString(secrets))
                    .startsWith(before + "\n")
                    .endsWith("dealtracker_reader=" + database.reader().password() + "\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                    .isEqualTo("rw-------");
        }
        // The line lost again, from a backup say, while the role is there.
        Files.writeString(secrets, before + "\n");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            connect(database.jdbcUrl(), database.reader()).close();
        }
        String written = Files.readString(secrets);
        EmbeddedDatabase.start(data).close();
        assertThat(Files.readString(secrets)).isEqualTo(written);
    }

    @Test
    void aReadersPasswordThatIsNoneIsNotReplaced() throws IOException {
        EmbeddedDatabase.start(data).close();
        Path secrets = data.resolve("pg.secrets");
        String spoilt = Files.readString(secrets).replaceFirst("(?<=dealtracker_reader=).*", "'; drop");
        Files.writeString(secrets, spoilt);
        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("no usable password for dealtracker_reader");
        assertThat(Files.readString(secrets)).isEqualTo(spoilt);
    }

    @Test
    void aPortThatWasAskedForIsTheOne() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, port)) {
            assertThat(database.jdbcUrl()).contains("127.0.0.1:" + port + "/");
            assertThat(answers(database)).isTrue();
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> EmbeddedDatabase.start(data, port))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Is another postmaster already running on port " + port);
        }
    }

    @Test
    void oneProcessMayRunSeveral(@TempDir Path other) throws SQLException {
        try (EmbeddedDatabase one = EmbeddedDatabase.start(data);
                EmbeddedDatabase two = EmbeddedDatabase.start(other.resolve("not/yet/there"))) {
            keepARow(one);
            assertThat(ask(two, "select to_regclass('kept')")).isNull();
        }
    }

    private Path cluster() throws IOException {
        return Cluster.directory(data.toRealPath());
    }

    private static void keepARow(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database.jdbcUrl(), database.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('kept')");
            statement.execute("grant select on kept to dealtracker_app");
        }
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database.jdbcUrl(), database.app());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static boolean answers(EmbeddedDatabase database) {
        try {
            return "1".equals(ask(database, "select 1"));
        } catch (SQLException e) {
            return false;
        }
    }

    private static Connection connect(String url, Credentials login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    /** Postmasters, not their children, which rename themselves. */
    private static long serversOf(Path cluster) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().arguments())
                .flatMap(Optional::stream)
                .filter(arguments -> List.of(arguments).contains(cluster.toString()))
                .count();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(100);
        }
    }
}
