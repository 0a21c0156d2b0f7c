package org.dealtracker.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dealtracker.http.Json;
import org.jboss.logging.Logger;

/**
 * Made files on disk, by the digest of what they were made of. A file gets its name only when it is whole: until then it
 * stands in a directory of its own among those that are being made, which are emptied at start. After a restart what is
 * found is believed only after its sum was checked.
 */
final class FileCache {
    private static final Logger LOG = Logger.getLogger(FileCache.class);
    private static final String SIDE = ".json";

    /** Nobody who was just told of a file finds it gone. */
    private static final long MILLIS_IN_USE = 10_000;

    /** When what was found at the start was last asked for: nobody waits for it. */
    private static final long NEVER = 0;

    private final Path files;
    private final Path making;
    private final long quota;
    private final LongSupplier clock;
    private final Map<String, Kept> kept = new HashMap<>();
    private long bytes;
    private int made;

    /** @param clock in milliseconds */
    FileCache(Path directory, long quota, LongSupplier clock) throws IOException {
        this.clock = clock;
        this.files = Files.createDirectories(directory.resolve("files"));
        this.making = directory.resolve("making");
        this.quota = quota;
        deleteTree(making);
        Files.createDirectories(making);
        find();
        makeRoom(0);
    }

    /** What is remembered of a file beside itself, in a file beside it. */
    record Side(String export, String address, long length, String sha256, Long rows, String data) {}

    private static final class Kept {
        private final BuiltFile file;
        private boolean checked;
        private long used;

        Kept(BuiltFile file, boolean checked, long used) {
            this.used = used;
            this.file = file;
            this.checked = checked;
        }
    }

    private void find() throws IOException {
        try (DirectoryStream<Path> sides = Files.newDirectoryStream(files, "*" + SIDE)) {
            for (Path side : sides) {
                BuiltFile file = told(side);
                if (file != null && Files.exists(file.path()) && Files.size(file.path()) == file.length()) {
                    keep(file, false);
                }
            }
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
            for (Path file : all) {
                if (!kept.containsKey(key(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String key(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SIDE) ? name.substring(0, name.length() - SIDE.length()) : name;
    }

    private BuiltFile told(Path side) throws IOException {
        try {
            return built(key(side), Json.stored(Files.readAllBytes(side), Side.class));
        } catch (UncheckedIOException e) {
            LOG.debug("What is said of an export cannot be read; the export is made again", e);
            return null;
        }
    }

    private BuiltFile built(String key, Side told) {
        return new BuiltFile(
                key,
                files.resolve(key),
                told.export(),
                told.address(),
                told.length(),
                told.sha256(),
                told.rows(),
                told.data());
    }

    private void keep(BuiltFile file, boolean checked) {
        kept.put(file.key(), new Kept(file, checked, checked ? clock.getAsLong() : NEVER));
        bytes += file.length();
    }

    /** A file of this key that is whole; null where there is none. */
    BuiltFile get(String key) {
        Kept found;
        synchronized (this) {
            found = kept.get(key);
            if (found == null) {
                return null;
            }
            found.used = clock.getAsLong();
            if (found.checked && Files.exists(found.file.path())) {
                return found.file;
            }
        }
        return check(found) ? found.file : null;
    }

    /** Once for each file, however many wait for it. */
    private boolean check(Kept found) {
        synchronized (found) {
            return found.checked && Files.exists(found.file.path()) || isWhole(found);
        }
    }

    private boolean isWhole(Kept found) {
        boolean whole;
        try {
            whole = Hashing.of(found.file.path()).equals(found.file.sha256());
        } catch (IOException e) {
            LOG.debugf(e, "An export cannot be read; it is made again");
            whole = false;
        }
        synchronized (this) {
            found.checked = whole;
            if (!whole) {
                LOG.warnf("The export %s is not what it was when it was made, and is made again.", found.file.key());
                drop(found);
            }
        }
        return whole;
    }

    /** A directory for what belongs to one file that is being made. */
    synchronized Path workshop(String key) throws IOException {
        made++;
        return Files.createDirectories(making.resolve(key + "-" + made));
    }

    /**
     * Gives a file that is whole its place; what was not asked for longest makes room.
     *
     * @throws IOException when the disk is broken, or it or the quota is full; then there is nothing of it
     */
    synchronized BuiltFile publish(String key, Path file, Side side) throws IOException {
        Kept before = kept.get(key);
        if (before != null) {
            drop(before);
        }
        makeRoom(side.length());
        if (bytes + side.length() > quota) {
            throw new IOException("Files that are in use leave no room for " + side.length() + " bytes of the quota's "
                    + quota + " (DEALTRACKER_EXPORTS_QUOTA)");
        }
        BuiltFile built = built(key, side);
        try {
            // The file comes first: what is said of it without it is not believed.
            Files.move(file, built.path(), StandardCopyOption.ATOMIC_MOVE);
            Path half = making.resolve(key + SIDE);
            Files.write(half, Json.bytes(side));
            Files.move(half, files.resolve(key + SIDE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(making.resolve(key + SIDE));
            Files.deleteIfExists(built.path());
            throw e;
        }
        keep(built, true);
        return built;
    }

    private void makeRoom(long wanted) {
        long now = clock.getAsLong();
        List<Kept> oldest = new ArrayList<>(kept.values());
        oldest.sort(Comparator.comparingLong(each -> each.used));
        for (Kept each : oldest) {
            if (bytes + wanted <= quota || now - each.used < MILLIS_IN_USE) {
                return;
            }
            drop(each);
        }
    }

    /** How many bytes all kept files have together. */
    synchronized long bytes() {
        return bytes;
    }

    private void drop(Kept file) {
        if (!kept.remove(file.file.key(), file)) {
            // Another one has its place already.
            return;
        }
        bytes -= file.file.length();
        try {
            Files.deleteIfExists(files.resolve(file.file.key() + SIDE));
            Files.deleteIfExists(file.file.path());
        } catch (IOException e) {
            LOG.warnf(e, "An export cannot be deleted");
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
