package org.dealtracker.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says about a cluster's server, believed only after a look at the process itself. */
final class Postmaster {
    private Postmaster() {}

    /** The process of the cluster's running server, if there is one. */
    static Optional<ProcessHandle> of(Path cluster) throws IOException {
        return pidIn(cluster).flatMap(ProcessHandle::of).filter(process -> serves(process, cluster));
    }

    /**
     * A crash leaves the file behind and its number may since have passed to a stranger; PostgreSQL would then refuse to
     * start for ever, and {@code pg_ctl stop} would signal the stranger. A file whose process is gone is left alone:
     * PostgreSQL also reads from it whether children of the dead server are still at work.
     */
    static void forgetStranger(Path cluster) throws IOException {
        if (of(cluster).isEmpty() && pidIn(cluster).flatMap(ProcessHandle::of).isPresent()) {
            Files.deleteIfExists(file(cluster));
        }
    }

    private static Optional<Long> pidIn(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** A server of PostgreSQL works in its data directory; where we cannot ask for that, its arguments name it. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres")) // "postgres (deleted)" when its binaries were replaced
                .isPresent();
        if (!postgres || !process.isAlive()) {
            return false;
        }
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), cluster);
        } catch (IOException e) {
            return info.arguments().map(List::of).orElse(List.of()).contains(cluster.toString());
        }
    }
}
