package org.dealtracker.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two logins and their database. Every step is skipped when it has been done, so a first start that was cut off is
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
            String owner = secrets.owner().user();
            if (!exists(statement, "pg_database", "datname", DATABASE)) {
                statement.execute("create database %s owner %s".formatted(DATABASE, owner));
            }
            // The owner's right to create in its database lets it make trusted extensions; the service gets no right to
            // create anything, not even a temporary table.
            statement.execute("revoke all on database %s from public".formatted(DATABASE));
            statement.execute("grant connect on database %s to %s"
                    .formatted(DATABASE, secrets.app().user()));
        }
    }

    private static void createRole(Statement statement, Credentials role) throws SQLException {
        if (!exists(statement, "pg_roles", "rolname", role.user())) {
            statement.execute("create role %s login password '%s'".formatted(role.user(), role.password()));
        }
    }

    private static boolean exists(Statement statement, String catalog, String column, String name) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select 1 from %s where %s = '%s'".formatted(catalog, column, name))) {
            return rows.next();
        }
    }
}
