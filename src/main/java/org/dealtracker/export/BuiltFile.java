package org.dealtracker.export;

import java.nio.file.Path;

/**
 * A file that was made, and is whole.
 *
 * @param export its name in its address, such as {@code items.csv}
 * @param address where the same bytes can always be had
 * @param sha256 of its bytes, in hexadecimal digits
 * @param rows how many it has; null of what has no rows
 * @param data SHA-256 of the raw CSV of the same rows; null of what is no table
 */
record BuiltFile(
        String key, Path path, String export, String address, long length, String sha256, Long rows, String data) {}
