package org.dealtracker.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dealtracker.export.Archive;

/** The sums of the files of a release. */
@ApplicationScoped
class Sums {
    private final Archive archive;

    Sums(Archive archive) {
        this.archive = archive;
    }

    /**
     * A line for every file of the whole register: the package, the database, the graph, the map, and each table as raw CSV,
     * with the size, the rows and the SHA-256 of the very bytes that {@code href} answers with. Files that are not there yet
     * are made first, which may take a minute; so this is not to be called inside a transaction.
     *
     * @param n the entry as of which; the same always gives the same sums
     * @throws org.dealtracker.http.Problem 503 when they take longer; they are made meanwhile
     */
    List<PublishedFile> asOf(long n) {
        return archive.asOf(n).stream()
                .map(file -> new PublishedFile(file.name(), file.bytes(), file.rows(), file.sha256(), file.href()))
                .toList();
    }
}
