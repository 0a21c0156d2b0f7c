package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dealtracker.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who opens the database. */
class SqliteFileTest {
    private static final Table<?> TABLE = SampleRows.EVERY_TYPE;
    private static final List<Table<?>> REGISTER = SampleRows.tables().toList();

    @TempDir
    private Path directory;

    private Connection open;

    @AfterEach
    void close() throws SQLException {
        if (open != null) {
            open.close();
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = open.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(Arrays.asList(row));
            }
        }
        return rows;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The whole register, a row of each table in turn, as they come of records. */
    private static Path register(Path file) throws IOException {
        List<List<Object[]>> rows = REGISTER.stream().map(SampleRows::of).toList();
        try (SqliteFile database = new SqliteFile(file, SampleRows.ABOUT, REGISTER)) {
            for (int i = 0; i < rows.get(0).size(); i++) {
                for (int t = 0; t < REGISTER.size(); t++) {
                    database.row(REGISTER.get(t), rows.get(t).get(i));
                }
            }
            assertThat(database.finish()).isEqualTo((long) REGISTER.size() * SampleRows.TEXTS.size());
        }
        return file;
    }

    private static Path everyType(Path file) throws IOException {
        try (SqliteFile database = new SqliteFile(file, SampleRows.ABOUT, List.of(TABLE))) {
            for (Object[] row : SampleRows.everyType()) {
                database.row(TABLE, row);
            }
            database.finish();
        }
        return file;
    }

