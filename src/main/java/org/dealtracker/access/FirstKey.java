package org.dealtracker.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.dealtracker.log.Identity;
import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

/** Sees to it that there is an admin key before the port opens: the one that was given, or a new one in a file. */
@ApplicationScoped
class FirstKey {
    static final String NAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstKey.class);
    private static final int SHORTEST = 32;

    private final AccessSettings settings;
    private final Keys keys;
    private final StatelessSession session;

    FirstKey(AccessSettings settings, Keys keys, StatelessSession session) {
        this.settings = settings;
        this.keys = keys;
        this.session = session;
    }

    @Transactional
    void prepare(@Observes @Priority(100) StartupEvent start) {
        AccessKey present = keys.named(NAME).orElse(null);
        if (settings.adminKey().isPresent()) {
            take(settings.adminKey().get(), present);
        } else if (present == null) {
            take(made(), null);
        }
    }

    private void take(String key, AccessKey present) {
        if (key.length() < SHORTEST) {
            throw new IllegalStateException("DEALTRACKER_ADMIN_KEY is too short: give at least " + SHORTEST
                    + " characters, or leave it unset.");
        }
        byte[] digest = keys.digest(key);
        if (present == null) {
            AccessKey fresh = new AccessKey();
            fresh.id = Identity.newId();
            fresh.name = NAME;
            fresh.digest = digest;
            fresh.role = Role.ADMIN.code();
            fresh.createdAt = Instant.now();
            session.insert(fresh);
        } else {
            present.digest = digest;
            present.revokedAt = null;
            session.update(present);
        }
    }

    private String made() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = "ddt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path file = settings.data().resolve("admin.key");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first admin key cannot be written to " + file, e);
        }
        LOG.infof("The first admin key was made; it is in %s", file.toAbsolutePath());
        return key;
    }
}
