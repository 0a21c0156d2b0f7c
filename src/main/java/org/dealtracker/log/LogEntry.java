package org.dealtracker.log;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entry of the log: what changed, who changed it and why, and the record as it was served from then on. */
@Entity
@Immutable
@Table(name = "log")
class LogEntry {
    /** The rendering of this release; a release that renders differently counts on. */
    static final short FORMAT = 1;

    @Id
    long n;

    Instant at;

    @Convert(converter = Codes.OfRecordKind.class)
    RecordKind kind;

    @Column(name = "record_id")
    UUID recordId;

    String slug;

    int revision;

    @Convert(converter = Codes.OfOp.class)
    Op op;

    @Column(name = "change_type")
    @Convert(converter = Codes.OfChangeType.class)
    ChangeType changeType;

    @Convert(converter = Codes.OfSignificance.class)
    Significance significance;

    String actor;

    String reason;

    Long cause;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> changed;

    short format;

    byte[] document;

    byte[] salt;

    @Column(name = "payload_hash")
    byte[] payloadHash;

    byte[] hash;
}
