package org.dealtracker.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a file says of itself, as keys and values: the same ones in every format that has a place for them. */
final class Facts {
    private Facts() {}

    /** Of a file that holds several tables. */
    static Map<String, String> of(About about) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("export", about.export());
        facts.put("scope", about.scope());
        facts.put("filter", about.filter());
        facts.put("log_id", about.logId().toString());
        facts.put("n", Long.toString(about.n()));
        facts.put("at", about.at().toString());
        facts.put("chain", about.chain());
        facts.put("address", about.address());
        facts.put("publisher", about.publisher());
        facts.put("licence", about.licence());
        return facts;
    }

    /**
     * Of a file that holds one table.
     *
     * @param rows how many there are
     * @param sha256 of the raw CSV of the same rows
     */
    static Map<String, String> of(Table<?> table, About about, long rows, String sha256) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", table.title());
        facts.put("description", table.description());
        facts.putAll(of(about));
        facts.put("rows", Long.toString(rows));
        facts.put("csv_sha256", sha256);
        return facts;
    }
}
