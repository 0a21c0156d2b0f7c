package org.dealtracker.export;

import java.nio.file.Path;

/**
 * A table as a file of a package.
 *
 * @param file where it stands until it is packed
 * @param bytes how long it is
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
record PackedTable(Table<?> table, Path file, long rows, long bytes, String sha256) {
    /** Its place in the package. */
    String path() {
        return "data/" + table.name() + ".csv";
    }
}
