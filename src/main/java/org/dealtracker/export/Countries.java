package org.dealtracker.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every country that ISO 3166-1 has a code for, with a point that stands for it: its capital or seat of government, and where
 * it has none, a point in it. {@code countries.csv} has them. A name and a point say nothing of whom a territory belongs to.
 */
final class Countries {
    private static final Map<String, Country> ALL = read();

    private Countries() {}

    /**
     * @param alpha2 two capital letters
     * @param alpha3 three capital letters
     * @param longitude degrees east (WGS 84), to two places: about a kilometre
     * @param latitude degrees north
     * @param place what is at that point; empty where it is no particular place
     */
    record Country(
            String alpha2, String alpha3, String name, BigDecimal longitude, BigDecimal latitude, String place) {}

    private static Map<String, Country> read() {
        Map<String, Country> all = new LinkedHashMap<>();
        try (InputStream file = Countries.class.getResourceAsStream("/countries.csv");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                all.put(
                        row.getField("alpha2"),
                        new Country(
                                row.getField("alpha2"),
                                row.getField("alpha3"),
                                row.getField("name"),
                                new BigDecimal(row.getField("longitude")),
                                new BigDecimal(row.getField("latitude")),
                                row.getField("place")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(all);
    }

    /** All of them, by their two letters, in that order. */
    static Map<String, Country> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException when it is no code of two letters that a record can have */
    static Country of(String alpha2) {
        Country country = ALL.get(alpha2);
        if (country == null) {
            throw new IllegalArgumentException("There is no country " + alpha2);
        }
        return country;
    }
}
