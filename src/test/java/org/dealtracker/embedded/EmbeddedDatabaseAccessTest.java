package org.dealtracker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseAccessTest {
    @TempDir
    static Path data;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(data);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void nobodyConnectsWithoutThePassword() {
        for (Credentials login :
                new Credentials[] {database.app(), database.reader(), database.owner(), database.superuser()}) {
            assertThatThrownBy(() -> connect(new Credentials(login.user(), ""))).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect(new Credentials(login.user(), "guessed")))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void theOwnerMayMigrateAndTheServiceMayCreateNothing() throws SQLException {
        try (Connection connection = connect(database.owner());
                Statement statement = connection.createStatement()) {
            for (String extension : new String[] {"btree_gist", "pg_trgm", "pgcrypto", "unaccent"}) {
                statement.execute("create extension " + extension);
            }
        }
        try (Connection connection = connect(database.app());
                Statement statement = connection.createStatement()) {
            for (String refused : new String[] {
                "create table t (a int)", "create temporary table t (a int)", "create schema s", "create role r"
            }) {
                assertThatThrownBy(() -> statement.execute(refused)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whoDrawsChartsMayWriteNothingAndAskForAMinute() throws SQLException {
        assertThat(ask(database.reader(), "show statement_timeout")).isEqualTo("1min");
        assertThat(ask(database.reader(), "show default_transaction_read_only")).isEqualTo("on");
        assertThat(ask(database.superuser(), "select rolconnlimit from pg_roles where rolname = 'dealtracker_reader'"))
                .isEqualTo("10");
        try (Connection connection = connect(database.reader());
                Statement statement = connection.createStatement()) {
            // Which he may set otherwise for himself; what follows is what he may not.
            statement.execute("set default_transaction_read_only = off");
            for (String refused : new String[] {
                "create table t (a int)",
                "create temporary table t (a int)",
                "create schema s",
                "create role r",
                "set role dealtracker_owner",
                "set role dealtracker_app",
                "select pg_read_file('pg_hba.conf')",
                "copy (select 1) to program 'cat'"
            }) {
                assertThatThrownBy(() -> statement.execute(refused))
                        .as(refused)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theServerKeepsWhatItAcknowledgesAndListensHereOnly() throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(ask(database.superuser(), "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(database.superuser(), "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(database.superuser(), "show unix_socket_directories")).isEmpty();
        assertThat(ask(database.superuser(), "show server_encoding")).isEqualTo("UTF8");
        assertThat(ask(database.superuser(), "select lower('ÄÉ')")).isEqualTo("äé");
        assertThat(ask(database.superuser(), "show server_version")).startsWith("18.");
    }

    @Test
    void thePasswordsAreForTheOwnersEyes() throws IOException {
        Path secrets = data.resolve("pg.secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(secrets)).contains(database.app().password());
        assertThat(database.app()).hasToString("dealtracker_app");
    }

    private static String ask(Credentials login, String query) throws SQLException {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(Credentials login) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
    }
}
