package org.dealtracker.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.dealtracker.log.Lists.Narrowing;

/**
 * A file that is asked for: what, of which records, as of when.
 *
 * @param about what the file says of itself
 * @param profile of a CSV file; else RAW
 * @param narrowing by what agreements are filtered; null for the whole register
 * @param onDate of the world's clock, or null
 */
record Order(Product product, About about, Profile profile, Narrowing narrowing, LocalDate onDate) {
    /**
     * Raised by a release that makes other bytes of the same records, so that no file of an older one is taken for its own.
     */
    private static final String RELEASE = "1";

    /** What we write ourselves, to the byte. How well others are packed is up to the machine that Java runs on. */
    private static final Set<String> PLAIN = Set.of("csv", "jsonl", "geojson");

    /** The digest of all that the bytes follow from; the same for everybody who asks the same. */
    String key() {
        String written = PLAIN.contains(about.export().substring(about.export().lastIndexOf('.') + 1))
                ? ""
                : System.getProperty("java.vm.version");
        String all = String.join(
                "\n",
                RELEASE,
                written,
                about.export(),
                profile.code(),
                about.filter(),
                about.logId().toString(),
                Long.toString(about.n()),
                about.chain(),
                about.address(),
                about.publisher(),
                about.licence());
        return Hashing.hex(Hashing.sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
    }
}
