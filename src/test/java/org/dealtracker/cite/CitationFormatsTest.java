package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.bibtex.NameParser;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dealtracker.source.SourceKind;
import org.dealtracker.uncertain.FuzzyDate;
import org.jbibtex.BibTeXEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in the three formats is read by the libraries of others as what was meant. */
class CitationFormatsTest {
    private static Cited cited(String title, String published, String... authors) {
        return cited(Work.NEWS, title, published, authors);
    }

    private static Cited cited(Work work, String title, String published, String... authors) {
        return new Cited(
                "source-a-report",
                work,
                Plain.line(title),
                "News article",
                Arrays.stream(authors).map(Author::of).toList(),
                "The Daily 100% & Co",
                published == null ? null : FuzzyDate.parse(published),
                null,
                "https://example.org/a_b?c=1&d=%7E#e",
                "https://archive.example.org/x",
                FuzzyDate.parse("2026-01-02"),
                "ar",
                "A note: 50% of #1_2.",
                "https://register.example.org/api/v1/sources/a-report?asOfSeq=7");
    }

    private static String bibtex(Cited cited) {
        return new String(Bibtex.write(cited), StandardCharsets.UTF_8);
    }

    private static String ris(Cited cited) {
        return new String(Ris.write(cited), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain",
                "50% & more: #1_a $5 ~ ^ \\ {x} }{ \"quoted\" 'single' <b>bold</b> | a",
                "\\textbf{not a command} \\} \\{ \\\\",
                "باكستان تبيع \u200f16 طائرة",
                "قال \"نعم\" {و} 50%",
                "Rocket 🚀 e\u0301 ﷽ 𝒳",
                "@article{x, title = {y}}",
                "ER  - and TY  - within",
                "Zürich – São Paulo — “quotes”"
            })
    void awkwardTextsComeBackAsTheyWere(String title) {
        Cited cited = cited(title, "2025-12-18");
        assertThat(cited.title()).isEqualTo(title.replace("  ", " "));
        assertThat(Readers.printed(Readers.bibtex(bibtex(cited)), "title")).isEqualTo(typeset(cited.title()));
        assertThat(Readers.ris(ris(cited)).getTitle()).isEqualTo(cited.title());
        assertThat(Readers.csl(CslItem.write(cited)).getTitle()).isEqualTo(cited.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nER  - \r\nTY  - b", "a\u2028b", "a\u0085b", "a\tb\u0007c", "a \u000b\f b"})
    void aTextIsOneLineInEveryFormat(String title) {
        Cited cited = cited(title, null);
        assertThat(cited.title()).doesNotContainPattern("[\\n\\r\\u2028\\u2029\\u0085\\p{Cntrl}]");
        assertThat(Readers.ris(ris(cited)).getTitle()).isEqualTo(cited.title());
        assertThat(ris(cited).lines().filter(line -> line.startsWith("TY"))).hasSize(1);
        assertThat(Readers.printed(Readers.bibtex(bibtex(cited)), "title")).isEqualTo(cited.title());
    }

    @Provide
    Arbitrary<String> awkward() {
        return Arbitraries.strings().withChars("ab {}\\%&$#_~^\"'<>|@,=-ä漢ع").ofMaxLength(40);
    }

    @Property(tries = 500)
    void anyTextLeavesTheEntryWhole(@ForAll("awkward") String text) {
        String line = Plain.line("x" + text + "x");
        Cited cited = cited(line, "2025", line, "Doe, Jane");
        BibTeXEntry entry = Readers.bibtex(bibtex(cited));
        assertThat(Readers.printed(entry, "title")).isEqualTo(typeset(line));
        assertThat(Readers.raw(entry, "url")).isEqualTo(cited.url());
        assertThat(Readers.ris(ris(cited)).getTitle()).isEqualTo(line);
    }

    /** As TeX sets a text that has nothing to be escaped: hyphens in a row are a dash, an apostrophe is round. */
    private static String typeset(String text) {
        return text.replace("---", "—").replace("--", "–").replace("''", "”").replace("'", "’");
    }

    @Test
    void capitalsOfTitlesAreKeptAndAddressesAreVerbatim() {
        String bibtex = bibtex(cited("JF-17 for the LAAF", "2025-12-18"));
        assertThat(bibtex).contains("title = {{JF-17 for the LAAF}}");
        assertThat(bibtex).contains("url = {https://example.org/a_b?c=1&d=%7E#e}");
        assertThat(bibtex).contains("note = {A note: 50\\% of \\#1\\_2.}");
        assertThat(bibtex).contains("journal = {{The Daily 100\\% \\& Co}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Doe, Jane | Doe | Jane",
                "bin Salman, Muhammad | bin Salman | Muhammad",
                "O’Neill-Smith, J. R. | O’Neill-Smith | J. R.",
                "محمود, نجيب | محمود | نجيب",
                "毛, 泽东 | 毛 | 泽东"
            })
    void aPersonIsOneWhoIsWrittenFamilyNameFirst(String written, String family, String given) {
        Cited cited = cited("T", "2025", written);
        CSLName csl = Readers.csl(CslItem.write(cited)).getAuthor()[0];
        assertThat(csl.getFamily()).isEqualTo(family);
        assertThat(csl.getGiven()).isEqualTo(given);
        assertThat(csl.getLiteral()).isNull();
        assertThat(Readers.raw(Readers.bibtex(bibtex(cited)), "author")).isEqualTo(family + ", " + given);
        assertThat(Readers.tagged(ris(cited), "AU")).containsExactly(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe",
                "Xi Jinping",
                "Amnesty International",
                "Ministry of Defence, Pakistan",
                "Department of Defense, United States",
                "Acme, Inc.",
                "Research and Analysis, Ltd",
                "Smith, Jones, Brown",
                "Reuters Staff",
                "Barnes and Noble",
                "رويترز",
                "Army, The",
                ","
            })
    void everybodyElseStandsAsWritten(String written) {
        Cited cited = cited("T", "2025", written);
        CSLName csl = Readers.csl(CslItem.write(cited)).getAuthor()[0];
        assertThat(csl.getLiteral()).isEqualTo(written);
        assertThat(csl.getFamily()).isNull();
        assertThat(Readers.raw(Readers.bibtex(bibtex(cited)), "author")).isEqualTo("{" + written + "}");
        // One name, and not two at the "and" or a family name at the comma.
        assertThat(NameParser.parse("{" + written + "}")).hasSize(1);
    }

    @Test
    void severalAuthorsStaySeveral() {
        Cited cited = cited("T", "2025", "Doe, Jane", "Barnes and Noble", "Xi Jinping");
        assertThat(Readers.raw(Readers.bibtex(bibtex(cited)), "author"))
                .isEqualTo("Doe, Jane and {Barnes and Noble} and {Xi Jinping}");
        assertThat(Readers.tagged(ris(cited), "AU")).containsExactly("Doe, Jane", "Barnes and Noble", "Xi Jinping");
        assertThat(Readers.csl(CslItem.write(cited)).getAuthor()).hasSize(3);
    }

    @Test
    void whatNobodyIsKnownToHaveWrittenIsSortedByItsOutlet() {
        BibTeXEntry entry = Readers.bibtex(bibtex(cited("T", "2025")));
        assertThat(Readers.raw(entry, "author")).isNull();
        assertThat(Readers.printed(entry, "key")).isEqualTo("The Daily 100% & Co");
        assertThat(Readers.csl(CslItem.write(cited("T", "2025"))).getAuthor()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2025-12-18              | [[2025, 12, 18]]                | - | - | -",
                "2025-12                 | [[2025, 12]]                    | - | - | -",
                "2025                    | [[2025]]                        | - | - | -",
                "2024-02                 | [[2024, 2]]                     | - | - | -",
                "2025-12-18?             | [[2025, 12, 18]]                | true | - | -",
                "2025-12~                | [[2025, 12]]                    | true | - | -",
                "2025-12-XX              | [[2025, 12]]                    | - | - | -",
                "2025-21                 | [[2025]]                        | - | 1 | -",
                "2025-24                 | [[2025]]                        | - | 4 | -",
                "2025-33                 | [[2025, 1], [2025, 3]]          | - | - | -",
                "2025-12/2028-06         | [[2025, 12], [2028, 6]]         | - | - | -",
                "2025/2028-06~           | [[2025], [2028, 6]]             | true | - | -",
                "2026/..                 | [[2026]]                        | - | - | from 2026",
                "[2025-12-17..2025-12-22] | [[2025, 12, 17], [2025, 12, 22]] | true | - | -",
                "[2025-07-17,2025-07-18] | [[2025, 7, 17], [2025, 7, 18]]  | true | - | -"
            })
    void aFuzzyDateKeepsItsDoubtsInCsl(String edtf, String parts, Boolean circa, Integer season, String literal) {
        CslDate date = CslDate.of(FuzzyDate.parse(edtf));
        assertThat(date.parts()).hasToString(parts);
        assertThat(date.circa()).isEqualTo(circa);
        assertThat(date.season()).isEqualTo(season);
        assertThat(date.literal()).isEqualTo(literal);
        CSLItemData read = Readers.csl(CslItem.write(cited("T", edtf)));
        assertThat(Arrays.deepToString(read.getIssued().getDateParts())).isEqualTo(parts);
        assertThat(read.getIssued().getCirca()).isEqualTo(circa);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2025-12-18              | 2025              | dec | 2025-12-18      | 2025/12/18/",
                "2025                    | 2025              | -   | 2025            | 2025///",
                "2025-03?                | 2025?             | mar | 2025-03?        | 2025/03//March 2025 (uncertain)",
                "2025-12~                | (about 2025)      | dec | 2025-12~        | 2025/12//about December 2025",
                "2025-21                 | 2025              | -   | 2025-21         | 2025///spring 2025",
                "2025-33                 | 2025              | -   | -               | 2025///the first quarter of 2025",
                "2025-12/2028-06         | 2025--2028        | -   | 2025-12/2028-06 | 2025///December 2025 to June 2028",
                "[2025-12-17..2025-12-22] | 2025             | dec | -"
                        + " | 2025/12//between 17 December 2025 and 22 December 2025",
                "2026/..                 | 2026              | -   | 2026/..         | 2026///from 2026"
            })
    void aFuzzyDateKeepsItsDoubtsInBibtexAndRis(String edtf, String year, String month, String date, String ris) {
        BibTeXEntry entry = Readers.bibtex(bibtex(cited("T", edtf)));
        assertThat(Readers.raw(entry, "year")).isEqualTo(year);
        assertThat(bibtex(cited("T", edtf)).contains("month =")).isEqualTo(month != null);
        if (month != null) {
            assertThat(bibtex(cited("T", edtf))).contains("month = " + month + ",");
            // The macro is one that BibTeX knows by itself.
            assertThat(Readers.raw(entry, "month")).isNotBlank();
        }
        assertThat(Readers.raw(entry, "date")).isEqualTo(date);
        String written = ris(cited("T", edtf));
        assertThat(Readers.tagged(written, "DA")).containsExactly(ris);
        assertThat(Readers.tagged(written, "PY")).containsExactly(edtf.replaceAll("^\\[?(....).*", "$1"));
    }

    @Test
    void aDateThatNobodyKnowsIsLeftOut() {
        Cited cited = cited("T", "unknown");
        assertThat(Readers.csl(CslItem.write(cited)).getIssued()).isNull();
        assertThat(Readers.raw(Readers.bibtex(bibtex(cited)), "year")).isNull();
        assertThat(Readers.tagged(ris(cited), "DA")).isEmpty();
        assertThat(Readers.tagged(ris(cited), "PY")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SourceKind.class)
    void everyKindOfSourceIsATypeThatTheFormatsHave(SourceKind kind) {
        Cited cited = cited(Work.of(kind), "T", "2025-12-18", "Doe, Jane");
        assertThat(CSLType.fromString(cited.work().csl()))
                .hasToString(cited.work().csl());
        assertThat(Readers.csl(CslItem.write(cited)).getType())
                .isEqualTo(CSLType.fromString(cited.work().csl()));
        assertThat(Readers.ris(ris(cited)).getTitle()).isEqualTo("T");
        assertThat(Readers.bibtex(bibtex(cited)).getType().getValue()).isIn("article", "misc", "techreport");
        assertThat(List.of("2025/12/18/")).isEqualTo(Readers.tagged(ris(cited), "DA"));
        assertThat(Readers.tagged(ris(cited), "UR")).containsExactly(cited.url());
        assertThat(Readers.tagged(ris(cited), "L2")).containsExactly(cited.archiveUrl());
        assertThat(Readers.tagged(ris(cited), "LA")).containsExactly("ar");
        assertThat(Readers.raw(Readers.bibtex(bibtex(cited)), "urldate")).isEqualTo("2026-01-02");
    }

    @ParameterizedTest
    @CsvSource({
        "NEWS_ARTICLE, article-newspaper, NEWS, article",
        "WIRE_REPORT, article-newspaper, NEWS, article",
        "RESEARCH_REPORT, report, RPRT, techreport",
        "LEGAL_INSTRUMENT, legislation, LEGAL, misc",
        "COURT_RECORD, legal_case, CASE, misc",
        "SOCIAL_MEDIA, post, ICOMM, misc",
        "BROADCAST, broadcast, MULTI, misc",
        "GOVERNMENT_REGISTER, dataset, DATA, misc",
        "UNRECORDED, document, GEN, misc"
    })
    void aSourceIsCitedAsWhatItIs(SourceKind kind, String csl, String ris, String bibtex) {
        Work work = Work.of(kind);
        assertThat(List.of(work.csl(), work.ris(), work.bibtex())).containsExactly(csl, ris, bibtex);
    }
}
