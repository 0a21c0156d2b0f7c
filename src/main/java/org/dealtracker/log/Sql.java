package org.dealtracker.log;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/**
 * Statements that are plainer in PostgreSQL's own words, with named parameters. Inside a transaction the data source
 * gives that transaction's connection, the one that sessions have too. Not through a session, because native queries
 * miss Hibernate's plan cache and fill it with entries of one hash: a write took three times as long.
 */
@ApplicationScoped
class Sql {
    /** A colon and a name, but not the two colons of a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private static final int MOST_KEPT = 1_000;

    private final AgroalDataSource database;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** A statement as the driver takes it, and which parameter stands at each question mark. */
    private record Parsed(String text, List<String> parameters) {
        static Parsed of(String sql) {
            List<String> names = new ArrayList<>();
            Matcher matcher = PARAMETER.matcher(sql);
            String text = matcher.replaceAll(match -> {
                names.add(match.group(1));
                return "?";
            });
            return new Parsed(text, List.copyOf(names));
        }
    }

    /** Reads a row of a result; columns count from 1. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Work on the connection of this transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T work(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    /** @param sql a text of the program's own, never made of what a client sent */
    Query query(String sql) {
        Parsed known = parsed.get(sql);
        if (known == null) {
            known = Parsed.of(sql);
            // Filters and sorts combine to more texts than are worth keeping.
            if (parsed.size() < MOST_KEPT) {
                parsed.put(sql, known);
            }
        }
        return new Query(known);
    }

    final class Query {
        private final Parsed statement;
        private final Map<String, Object> values = new HashMap<>();
        private boolean planned;

        private Query(Parsed statement) {
            this.statement = statement;
        }

        Query set(String parameter, Object value) {
            values.put(parameter, value);
            return this;
        }

        /** Planned each time anew: one value is found in a row of ten thousand, the next in every second one. */
        Query plannedForItsValues() {
            planned = true;
            return this;
        }

        <T> List<T> list(Row<T> row) {
            return work(connection -> {
                try (PreparedStatement prepared = prepare(connection);
                        ResultSet result = prepared.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    while (result.next()) {
                        rows.add(row.of(result));
                    }
                    return rows;
                }
            });
        }

        <T> Optional<T> first(Row<T> row) {
            return list(row).stream().findFirst();
        }

        int update() {
            return work(connection -> {
                try (PreparedStatement prepared = prepare(connection)) {
                    return prepared.executeUpdate();
                }
            });
        }

        private PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement prepared = connection.prepareStatement(statement.text());
            if (planned) {
                // Statements that the driver keeps on the server get, after a while, one plan for all values.
                prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            Binding binding = new Binding(prepared);
            for (String name : statement.parameters()) {
                binding.set(values.get(name));
            }
            return prepared;
        }
    }

    /** Sets a statement's parameters one after another, in the types that PostgreSQL has for them. */
    static final class Binding {
        private final PreparedStatement statement;
        private int index;

        Binding(PreparedStatement statement) {
            this.statement = statement;
        }

        Binding set(Object value) throws SQLException {
            index++;
            if (value instanceof Instant instant) {
                statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(index, bytes);
            } else if (value instanceof Collection<?> members) {
                statement.setArray(index, statement.getConnection().createArrayOf(type(members), members.toArray()));
            } else if (value == null) {
                statement.setNull(index, Types.NULL);
            } else {
                statement.setObject(index, value);
            }
            return this;
        }

        /** A value or none of a type that a null alone would not tell. */
        Binding set(Object value, int type) throws SQLException {
            statement.setObject(++index, value, type);
            return this;
        }

        /** Bytes or none: a null of no type could stand for text. */
        Binding set(byte[] bytes) throws SQLException {
            statement.setBytes(++index, bytes);
            return this;
        }

        private static String type(Collection<?> members) {
            return !members.isEmpty() && members.iterator().next() instanceof Long ? "bigint" : "text";
        }
    }
}
