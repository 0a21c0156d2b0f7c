package org.dealtracker.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.StatelessSession;

/** Tells whose key a request carries. A key that was found good is taken for good for five seconds. */
@ApplicationScoped
class Keys {
    private static final int REMEMBERED_SECONDS = 5;
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final StatelessSession session;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile byte[] secret;

    Keys(StatelessSession session) {
        this.session = session;
    }

    /** Whom a key stands for. */
    record Holder(String name, Role role) {}

    private record Known(Holder holder, Instant until) {}

    /** Who holds a key, if it is one of ours, not expired and not revoked. */
    @ActivateRequestContext
    Optional<Holder> holder(String key) {
        byte[] digest = digest(key);
        String id = HexFormat.of().formatHex(digest);
        Instant now = Instant.now();
        Known remembered = known.get(id);
        if (remembered != null && remembered.until().isAfter(now)) {
            return Optional.of(remembered.holder());
        }
        known.remove(id);
        Optional<Holder> holder =
                find(digest).filter(found -> found.isGoodAt(now)).map(found -> new Holder(found.name, found.role()));
        if (holder.isPresent() && known.size() < REMEMBERED_AT_MOST) {
            known.put(id, new Known(holder.get(), now.plusSeconds(REMEMBERED_SECONDS)));
        }
        return holder;
    }

    private Optional<AccessKey> find(byte[] digest) {
        return session.createQuery("from AccessKey where digest = :digest", AccessKey.class)
                .setParameter("digest", digest)
                .uniqueResultOptional()
                .filter(found -> MessageDigest.isEqual(found.digest, digest));
    }

    Optional<AccessKey> named(String name) {
        return session.createQuery("from AccessKey where name = :name", AccessKey.class)
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    /** HMAC-SHA-256 of a key's text under the register's own secret. */
    byte[] digest(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private byte[] secret() {
        if (secret == null) {
            secret = session.createNativeQuery("select hmac from access_secret", byte[].class)
                    .getSingleResult();
        }
        return secret;
    }
}
