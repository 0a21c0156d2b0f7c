package org.dealtracker.export;

import org.dealtracker.http.Code;

/** In which formats each table can be had. */
public enum FileFormat implements Code {
    CSV("text/csv; charset=utf-8; header=present", "Comma-separated values (RFC 4180), UTF-8, with a header."),
    JSONL("application/jsonl", "JSON Lines: an object for each row, every column in each."),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "A spreadsheet (Office Open XML) with typed cells and a sheet that says what it is."),
    PARQUET("application/vnd.apache.parquet", "Apache Parquet with typed columns and statistics.");

    private final String contentType;
    private final String definition;

    FileFormat(String contentType, String definition) {
        this.contentType = contentType;
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    public String contentType() {
        return contentType;
    }
}
