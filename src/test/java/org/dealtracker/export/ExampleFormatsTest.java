package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dealtracker.intake.WithExamples;
import org.dealtracker.support.Client.Answer;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All formats of a table hold the same rows of the example register, and say of which file they are the same. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
@TestProfile(WithExamples.class)
class ExampleFormatsTest {
    @TempDir
    private Path directory;

    private Path saved(String name, String query) throws IOException {
        return Files.write(
                directory.resolve(name), Exported.file(name, query).expect(200).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?supplier=pakistan", "?asOfSeq=0"})
    void parquetAndSpreadsheetsHoldTheRowsOfTheCsv(String query) throws IOException {
        try (Duck duck = new Duck()) {
            for (Extract<?> extract : Dictionary.extracts()) {
                Table<?> table = extract.table();
                Path csv = saved(table.name() + ".csv", query);
                List<List<String>> rows = duck.ofCsv(csv, table);
                Path parquet = saved(table.name() + ".parquet", query);
                assertThat(duck.ofParquet(parquet, table)).as(table.name()).isEqualTo(rows);
                assertThat(duck.rows("select decode(value) from parquet_kv_metadata('" + parquet
                                + "') where decode(key) = 'csv_sha256'"))
                        .containsExactly(List.of(Hashing.of(csv)));
                assertSpreadsheet(Exported.file(table.name() + ".xlsx", query).expect(200), rows.size(), csv);
            }
        }
    }

    private static void assertSpreadsheet(Answer answer, int rows, Path csv) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.bytes()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(rows);
            Map<String, String> facts = new HashMap<>();
            for (Row row : workbook.getSheet("about")) {
                if (row.getPhysicalNumberOfCells() == 2) {
                    facts.put(row.getCell(0).toString(), row.getCell(1).toString());
                }
            }
            assertThat(facts)
                    .containsEntry("rows", Integer.toString(rows))
                    .containsEntry("csv_sha256", Hashing.of(csv))
                    .containsEntry("n", answer.header("Feed-Head"));
            String address = facts.get("csv_address");
            int file = address.lastIndexOf('/') + 1;
            int query = address.indexOf('?');
            assertThat(Exported.file(address.substring(file, query), address.substring(query))
                            .expect(200)
                            .bytes())
                    .isEqualTo(Files.readAllBytes(csv));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?supplier=pakistan", "?party=PK&contested=true", "?asOfSeq=120", "?asOfSeq=0"})
    void theDatabaseHoldsTheRowsOfAllCsvsAndTheirKeysHold(String query) throws IOException, SQLException {
        Answer answer = Exported.file("register.sqlite", query).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/vnd.sqlite3");
        Path file = Files.write(directory.resolve("register.sqlite"), answer.bytes());
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(rows(database, "pragma integrity_check")).containsExactly(List.of("ok"));
            assertThat(rows(database, "pragma foreign_key_check")).isEmpty();
            assertThat(rows(database, "select value from about where \"key\" = 'n'"))
                    .containsExactly(List.of(answer.header("Feed-Head")));
            for (Extract<?> extract : Dictionary.extracts()) {
                Table<?> table = extract.table();
                assertThat(rows(
                                database,
                                "select (select count(*) from \"" + table.identifier() + "\"), \"rows\", csv_sha256"
                                        + " from tables where table_name = '" + table.identifier() + "'"))
                        .as(table.name())
                        .satisfiesExactly(row -> {
                            Path csv = saved(table.name() + ".csv", query);
                            assertThat(row.get(0))
                                    .isEqualTo(row.get(1))
                                    .isEqualTo(""
                                            + Exported.rows(table.name(), query).size());
                            assertThat(row.get(2)).isEqualTo(Hashing.of(csv));
                        });
            }
            assertThat(rows(database, "select count(*) from agreement_overview"))
                    .isEqualTo(rows(database, "select count(*) from agreements"));
            assertThat(rows(database, "select count(*) from claims_of_agreements"))
                    .isEqualTo(rows(database, "select count(*) from claims"));
        }
    }

    private static List<List<String>> rows(Connection database, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
