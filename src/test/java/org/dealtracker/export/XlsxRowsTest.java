package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Apache POI, which did not write it, reads of a workbook. */
class XlsxRowsTest {
    private static final Table<?> TABLE = SampleRows.EVERY_TYPE;

    @TempDir
    private Path directory;

    private Path write(Table<?> table, List<Object[]> rows) throws IOException {
        return SampleRows.write(
                directory.resolve("rows.xlsx"), rows, file -> new XlsxRows(file, table, SampleRows.ABOUT));
    }

    private interface Reading {
        void read(XSSFWorkbook workbook);
    }

    private static void read(Path file, Reading reading) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            reading.read(workbook);
        }
    }

    @Test
    void everyCellComesBackAsWhatItWas() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        read(write(TABLE, rows), workbook -> assertSame(workbook.getSheetAt(0), TABLE, rows));
    }

    static List<Table<?>> tables() {
        return SampleRows.tables().toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableOfTheRegisterComesBack(Table<?> table) throws IOException {
        List<Object[]> rows = SampleRows.of(table);
        read(write(table, rows), workbook -> {
            assertThat(workbook.getSheetName(0)).isEqualTo(table.name());
            assertSame(workbook.getSheetAt(0), table, rows);
        });
    }

    private static void assertSame(Sheet sheet, Table<?> table, List<Object[]> rows) {
        assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
        for (int c = 0; c < table.columns().size(); c++) {
            Column<?> column = table.columns().get(c);
            assertThat(sheet.getRow(0).getCell(c).getStringCellValue()).isEqualTo(column.name());
            for (int r = 0; r < rows.size(); r++) {
                assertSame(sheet.getRow(r + 1).getCell(c), column.type(), rows.get(r)[c]);
            }
        }
    }

    private static void assertSame(Cell cell, ColumnType type, Object written) {
        if (written == null) {
            assertThat(cell).isNull();
            return;
        }
        switch (type) {
            case STRING, LIST, JSON -> {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(ColumnType.text(written));
            }
            case BOOLEAN -> assertThat(cell.getBooleanCellValue()).isEqualTo(written);
            case INTEGER, NUMBER -> assertSameNumber(cell, new BigDecimal(ColumnType.text(written)));
            case DATE, INSTANT -> {
                if (cell.getCellType() == CellType.STRING) {
                    assertThat(cell.getStringCellValue()).isEqualTo(written.toString());
                    assertThat(written.toString()).matches("(0|18|1900-0[12]|9999).*");
                } else if (written instanceof LocalDate day) {
                    assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
                    assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("yyyy\\-mm\\-dd");
                    assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(day.atStartOfDay());
                } else {
                    assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
                    assertThat(cell.getLocalDateTimeCellValue().toInstant(ZoneOffset.UTC))
                            .isCloseTo((Instant) written, within());
                }
            }
        }
    }

    private static TemporalUnitOffset within() {
        return new TemporalUnitWithinOffset(1, ChronoUnit.MILLIS);
    }

    /** As a number where it is one that Excel holds with all digits, else as the same digits in text. */
    private static void assertSameNumber(Cell cell, BigDecimal written) {
        boolean held = written.stripTrailingZeros().precision() <= 15;
        assertThat(cell.getCellType()).isEqualTo(held ? CellType.NUMERIC : CellType.STRING);
        assertThat(
                        held
                                ? new BigDecimal(Double.toString(cell.getNumericCellValue()))
                                : new BigDecimal(cell.getStringCellValue()))
                .isEqualByComparingTo(written);
    }

    /** From a rule of its own: the first of March 1900 is the first day that Excel and the rest of the world count alike. */
    @Test
    void aDayIsTheNumberThatExcelGivesIt() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        read(write(TABLE, rows), workbook -> {
            for (int r = 0; r < rows.size(); r++) {
                Cell cell = workbook.getSheetAt(0).getRow(r + 1).getCell(5);
                if (LocalDate.of(1900, 3, 1).equals(rows.get(r)[5])) {
                    assertThat(cell.getNumericCellValue()).isEqualTo(61);
                } else if (LocalDate.of(1900, 2, 28).equals(rows.get(r)[5])) {
                    assertThat(cell.getStringCellValue()).isEqualTo("1900-02-28");
                } else if (LocalDate.of(9999, 12, 31).equals(rows.get(r)[5])) {
                    assertThat(cell.getNumericCellValue()).isEqualTo(2_958_465);
                }
            }
        });
    }

    @Test
    void theHeaderIsBoldAndStaysInSightAndCanBeFilteredBy() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        read(write(TABLE, rows), workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            Row header = sheet.getRow(0);
            assertThat(workbook.getFontAt(header.getCell(0).getCellStyle().getFontIndex())
                            .getBold())
                    .isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:I" + (rows.size() + 1));
            assertThat(sheet.getColumnWidth(8)).isEqualTo(40 * 256);
        });
    }

    @Test
    void noCellIsAFormulaAndTextThatBeginsLikeOneStaysTextWhenItIsEdited() throws IOException {
        read(
                write(TABLE, SampleRows.everyType()),
                workbook -> workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() == CellType.STRING) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                }))));
    }

    @Test
    void theLastSheetSaysWhatTheFileIsAndWhatItsColumnsMean() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        read(write(TABLE, rows), workbook -> {
            List<List<String>> lines = new ArrayList<>();
            workbook.getSheet("about").forEach(row -> {
                List<String> line = new ArrayList<>();
                row.forEach(cell -> line.add(cell.toString()));
                lines.add(line);
            });
            assertThat(lines)
                    .contains(
                            List.of("filter", SampleRows.ABOUT.filter()),
                            List.of("scope", SampleRows.ABOUT.scope()),
                            List.of("n", "4711"),
                            List.of("at", "2026-01-31T12:00:00.123456Z"),
                            List.of("log_id", SampleRows.ABOUT.logId().toString()),
                            List.of("chain", SampleRows.ABOUT.chain()),
                            List.of("licence", "CC-BY-4.0"),
                            List.of("publisher", SampleRows.ABOUT.publisher()),
                            List.of("address", SampleRows.ABOUT.address()),
                            List.of("rows", Integer.toString(rows.size())),
                            List.of("csv_address", "https://deals.example.org/exports/every-type.csv?asOfSeq=4711"),
                            List.of("csv_sha256", SampleRows.SHA256),
                            List.of("checksum", Facts.CHECKSUM),
                            List.of("cells_cut", "0"),
                            List.of("column", "type", "required", "vocabulary", "description"),
                            List.of("slug", "string", "TRUE", "", "Holds <string>."),
                            List.of("group", "list", "FALSE", "stages", "Holds <list>."));
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("Every type <&>");
            assertThat(workbook.getProperties().getCoreProperties().getCreated())
                    .isNull();
        });
    }

    @Test
    void moreRowsThanASheetHoldsGoOnInFurtherSheetsWithTheSameHeader() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        int each = 7;
        Path file = SampleRows.write(
                directory.resolve("rows.xlsx"), rows, to -> new XlsxRows(to, TABLE, SampleRows.ABOUT, each + 1));
        read(file, workbook -> {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(List.of(workbook.getSheetName(0), workbook.getSheetName(1), workbook.getSheetName(2)))
                    .containsExactly("every-type", "every-type (2)", "every-type (3)");
            for (int from = 0; from < rows.size(); from += each) {
                assertSame(
                        workbook.getSheetAt(from / each),
                        TABLE,
                        rows.subList(from, Math.min(from + each, rows.size())));
            }
        });
    }

    @Test
    void textThatACellCannotHoldIsCutAndSaysSo() throws IOException {
        Object[] row = new Object[TABLE.columns().size()];
        row[0] = "long";
        row[1] = "y".repeat(40_000);
        read(write(TABLE, Collections.singletonList(row)), workbook -> {
            String text = workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue();
            assertThat(text).hasSize(32_767).startsWith("yyyy").endsWith(XlsxText.CUT);
            assertThat(workbook.getSheet("about"))
                    .anyMatch(about -> about.getPhysicalNumberOfCells() == 2
                            && about.getCell(0).getStringCellValue().equals("cells_cut")
                            && about.getCell(1).getStringCellValue().equals("1"));
        });
    }

    @Test
    void aTableWithoutRowsHasItsHeaderAndIsDescribed() throws IOException {
        read(write(TABLE, List.of()), workbook -> {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
            assertThat(workbook.getSheet("about").getLastRowNum())
                    .isGreaterThan(TABLE.columns().size());
        });
    }

    @Test
    void theSameRowsGiveTheSameBytesWhereverTheyAreWritten() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        byte[] here = Files.readAllBytes(write(TABLE, rows));
        byte[] there = SampleRows.elsewhere(directory.resolve("elsewhere.xlsx"), file -> {
            try {
                SampleRows.write(file, rows, to -> new XlsxRows(to, TABLE, SampleRows.ABOUT));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(there).isEqualTo(here);
    }

    /** The tools that tell files by their first bytes look there. */
    @Test
    void theFileBeginsWithThePartsThatSayWhatItIs() throws IOException {
        try (ZipFile zip = new ZipFile(write(TABLE, List.of()).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .startsWith("_rels/.rels", "docProps/core.xml", "xl/styles.xml")
                    .endsWith("[Content_Types].xml");
        }
    }

    @Test
    void aFileThatWasGivenUpCannotBeOpened() throws IOException {
        Path file = directory.resolve("part.xlsx");
        RowWriter writer = new XlsxRows(file, TABLE, SampleRows.ABOUT);
        for (Object[] row : SampleRows.everyType()) {
            writer.row(row);
        }
        assertThatThrownBy(() -> writer.row(new Object[] {"part", null, "no number"}))
                .isInstanceOf(ClassCastException.class);
        writer.close();
        assertThatCode(writer::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> new ZipFile(file.toFile())).isInstanceOf(ZipException.class);
    }
}
