package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipFile;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;

/** The files of the whole register and their sums, for whoever publishes a state of it. */
@ApplicationScoped
public class Archive {
    private static final List<String> WHOLE =
            List.of(WholeFiles.PACKAGE, WholeFiles.DATABASE, WholeFiles.GRAPH, WholeFiles.MAP);

    private final Orders orders;
    private final Builds builds;
    private final ExportSettings settings;

    Archive(Orders orders, Builds builds, ExportSettings settings) {
        this.orders = orders;
        this.builds = builds;
        this.settings = settings;
    }

    /**
     * A file as it is served.
     *
     * @param rows null of what has no rows
     * @param sha256 of its bytes, in lower-case hexadecimal digits
     * @param href where they are, for ever
     */
    public record File(String name, long bytes, Long rows, String sha256, String href) {}

    /**
     * The package, the database, the graph and the map, and of each table the raw CSV, by whose sum its other formats say
     * what they are. What is not there yet is made; not to be called inside a transaction.
     *
     * @param n an entry that there is
     * @throws Problem 503 when that takes too long; they are made meanwhile
     */
    public List<File> asOf(long n) {
        Map<String, CompletableFuture<BuiltFile>> asked = new LinkedHashMap<>();
        orders.whole(WHOLE, n)
                .forEach(order ->
                        asked.put(order.about().export(), builds.get(order).copy()));
        long until = System.nanoTime() + settings.exports().longestWait().toNanos();
        List<File> files = new ArrayList<>();
        asked.forEach((name, file) -> {
            BuiltFile built = await(file, until - System.nanoTime(), n);
            files.add(new File(name, built.length(), built.rows(), built.sha256(), built.address()));
            if (name.equals(WholeFiles.PACKAGE)) {
                files.addAll(packed(built, n));
            }
        });
        return files;
    }

    private static BuiltFile await(CompletableFuture<BuiltFile> file, long nanos, long n) {
        try {
            return file.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Problem(
                            ProblemType.UNAVAILABLE,
                            "The files as of " + n
                                    + " are still being made; ask again in a while, as of the same entry.")
                    .header(HttpHeaders.RETRY_AFTER, "30");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is ending", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /** The tables, which are in the package byte for byte. */
    private List<File> packed(BuiltFile zip, long n) {
        List<File> files = new ArrayList<>();
        for (JsonNode file : manifest(zip).path("files")) {
            if (file.has("rows")) {
                String path = file.get("path").textValue();
                String name = path.substring(path.lastIndexOf('/') + 1);
                files.add(new File(
                        name,
                        file.get("bytes").longValue(),
                        file.get("rows").longValue(),
                        file.get("sha256").textValue(),
                        orders.address(name, n)));
            }
        }
        return files;
    }

    private static JsonNode manifest(BuiltFile zip) {
        try (ZipFile entries = new ZipFile(zip.path().toFile());
                InputStream in = entries.getInputStream(entries.getEntry(PackageFile.MANIFEST))) {
            return Json.stored(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A package cannot be read", e);
        }
    }
}
