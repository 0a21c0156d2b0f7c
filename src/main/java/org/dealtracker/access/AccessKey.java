package org.dealtracker.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A key as it is kept: by its HMAC, never by its text. */
@Entity
@Table(name = "access_key")
class AccessKey {
    @Id
    UUID id;

    String name;

    byte[] digest;

    String role;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    boolean isGoodAt(Instant moment) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(moment));
    }

    Role role() {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }
}
