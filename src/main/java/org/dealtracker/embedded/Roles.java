package org.dealtracker.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The three logins and their database. Every step is skipped when it has been done, so a first start that was cut off is
 * finished by the next.
 */
final class Roles {
    static final String DATABASE = "dealtracker";

    private Roles() {}

    static void createIfAbsent(String url, Secrets secrets) throws SQLException {
        Credentials superuser = secrets.superuser();
        try (Connection connection = DriverManager.getConnection(url, superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            createRole(statement, secrets.owner());
            createRole(statement, secrets.app());
            createReader(statement, secrets.reader());
            String owner = secrets.owner().user();
            if (!exists(statement, "pg_database", "datname", DATABASE)) {
                statement.execute("create database %s owner %s".formatted(DATABASE, owner));
            }
            // The owner's right to create in its database lets it make trusted extensions; the service gets no right to
            // create anything, not even a temporary table.
            statement.execute("revoke all on database %s from public".formatted(DATABASE));
            statement.execute("grant connect on database %s to %s, %s"
                    .formatted(DATABASE, secrets.app().user(), secrets.reader().user()));
        }
        try (Connection connection = DriverManager.getConnection(
                        url.replaceAll("/[^/]*$", "/" + DATABASE), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            keepLocksToWriters(statement, secrets);
        }
    }

    /** Advisory locks are everybody's by default: whoever only reads could stop all writers with one. */
    private static void keepLocksToWriters(Statement statement, Secrets secrets) throws SQLException {
        statement.execute("""
                do $$
                declare
                    lock regprocedure;
                begin
                    for lock in select oid from pg_proc
                        where pronamespace = 'pg_catalog'::regnamespace and proname like 'pg\\_%%advisory%%'
                    loop
                        execute format('revoke execute on function %%s from public', lock);
                        execute format('grant execute on function %%s to %1$s, %2$s', lock);
                    end loop;
                end
                $$""".formatted(secrets.owner().user(), secrets.app().user()));
    }

    private static void createRole(Statement statement, Credentials role) throws SQLException {
        if (!exists(statement, "pg_roles", "rolname", role.user())) {
            statement.execute("create role %s login password '%s'".formatted(role.user(), role.password()));
        }
    }

    /**
     * A chart that asks for too much ends by itself, and leaves the service its connections. Whoever has the login may
     * set the limit of time higher for himself; what he may read is not his to set. The statements are one transaction.
     */
    private static void createReader(Statement statement, Credentials role) throws SQLException {
        if (exists(statement, "pg_roles", "rolname", role.user())) {
            // Made by an earlier start, perhaps with a password that was lost: the file's is the one that holds.
            statement.execute("alter role %s password '%s'".formatted(role.user(), role.password()));
            return;
        }
        statement.execute("""
                create role %1$s login password '%2$s' connection limit 10;
                alter role %1$s set default_transaction_read_only = on;
                alter role %1$s set statement_timeout = '60s';
                alter role %1$s set idle_in_transaction_session_timeout = '60s';
                """.formatted(role.user(), role.password()));
    }

    private static boolean exists(Statement statement, String catalog, String column, String name) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select 1 from %s where %s = '%s'".formatted(catalog, column, name))) {
            return rows.next();
        }
    }
}
