package org.dealtracker.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that can be asked for as a file.
 *
 * @param name the file's, as in its address: {@code items.csv}
 * @param contentType with its parameters
 * @param maker writes it
 */
record Product(String name, String contentType, Maker maker) {
    /** Writes a file that is not there yet. */
    @FunctionalInterface
    interface Maker {
        Made make(Path file, Material material) throws IOException;
    }

    /**
     * What is said of a file that was made.
     *
     * @param rows how many it has; null of what has no rows
     * @param data SHA-256 of the raw CSV of the same rows, in hexadecimal digits; null of what is no table
     */
    record Made(Long rows, String data) {}
}
