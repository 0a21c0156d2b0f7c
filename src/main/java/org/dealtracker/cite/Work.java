package org.dealtracker.cite;

import org.dealtracker.source.SourceKind;

/**
 * What sort of work is cited, as each format calls it. Formats know more or fewer sorts than the register; where none
 * fits, the most general one is taken, and the register's own word stands beside it.
 */
enum Work {
    RECORD("dataset", "DATA", "misc", "publisher"),
    NEWS("article-newspaper", "NEWS", "article", "journal"),
    MAGAZINE("article-magazine", "MGZN", "article", "journal"),
    REPORT("report", "RPRT", "techreport", "institution"),
    DATASET("dataset", "DATA", "misc", "publisher"),
    OFFICIAL("document", "GOVDOC", "misc", "publisher"),
    LEGISLATION("legislation", "LEGAL", "misc", "publisher"),
    CASE("legal_case", "CASE", "misc", "publisher"),
    POST("post", "ICOMM", "misc", "publisher"),
    BROADCAST("broadcast", "MULTI", "misc", "publisher"),
    IMAGE("graphic", "FIGURE", "misc", "publisher"),
    INTERVIEW("interview", "PCOMM", "misc", "publisher"),
    OTHER("document", "GEN", "misc", "publisher");

    private final String csl;
    private final String ris;
    private final String bibtex;
    private final String publisher;

    /** @param publisher the field of BibTeX in which the outlet stands */
    Work(String csl, String ris, String bibtex, String publisher) {
        this.csl = csl;
        this.ris = ris;
        this.bibtex = bibtex;
        this.publisher = publisher;
    }

    static Work of(SourceKind kind) {
        return switch (kind) {
            case NEWS_ARTICLE, WIRE_REPORT -> NEWS;
            case ANALYSIS -> MAGAZINE;
            case RESEARCH_REPORT -> REPORT;
            case GOVERNMENT_REGISTER -> DATASET;
            case OFFICIAL_STATEMENT, PARLIAMENTARY_RECORD -> OFFICIAL;
            case LEGAL_INSTRUMENT -> LEGISLATION;
            case COURT_RECORD -> CASE;
            case SOCIAL_MEDIA -> POST;
            case BROADCAST -> BROADCAST;
            case IMAGERY -> IMAGE;
            case INTERVIEW -> INTERVIEW;
            case LEAKED_DOCUMENT, UNRECORDED, OTHER -> OTHER;
        };
    }

    /** CSL 1.0.2, appendix III. */
    String csl() {
        return csl;
    }

    String ris() {
        return ris;
    }

    String bibtex() {
        return bibtex;
    }

    String publisherField() {
        return publisher;
    }

    /** Whether the outlet is what the work stands in, rather than who brought it out. */
    boolean isPartOfAPeriodical() {
        return this == NEWS || this == MAGAZINE;
    }
}
