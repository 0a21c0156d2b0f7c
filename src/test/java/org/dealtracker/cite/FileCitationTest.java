package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.undercouch.citeproc.csl.CSLItemData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.dealtracker.http.Format;
import org.jbibtex.BibTeXEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is cited as data of whoever publishes the register, in each format and in CITATION.cff. */
class FileCitationTest {
    private static final String FILES = "https://deals.example.org/api/v1/exports/";
    private static final String LOG = "00000000-0000-0001-0000-000000000002";

    /** What the schema of the Citation File Format 1.2.0 has at the top, as far as it concerns data. */
    private static final Set<String> CFF = Set.of(
            "cff-version",
            "message",
            "type",
            "title",
            "abstract",
            "authors",
            "version",
            "date-released",
            "license",
            "url",
            "identifiers");

    private static FileCitation of(String name, String part, long n, String address, String publisher, String licence) {
        return new FileCitation(
                name,
                "Items, from a register of reported arms agreements",
                part,
                UUID.fromString(LOG),
                n,
                n == 0 ? Instant.EPOCH : Instant.parse("2026-01-31T23:30:00Z"),
                "ab12",
                address,
                publisher,
                new SpdxLicence(licence));
    }

    private static FileCitation whole() {
        return of("items.csv", "", 7, FILES + "items.csv?asOfSeq=7", "The Däily, Sons & Co", "CC-BY-4.0");
    }

    private static FileCitation part(String part) {
        return of("items.csv", part, 7, FILES + "items.csv?asOfSeq=7&" + part, "P", "CC-BY-4.0");
    }

    private static CSLItemData csl(FileCitation file) {
        return Readers.csl(file.bytes(Format.CSL_JSON));
    }

    private static BibTeXEntry bibtex(FileCitation file) {
        return Readers.bibtex(new String(file.bytes(Format.BIBTEX), StandardCharsets.UTF_8));
    }

    private static String ris(FileCitation file) {
        return new String(file.bytes(Format.RIS), StandardCharsets.UTF_8);
    }

    private static JsonNode cff(FileCitation file) {
        try {
            JsonNode cff = new YAMLMapper().readTree(file.cff());
            cff.fieldNames().forEachRemaining(name -> assertThat(CFF).contains(name));
            for (String required : new String[] {"cff-version", "message", "title", "authors"}) {
                assertThat(cff.has(required)).as(required).isTrue();
            }
            assertThat(cff.get("cff-version").asText()).isEqualTo("1.2.0");
            assertThat(cff.get("version").isTextual()).isTrue();
            return cff;
        } catch (IOException e) {
            throw new AssertionError(file.cff(), e);
        }
    }

    @Test
    void everyFormatSaysWhatItIsAsOfWhenAndWhereItStays() {
        CSLItemData csl = csl(whole());
        assertThat(csl.getId()).isEqualTo("export-items-csv-n7");
        assertThat(csl.getType()).hasToString("dataset");
        assertThat(csl.getTitle()).isEqualTo("Items, from a register of reported arms agreements (items.csv)");
        assertThat(csl.getAuthor()[0].getLiteral()).isEqualTo("The Däily, Sons & Co");
        assertThat(csl.getVersion()).isEqualTo("7");
        assertThat(csl.getIssued().getDateParts()).isDeepEqualTo(new int[][] {{2026, 1, 31}});
        assertThat(csl.getURL()).isEqualTo(FILES + "items.csv?asOfSeq=7");
        assertThat(csl.getNote())
                .isEqualTo("Taken as of entry 7 of log " + LOG
                        + ", made on 2026-01-31, whose hash is ab12; the whole register. Licence: CC-BY-4.0.");
        BibTeXEntry bibtex = bibtex(whole());
        assertThat(bibtex.getKey().getValue()).isEqualTo(csl.getId());
        assertThat(Readers.printed(bibtex, "author")).isEqualTo("The Däily, Sons & Co");
        assertThat(Readers.raw(bibtex, "url")).isEqualTo(csl.getURL());
        assertThat(Readers.raw(bibtex, "version")).isEqualTo("7");
        assertThat(Readers.tagged(ris(whole()), "TY")).containsExactly("DATA");
        assertThat(Readers.tagged(ris(whole()), "UR")).containsExactly(csl.getURL());
        assertThat(Readers.ris(ris(whole())).getTitle()).isEqualTo(csl.getTitle());
    }

