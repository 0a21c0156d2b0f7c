package org.dealtracker.export;

import java.nio.file.Path;

/**
 * A file that was made, and is whole.
 *
 * @param sha256 of its bytes, in hexadecimal digits
 * @param rows how many it has; null of what has no rows
 * @param data SHA-256 of the raw CSV of the same rows; null of what is no table
 */
record BuiltFile(String key, Path path, long length, String sha256, Long rows, String data) {}
