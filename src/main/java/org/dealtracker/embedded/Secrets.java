package org.dealtracker.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The four logins of the default database. The passwords are made once, before the cluster, so that a first start that
 * was cut off finds the same ones again; a file that was written before there was a reader gets its line added.
 *
 * @param superuser makes the roles and the database, nothing else
 * @param owner owns the database and migrates it
 * @param app the service's login: it creates nothing and has the rights that the migrations grant
 * @param reader for tools that draw charts: it reads the views of the schema {@code register} and nothing else
 */
record Secrets(Credentials superuser, Credentials owner, Credentials app, Credentials reader) {
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "dealtracker_owner";
    private static final String APP = "dealtracker_app";
    private static final String READER = "dealtracker_reader";

    static Secrets readOrCreate(Path file, boolean clusterExists) throws IOException {
        if (!Files.exists(file)) {
            if (clusterExists) {
                throw new StartRefused("The passwords of the database in %s are missing: put %s back from your backup."
                        .formatted(file.getParent(), file.getFileName()));
            }
            DurableFiles.writePrivate(file, line(SUPERUSER) + line(OWNER) + line(APP) + line(READER));
        }
        Secrets secrets = read(file, false);
        if (secrets.reader() == null) {
            // The others are whole, or we would not be here: a file that was cut off is refused and not mended.
            String text = Files.readString(file);
            DurableFiles.writePrivate(file, text + (text.endsWith("\n") ? "" : "\n") + line(READER));
            secrets = read(file, true);
        }
        return secrets;
    }

    private static Secrets read(Path file, boolean whole) throws IOException {
        Properties passwords = new Properties();
        passwords.load(new StringReader(Files.readString(file)));
        return new Secrets(
                of(SUPERUSER, passwords, file),
                of(OWNER, passwords, file),
                of(APP, passwords, file),
                whole || passwords.containsKey(READER) ? of(READER, passwords, file) : null);
    }

    private static String line(String user) {
        return user + "=" + random() + "\n";
    }

    private static Credentials of(String user, Properties passwords, Path file) {
        String password = passwords.getProperty(user, "");
        // Our own are hexadecimal; nothing else may reach a CREATE ROLE, which takes no parameters.
        if (!password.matches("[0-9a-zA-Z]{32,}")) {
            throw new StartRefused(
                    "%s has no usable password for %s: put it back from your backup.".formatted(file, user));
        }
        return new Credentials(user, password);
    }

    private static String random() {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
