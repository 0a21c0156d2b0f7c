package org.dealtracker.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dealtracker.http.Json;

/**
 * A release as clients see it.
 *
 * @param n the entry of the log as of which it is
 * @param at when that entry was recorded; null for 0, which is before the first
 * @param chain the hash of that entry in the chain of the log, in hexadecimal digits
 */
record Release(
        String name,
        String title,
        String notes,
        long n,
        Instant at,
        UUID logId,
        String chain,
        Instant publishedAt,
        String publishedBy,
        List<PublishedFile> files,
        String href) {
    static final String PATH = "/api/v1/snapshots";

    static Release of(StoredRelease stored) {
        byte[] files = stored.files.getBytes(StandardCharsets.UTF_8);
        return new Release(
                stored.name,
                stored.title,
                stored.notes,
                stored.n,
                stored.at,
                stored.logId,
                HexFormat.of().formatHex(stored.chain),
                stored.publishedAt,
                stored.publishedBy,
                List.of(Json.stored(files, PublishedFile[].class)),
                address(stored.name));
    }

    static String address(String name) {
        return PATH + "/" + name;
    }
}
