package org.dealtracker.export;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the rows of one table to a file. The same rows always give the same bytes, whatever the machine's clock, locale and
 * time zone. A file is only what it claims to be once {@link #finish} has returned; closing a writer that was not finished
 * gives up, and whoever made it deletes what is left.
 */
interface RowWriter extends Closeable {
    /** @param cells one for each column of the table, of its type's class or null */
    void row(Object[] cells) throws IOException;

    /**
     * Ends the file.
     *
     * @param rows how many there were
     * @param sha256 of the raw CSV of the same rows, in lower-case hexadecimal digits: what all formats of a table share
     */
    void finish(long rows, String sha256) throws IOException;
}
