package org.dealtracker.cite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A licence by its identifier in the SPDX licence list. Whoever gets data must be able to look up what they may do with
 * it, so that one which is not in the list has to say so.
 *
 * @param id such as {@code CC-BY-4.0}, spelled as the list does; {@code LicenseRef-…} for one that is not in it
 */
public record SpdxLicence(String id) {
    private static final String LIST = "/spdx/licences.tsv";
    private static final String OWN = "LicenseRef-";

    /** Names by identifiers, which are the same in small and capital letters (SPDX 2.3, annex D.2). */
    private static final Map<String, Listed> LISTED = listed();

    private record Listed(String id, String title) {}

    /** @throws IllegalArgumentException in a plain sentence, which stops the start */
    public SpdxLicence {
        id = id.strip();
        Listed listed = LISTED.get(id);
        if (listed != null) {
            id = listed.id();
        } else if (!id.matches(OWN + "[A-Za-z0-9.-]{1,99}")) {
            throw new IllegalArgumentException(
                    "DEALTRACKER_DATA_LICENCE must be the identifier of a licence in the list"
                            + " of SPDX, such as CC-BY-4.0, or a name of your own that begins with " + OWN + "; it is "
                            + id + ".");
        }
    }

    /** What the list calls it; the identifier of one that is not in it. */
    public String title() {
        return isListed() ? LISTED.get(id).title() : id;
    }

    /** Where the list says what it is; null for one that is not in it. */
    public String address() {
        return isListed() ? "https://spdx.org/licenses/" + id : null;
    }

    public boolean isListed() {
        return LISTED.containsKey(id);
    }

    @Override
    public String toString() {
        return id;
    }

    private static Map<String, Listed> listed() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SpdxLicence.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(
                            each -> each[0],
                            each -> new Listed(each[0], each[1]),
                            (one, other) -> one,
                            () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " cannot be read", e);
        }
    }
}
