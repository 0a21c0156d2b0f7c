package org.dealtracker.export;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of an Excel workbook (ECMA-376, Part 1), written one after the other, of which only the present row is in memory.
 * We write them ourselves because the libraries that would put the clock into the file, and they give no way to stop that
 * short of unpacking and packing it again.
 */
final class XlsxFile implements Closeable {
    /** How a cell looks: an index into {@code cellXfs} of the styles. */
    enum Style {
        PLAIN,
        HEADER,
        /** What was entered as text stays text when somebody edits it, whatever it begins with. */
        TEXT,
        DATE,
        INSTANT
    }

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** Not the first of January: at that one moment {@link ZipEntry} takes the machine's time zone into the file. */
    static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final List<String> sheets = new ArrayList<>();
    private final StringBuilder names = new StringBuilder();
    private final Zip zip;
    private final Writer out;
    private long row;
    private long characters;
    private boolean finished;

    XlsxFile(Path file, String title, String description) throws IOException {
        this.zip = new Zip(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        try {
            head(title, description);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The parts that do not depend on the sheets come first: by these programs tell a workbook from any other zip. */
    private void head(String title, String description) throws IOException {
        part("_rels/.rels");
        out.write(relations(relation(1, OFFICE + "/officeDocument", "xl/workbook.xml")
                + relation(2, PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml")));
        part("docProps/core.xml");
        out.write("<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + XlsxText.escaped(title)
                + "</dc:title><dc:description>" + XlsxText.escaped(description)
                + "</dc:description></cp:coreProperties>");
        part("xl/styles.xml");
        out.write(STYLES);
    }

    /**
     * Begins a sheet; the one before must have ended.
     *
     * @param name at most 31 characters
     * @param widths of its columns, in characters
     * @param frozen how many rows stay in sight
     */
    void begin(String name, List<Integer> widths, int frozen) throws IOException {
        sheets.add(name);
        row = 0;
        characters = 0;
        part("xl/worksheets/sheet" + sheets.size() + ".xml");
        out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"");
        out.write(sheets.size() == 1 ? " tabSelected=\"1\">" : ">");
        if (frozen > 0) {
            out.write("<pane ySplit=\"" + frozen + "\" topLeftCell=\"A" + (frozen + 1)
                    + "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>");
        }
        out.write("</sheetView></sheetViews><cols>");
        for (int i = 1; i <= widths.size(); i++) {
            out.write(
                    "<col min=\"" + i + "\" max=\"" + i + "\" width=\"" + widths.get(i - 1) + "\" customWidth=\"1\"/>");
        }
        out.write("</cols><sheetData>");
    }

    /** Begins a row; the one before must have ended. */
    void beginRow() throws IOException {
        row++;
        out.write("<row r=\"" + row + "\">");
    }

    void endRow() throws IOException {
        out.write("</row>");
    }

    /** @param column counted from 0, as in all methods here */
    void text(int column, Style style, String text) throws IOException {
        String escaped = XlsxText.escaped(XlsxText.cut(text));
        characters += escaped.length();
        cell(column, style, "inlineStr", "<is><t xml:space=\"preserve\">" + escaped + "</t></is>");
    }

    void number(int column, Style style, String number) throws IOException {
        cell(column, style, "n", "<v>" + number + "</v>");
    }

    void truth(int column, boolean truth) throws IOException {
        cell(column, Style.PLAIN, "b", truth ? "<v>1</v>" : "<v>0</v>");
    }

    private void cell(int column, Style style, String type, String content) throws IOException {
        characters += 40;
        out.write("<c r=\"" + letters(column) + row + "\" s=\"" + style.ordinal() + "\" t=\"" + type + "\">" + content
                + "</c>");
    }

    /** How many rows the present sheet has. */
    long rows() {
        return row;
    }

    /** How many characters the present sheet has, more or less. */
    long characters() {
        return characters;
    }

    /** @param filtered how many columns can be filtered, from the first on, by what stands in their first row; 0 for none */
    void end(int filtered) throws IOException {
        out.write("</sheetData>");
        if (filtered > 0) {
            String last = letters(filtered - 1);
            out.write("<autoFilter ref=\"A1:" + last + row + "\"/>");
            names.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"")
                    .append(sheets.size() - 1)
                    .append("\" hidden=\"1\">'")
                    .append(XlsxText.escaped(sheets.get(sheets.size() - 1)))
                    .append("'!$A$1:$" + last + "$" + row + "</definedName>");
        }
        out.write("</worksheet>");
    }

    /** Ends the file; its last sheet must have ended. */
    void finish() throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder listed = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            types.append(type("/xl/worksheets/sheet" + i + ".xml", SHEET_TYPE + "worksheet+xml"));
            listed.append("<sheet name=\"" + XlsxText.escaped(sheets.get(i - 1)) + "\" sheetId=\"" + i + "\" r:id=\"rId"
                    + i + "\"/>");
            relations.append(relation(i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        part("xl/workbook.xml");
        out.write("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + listed + "</sheets>"
                + (names.isEmpty() ? "" : "<definedNames>" + names + "</definedNames>") + "</workbook>");
        part("xl/_rels/workbook.xml.rels");
        out.write(relations(relations + relation(sheets.size() + 1, OFFICE + "/styles", "styles.xml")));
        part("[Content_Types].xml");
        out.write("<Types xmlns=\"" + PACKAGE + "/content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("/xl/workbook.xml", SHEET_TYPE + "sheet.main+xml") + types
                + type("/xl/styles.xml", SHEET_TYPE + "styles+xml")
                + type("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                + "</Types>");
        out.flush();
        zip.close();
        finished = true;
    }

    /** Leaves a file that no program opens, unless it was finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            finished = true;
            zip.giveUp();
        }
    }

    private void part(String name) throws IOException {
        out.flush();
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        out.write(XML);
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    /** A, B, …, Z, AA, AB, … */
    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    /** In the order of {@link Style}. */
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss.000\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"5\">"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/>"
            + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
            + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
            + "</styleSheet>";

    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(out);
            setLevel(Deflater.BEST_SPEED);
        }

        /** Frees what it holds, and writes no directory, without which the file is none. */
        void giveUp() throws IOException {
            def.end();
            out.close();
        }
    }
}