    @Test
    void citationCffSaysTheSame() {
        JsonNode cff = cff(whole());
        assertThat(cff.get("type").asText()).isEqualTo("dataset");
        assertThat(cff.at("/authors/0/name").asText()).isEqualTo("The Däily, Sons & Co");
        assertThat(cff.get("title").asText()).isEqualTo(csl(whole()).getTitle());
        assertThat(cff.get("version").asText()).isEqualTo("7");
        assertThat(cff.get("date-released").asText()).isEqualTo("2026-01-31");
        assertThat(cff.get("license").asText()).isEqualTo("CC-BY-4.0");
        assertThat(cff.get("url").asText()).isEqualTo(FILES + "items.csv?asOfSeq=7");
        assertThat(cff.at("/identifiers/0/value").asText())
                .isEqualTo(cff.get("url").asText());
        assertThat(cff.at("/identifiers/1/value").asText()).isEqualTo("urn:uuid:" + LOG + "#7");
        assertThat(cff.get("abstract").asText()).contains("entry 7 of log " + LOG, "ab12", "the whole register");
    }

    @Test
    void aPartIsNeverTakenForTheWholeNorForAnotherPart() {
        Set<String> keys = new HashSet<>();
        assertThat(keys.add(csl(whole()).getId())).isTrue();
        for (String part : new String[] {"stage=agreed", "stage=agreed&supplier=china", "supplier=china"}) {
            CSLItemData csl = csl(part(part));
            assertThat(csl.getTitle()).endsWith("(items.csv), only what has " + part);
            assertThat(csl.getNote()).contains("the part of the register that has " + part + ".");
            assertThat(keys.add(csl.getId())).isTrue();
            assertThat(csl.getId()).matches("export-items-csv-n7-[0-9a-f]{8}");
            assertThat(cff(part(part)).get("title").asText()).isEqualTo(csl.getTitle());
            assertThat(Readers.raw(bibtex(part(part)), "url")).endsWith("?asOfSeq=7&" + part);
        }
        assertThat(csl(part("stage=agreed")).getId())
                .isEqualTo(csl(part("stage=agreed")).getId());
    }

    @Test
    void aQueryIsReadAsItWasTypedAndItsAddressStaysAsItIs() {
        FileCitation file = part("q=%D8%B5%D9%81%D9%82%D8%A9%20%26%20x%2By");
        assertThat(csl(file).getTitle()).endsWith("only what has q=صفقة & x+y");
        assertThat(csl(file).getURL()).endsWith("&q=%D8%B5%D9%81%D9%82%D8%A9%20%26%20x%2By");
        assertThat(Readers.printed(bibtex(file), "title")).endsWith("q=صفقة & x+y");
    }

    @Test
    void beforeTheFirstEntryThereIsNoDay() {
        FileCitation file = of("items.csv", "", 0, FILES + "items.csv?asOfSeq=0", "P", "CC0-1.0");
        assertThat(csl(file).getIssued()).isNull();
        assertThat(Readers.raw(bibtex(file), "year")).isNull();
        assertThat(Readers.tagged(ris(file), "PY")).isEmpty();
        assertThat(cff(file).has("date-released")).isFalse();
        assertThat(csl(file).getNote()).startsWith("Taken before the first entry of log " + LOG + "; the whole");
    }

    @Test
    void whereNobodyKnowsTheRegistersAddressCitationCffNamesTheLogAlone() {
        JsonNode cff = cff(of("items.csv", "", 7, "/api/v1/exports/items.csv?asOfSeq=7", "P", "LicenseRef-ours"));
        assertThat(cff.has("url")).isFalse();
        assertThat(cff.get("identifiers")).hasSize(1);
        // A licence that is not in the list would make the file invalid.
        assertThat(cff.has("license")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a: b # no comment\n\"'{}[]&*!|>%@`",
                "yes",
                "2026-01-31",
                "<b>صفقة \u202bأسلحة\u202c</b> 🚀 \\ \t\u0007",
                "null"
            })
    void aPublisherMayHaveAnyName(String publisher) {
        FileCitation file = of("items.csv", "", 7, FILES + "items.csv?asOfSeq=7", publisher, "CC-BY-4.0");
        JsonNode name = cff(file).at("/authors/0/name");
        assertThat(name.isTextual()).isTrue();
        assertThat(name.asText()).isEqualTo(Plain.line(publisher));
        assertThat(csl(file).getAuthor()[0].getLiteral()).isEqualTo(Plain.line(publisher));
        assertThat(bibtex(file).getKey().getValue()).isEqualTo("export-items-csv-n7");
    }

    @Test
    void neitherTheLanguageNorTheClockOfTheMachineIsInIt() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String cff = whole().cff();
        String ris = ris(whole());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(whole().cff()).isEqualTo(cff);
            assertThat(ris(whole())).isEqualTo(ris);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
