package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.ris.RISConverter;
import de.undercouch.citeproc.ris.RISLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.Value;

/** Citations as programs of others read them. */
final class Readers {
    static {
        // Commands of LaTeX itself that the printer does not know.
        Map.of(
                        "textbraceleft", "{",
                        "textbraceright", "}",
                        "textasciitilde", "~",
                        "textasciicircum", "^",
                        "textbackslash", "\\",
                        "textless", "<",
                        "textgreater", ">",
                        "textbar", "|")
                .forEach(LaTeXPrinter::setSymbol);
    }

    /** Of letters that no test has: those of the Latin alphabet with marks. */
    private static final int STAND_INS = 0x0100;

    private Readers() {}

    /** The one entry of a file of BibTeX, which has nothing else in it. */
    static BibTeXEntry bibtex(String file) {
        try {
            BibTeXParser parser = new BibTeXParser();
            BibTeXDatabase database = parser.parse(new StringReader(file));
            assertThat(parser.getExceptions()).isEmpty();
            assertThat(database.getObjects()).hasSize(1);
            return database.getEntries().values().iterator().next();
        } catch (ParseException e) {
            throw new AssertionError(file, e);
        }
    }

    /** A field as TeX prints it; null where there is none. */
    static String printed(BibTeXEntry entry, String field) {
        String value = raw(entry, field);
        if (value == null) {
            return null;
        }
        // The library's parser of TeX knows few letters; it is given one that it knows for each that TeX would print.
        List<String> letters = value.codePoints()
                .filter(c -> c > 0xFF)
                .distinct()
                .mapToObj(Character::toString)
                .toList();
        for (int i = 0; i < letters.size(); i++) {
            value = value.replace(letters.get(i), Character.toString(STAND_INS + i));
        }
        try {
            String printed = new LaTeXPrinter().print(new LaTeXParser().parse(value));
            for (int i = 0; i < letters.size(); i++) {
                printed = printed.replace(Character.toString(STAND_INS + i), letters.get(i));
            }
            return printed;
        } catch (ParseException e) {
            throw new AssertionError(value, e);
        }
    }

    /** A field as it stands in the file. */
    static String raw(BibTeXEntry entry, String field) {
        Value value = entry.getField(new Key(field));
        return value == null ? null : value.toUserString();
    }

    /** The one reference of a file of RIS. */
    static CSLItemData ris(String file) {
        assertThat(file).endsWith("ER  - \r\n");
        for (String line : file.split("\r\n")) {
            assertThat(line).matches("[A-Z][A-Z0-9]  - .*").doesNotContain("\n", "\r");
        }
        RISConverter converter = new RISConverter();
        try {
            RISLibrary library = converter.loadLibrary(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
            assertThat(library.getReferences()).hasSize(1);
            return converter.toItemData(library.getReferences().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new AssertionError(file, e);
        }
    }

    /** What a tag of RIS says, line by line. */
    static List<String> tagged(String ris, String tag) {
        return ris.lines()
                .filter(line -> line.startsWith(tag + "  - "))
                .map(line -> line.substring(6))
                .toList();
    }

    /** The one item of a file of CSL JSON. */
    static CSLItemData csl(byte[] file) {
        try {
            List<Map<String, Object>> items = new ObjectMapper().readValue(file, new TypeReference<>() {});
            assertThat(items).hasSize(1);
            return CSLItemData.fromJson(items.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
