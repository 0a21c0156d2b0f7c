package org.dealtracker.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** PostgreSQL's programs, unpacked once per version from the archive on the class path. */
final class Binaries {
    private Binaries() {}

    /** Looks for this platform's archive; the production image has none. */
    static boolean present() {
        return archive() != null;
    }

    /** Unpacks, unless an earlier start has, and returns the directory that holds {@code bin}, {@code lib}, {@code share}. */
    static Path unpackInto(Path directory) throws IOException {
        Path unpacked = directory.resolve(hash());
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Files.createDirectories(directory);
        Path half = Files.createTempDirectory(directory, "half-");
        try (InputStream archive = archive().openStream()) {
            Archive.unpack(archive, half);
        }
        DurableFiles.rename(half, unpacked);
        return unpacked;
    }

    /** Removes other versions and halves; call it when no server of this data directory runs. */
    static void deleteOthers(Path unpacked) throws IOException {
        DurableFiles.deleteOthers(unpacked.getParent(), "", unpacked);
    }

    private static String hash() throws IOException {
        try (InputStream bytes = archive().openStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return Binaries.class.getResource("/postgres-%s-%s.txz".formatted(system, machine));
    }
}
