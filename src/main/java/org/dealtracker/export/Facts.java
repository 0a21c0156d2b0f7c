package org.dealtracker.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a file says of itself, as keys and values: the same ones in every format that has a place for them. */
final class Facts {
    /** What the checksum is of, in words that somebody can go by who has only the file. */
    static final String CHECKSUM =
            "csv_sha256 is the SHA-256 of the file at csv_address, byte for byte: the same rows as"
                    + " CSV in the raw profile, which every format of this table is compared by.";

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
        facts.put("csv_address", csvAddress(table, about));
        facts.put("csv_sha256", sha256);
        facts.put("checksum", CHECKSUM);
        return facts;
    }

    /** Where the same rows can be had as raw CSV. */
    private static String csvAddress(Table<?> table, About about) {
        String address = about.address();
        int name = address.indexOf(about.export());
        return address.substring(0, name) + table.name() + ".csv"
                + address.substring(name + about.export().length());
    }
}
