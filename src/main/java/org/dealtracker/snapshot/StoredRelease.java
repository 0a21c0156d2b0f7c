package org.dealtracker.snapshot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A release as it is kept. */
@Entity
@Immutable
@Table(name = "snapshot")
class StoredRelease {
    @Id
    String name;

    long n;

    Instant at;

    @Column(name = "log_id")
    UUID logId;

    byte[] chain;

    String title;

    String notes;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @ColumnTransformer(read = "cast(files as text)", write = "cast(? as jsonb)")
    String files;
}
