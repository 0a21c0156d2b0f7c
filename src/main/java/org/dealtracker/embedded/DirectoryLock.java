package org.dealtracker.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process per data directory. The kernel drops the lock with the process, so a crash leaves nothing to clean up. */
final class DirectoryLock implements AutoCloseable {
    /**
     * POSIX drops all of a process's locks on a file when it closes <em>any</em> descriptor of it, so a second attempt in
     * this JVM must be refused before it opens the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel file;

    private DirectoryLock(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    /** @param directory an existing directory, as a real path */
    static DirectoryLock take(Path directory) throws IOException {
        if (!HELD.add(directory)) {
            throw inUse(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return open(directory);
        } catch (IOException | RuntimeException e) {
            HELD.remove(directory);
            throw e;
        }
    }

    private static DirectoryLock open(Path directory) throws IOException {
        Path path = directory.resolve("lock");
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw inUse(directory, Files.readString(path).strip());
            }
            file.truncate(0);
            String pid = ProcessHandle.current().pid() + "\n";
            file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return new DirectoryLock(directory, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static StartRefused inUse(Path directory, String pid) {
        return new StartRefused(
                "Another dealtracker (process %s) is using %s. Stop it, or set DEALTRACKER_DATA to another directory."
                        .formatted(pid.isEmpty() ? "unknown" : pid, directory));
    }

    @Override
    public void close() throws IOException {
        file.close();
        HELD.remove(directory);
    }
}
