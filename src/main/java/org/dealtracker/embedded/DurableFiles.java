package org.dealtracker.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jboss.logging.Logger;

/** Files that are whole or absent, also after a power cut. */
final class DurableFiles {
    private static final Logger LOG = Logger.getLogger(DurableFiles.class);

    private DurableFiles() {}

    /** Writes a file that only its owner may read, replacing an older one at once. */
    static void writePrivate(Path path, String text) throws IOException {
        Path half = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(half);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(half, options, ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        rename(half, path);
    }

    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(to.getParent())) {
            parent.force(true);
        }
    }

    static void deleteTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Deletes the directories of {@code parent} whose names begin with {@code prefix}, except {@code keep}. What resists,
     * say because a program of a dead service still writes in it, is left to the next start.
     */
    static void deleteOthers(Path parent, String prefix, Path keep) throws IOException {
        try (var entries = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path entry : entries) {
                if (!entry.equals(keep)) {
                    try {
                        deleteTree(entry);
                    } catch (IOException e) {
                        LOG.debugf(e, "%s is left over", entry);
                    }
                }
            }
        }
    }
}
