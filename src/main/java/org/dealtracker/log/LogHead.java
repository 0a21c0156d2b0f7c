package org.dealtracker.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The one row that says where the log ends. */
@Entity
@Immutable
@Table(name = "log_head")
class LogHead {
    @Id
    boolean one;

    @Column(name = "log_id")
    UUID logId;

    long n;

    Instant at;

    byte[] hash;
}