    private void open(Path file) throws SQLException {
        open = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private void assertSame(Table<?> table, List<Object[]> written) throws SQLException {
        List<List<String>> read = rows("select * from \"" + table.identifier() + "\" order by rowid");
        assertThat(read).hasSameSizeAs(written);
        for (int r = 0; r < written.size(); r++) {
            for (int c = 0; c < table.columns().size(); c++) {
                assertSame(table.columns().get(c).type(), read.get(r).get(c), written.get(r)[c]);
            }
        }
    }

    private static void assertSame(ColumnType type, String read, Object written) {
        if (written == null) {
            assertThat(read).isNull();
            return;
        }
        switch (type) {
            case STRING, JSON, INTEGER, DATE, INSTANT -> assertThat(read).isEqualTo(ColumnType.text(written));
            case BOOLEAN -> assertThat(read).isEqualTo(Boolean.TRUE.equals(written) ? "1" : "0");
            case NUMBER -> assertThat(new BigDecimal(read)).isEqualByComparingTo((BigDecimal) written);
            case LIST -> {
                List<String> members = new ArrayList<>();
                Json.body(("{\"list\":" + read + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .get("list")
                        .forEach(member -> members.add(member.textValue()));
                assertThat(members).isEqualTo(written);
            }
        }
    }

    @Test
    void everyCellComesBackAsWhatItWas() throws Exception {
        open(everyType(directory.resolve("every-type.sqlite")));
        assertSame(TABLE, SampleRows.everyType());
    }

    @Test
    void numbersAreNumbersUnlessTheyWouldBeRounded() throws Exception {
        open(everyType(directory.resolve("every-type.sqlite")));
        assertThat(rows("select number, typeof(number) from every_type where number is not null"))
                .contains(
                        List.of("4000000000", "integer"),
                        List.of("-0.5", "real"),
                        List.of("9223372036854775807", "integer"),
                        List.of("9223372036854775808", "text"),
                        List.of("123456789.123456", "real"),
                        List.of("1234567890.123456", "text"));
        assertThat(rows("select distinct typeof(count), typeof(\"select\"), typeof(date) from every_type"
                        + " where slug <> 'nothing'"))
                .containsExactly(List.of("integer", "integer", "text"));
    }

    @Test
    void theMembersOfListsCanBeTakenApart() throws Exception {
        open(everyType(directory.resolve("every-type.sqlite")));
        assertThat(rows("select distinct value from every_type, json_each(\"group\") where slug in ('row-0', 'row-1')"))
                .containsExactly(List.of("one"), List.of("china"), List.of(""), List.of("_x0041_"));
    }

    @Test
    void everyTableOfTheRegisterComesBackAndNothingIsBroken() throws Exception {
        open(register(directory.resolve("register.sqlite")));
        for (Table<?> table : REGISTER) {
            assertSame(table, SampleRows.of(table));
        }
        assertThat(rows("pragma integrity_check")).containsExactly(List.of("ok"));
        assertThat(rows("pragma foreign_key_check")).isEmpty();
        assertThat(rows("pragma journal_mode")).containsExactly(List.of("delete"));
    }

    @Test
    void keysAreThoseOfTheDictionaryAndAreKept() throws Exception {
        open(register(directory.resolve("register.sqlite")));
        run("pragma foreign_keys = on");
        for (Table<?> table : REGISTER) {
            String name = table.identifier();
            assertThat(rows("select name from pragma_table_info('" + name + "') where pk > 0 order by pk").stream()
                            .map(row -> row.get(0)))
                    .containsExactlyElementsOf(table.key());
            assertThat(rows("select \"from\", \"table\", \"to\" from pragma_foreign_key_list('" + name + "')"))
                    .containsExactlyInAnyOrderElementsOf(table.references().stream()
                            .map(key -> List.of(key.column(), key.table().replace('-', '_'), key.target()))
                            .toList());
            assertThatThrownBy(
                            () -> run("insert into \"" + name + "\" select * from \"" + name + "\" limit 1 offset 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("UNIQUE");
            for (Table.ForeignKey key : table.references()) {
                assertThatThrownBy(() -> run(
                                "update \"" + name + "\" set \"" + key.column() + "\" = 'nobody'" + " where rowid = 2"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("FOREIGN KEY");
            }
        }
        assertThatThrownBy(() -> run("update items set contested = 2")).hasMessageContaining("CHECK");
        assertThatThrownBy(() -> run("update items set designation = null")).hasMessageContaining("NOT NULL");
    }

    @Test
    void whatRefersToAnotherTableIsFoundByAnIndex() throws Exception {
        open(register(directory.resolve("register.sqlite")));
        int looked = 0;
        for (Table<?> table : REGISTER) {
            for (Table.ForeignKey key : table.references()) {
                assertThat(rows("explain query plan select * from \"" + table.identifier() + "\" where \""
                                + key.column() + "\" = 'row-1'"))
                        .singleElement()
                        .satisfies(plan ->
                                assertThat(plan.get(3)).startsWith("SEARCH").contains("INDEX"));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(20);
    }

    @Test
    void theDatabaseSaysWhatItIsAndWhatItsColumnsMean() throws Exception {
        open(register(directory.resolve("register.sqlite")));
        int rows = SampleRows.TEXTS.size();
        assertThat(rows("select * from about"))
                .contains(
                        List.of("export", SampleRows.ABOUT.export()),
                        List.of("scope", SampleRows.ABOUT.scope()),
                        List.of("filter", SampleRows.ABOUT.filter()),
                        List.of("log_id", SampleRows.ABOUT.logId().toString()),
                        List.of("n", "4711"),
                        List.of("at", "2026-01-31T12:00:00.123456Z"),
                        List.of("chain", SampleRows.ABOUT.chain()),
                        List.of("licence", "CC-BY-4.0"),
                        List.of("publisher", SampleRows.ABOUT.publisher()),
                        List.of("address", SampleRows.ABOUT.address()),
                        List.of("rows", Integer.toString(rows * REGISTER.size())),
                        List.of("forms", SqliteFile.FORMS));
        List<List<String>> described = new ArrayList<>();
        for (Table<?> table : REGISTER) {
            Path csv = SampleRows.write(
                    directory.resolve(table.name() + ".csv"),
                    SampleRows.of(table),
                    file -> new CsvRows(Files.newOutputStream(file), table, Profile.RAW));
            described.add(List.of(
                    table.identifier(), table.title(), table.description(), Integer.toString(rows), Hashing.of(csv)));
            assertThat(rows("select column_name, type, description, required from dictionary where table_name = '"
                            + table.identifier() + "' order by rowid"))
                    .isEqualTo(table.columns().stream()
                            .map(column -> List.of(
                                    column.name(),
                                    column.type().code(),
                                    column.description(),
                                    column.required() ? "1" : "0"))
                            .toList());
        }
        assertThat(rows("select * from tables order by rowid")).isEqualTo(described);
        assertThat(rows("select vocabulary from dictionary where table_name = 'agreements' and column_name = 'stage'"))
                .containsExactly(List.of("stages"));
        assertThat(rows("pragma user_version")).containsExactly(List.of("1"));
    }

    @Test
    void viewsTellOfAllClaimsAndOfEachAgreementAtOneLook() throws Exception {
        open(register(directory.resolve("register.sqlite")));
        int rows = SampleRows.TEXTS.size();
        assertThat(rows("select kind, count(*) from claims group by kind order by kind").stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1))))
                .hasSize(8)
                .containsEntry("items", Integer.toString(rows))
                .allSatisfy((kind, count) -> assertThat(count).isEqualTo(Integer.toString(rows)));
        assertThat(rows("select agreement_title, agreement_stage, claim_id from claims_of_agreements"
                        + " where kind = 'values' and agreement = 'row-3'"))
                .isEqualTo(rows("select a.title, a.stage, v.claim_id from \"values\" v, agreements a"
                        + " where v.agreement = 'row-3' and a.slug = 'row-3'"))
                .hasSize(1);
        assertThat(rows("select slug, items_count, status_events_count, conflicts_count from agreement_overview"
                        + " where slug = 'row-3'"))
                .containsExactly(List.of("row-3", "1", "1", "1"));
    }

    @Test
    void aRegisterWithoutRecordsHasAllTables() throws Exception {
        Path file = directory.resolve("register.sqlite");
        try (SqliteFile database = new SqliteFile(file, SampleRows.ABOUT, REGISTER)) {
            assertThat(database.finish()).isZero();
        }
        open(file);
        assertThat(rows("select sum(\"rows\"), count(*) from tables"))
                .containsExactly(List.of("0", Integer.toString(REGISTER.size())));
        assertThat(rows("select * from claims_of_agreements")).isEmpty();
        assertThat(rows("select * from agreement_overview")).isEmpty();
    }

    @Test
    void theSameRowsGiveTheSameBytesWhereverTheyAreWritten() throws Exception {
        byte[] here = Files.readAllBytes(register(directory.resolve("register.sqlite")));
        byte[] there = SampleRows.elsewhere(directory.resolve("elsewhere.db"), file -> {
            try {
                register(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(there).isEqualTo(here);
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("register.sqlite", "elsewhere.db");
        }
    }

    @Test
    void aRowThatRefersToNoneIsNoticed() throws IOException {
        Path file = directory.resolve("register.sqlite");
        Table<?> items = Dictionary.of("items").table();
        try (SqliteFile database = new SqliteFile(file, SampleRows.ABOUT, REGISTER)) {
            database.row(items, SampleRows.of(items).get(1));
            assertThatThrownBy(database::finish)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("items")
                    .hasMessageContaining("agreements");
        }
    }

    @Test
    void twoRowsOfOneKeyAreNoticed() throws IOException {
        Path file = directory.resolve("every-type.sqlite");
        try (SqliteFile database = new SqliteFile(file, SampleRows.ABOUT, List.of(TABLE))) {
            Object[] row = SampleRows.everyType().get(0);
            database.row(TABLE, row);
            assertThatThrownBy(() -> database.row(TABLE, row))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("every-type");
            assertThatCode(database::close).doesNotThrowAnyException();
        }
    }
}
