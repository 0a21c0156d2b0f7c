package org.dealtracker.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs and returns when they have ended. */
record Programs(Path directory) {
    /** What a program said, and whether it did what it was asked. */
    record Outcome(boolean succeeded, String output) {}

    Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (weAreRoot()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, while its
            // files stay root's.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // PGPORT, PGDATA and their like, and an unknown locale, would steer it.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean succeeded = process.waitFor() == 0;
            if (!succeeded && output.startsWith("unshare:")) {
                throw output.contains("failed to execute") ? notOurs() : asRoot(null);
            }
            return new Outcome(succeeded, output);
        } catch (IOException e) {
            throw weAreRoot() ? asRoot(e) : new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + program + " was running", e);
        }
    }

    /** Without root's privileges, even root reads only its own. */
    private StartRefused notOurs() {
        return new StartRefused(
                "The files in %s belong to another user: run the service as that user, or set DEALTRACKER_DATA."
                        .formatted(directory.getParent().getParent()));
    }

    private static StartRefused asRoot(IOException cause) {
        return new StartRefused(
                "PostgreSQL does not run as root, and this system gives it no user namespace of its own (unshare -U)."
                        + " Run the service as an ordinary user, or set QUARKUS_DATASOURCE_JDBC_URL.",
                cause);
    }

    private static boolean weAreRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no /proc: not Linux, and no unshare either
        }
    }
}
