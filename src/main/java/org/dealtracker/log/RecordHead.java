package org.dealtracker.log;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.dealtracker.http.Code;
import org.hibernate.annotations.Immutable;

/** A record's identity and its newest entry. The log alone moves it. */
@Entity
@Immutable
@Table(name = "record")
public class RecordHead {
    public enum State implements Code {
        LIVE("It can be read and written."),
        DELETED("A tombstone is left."),
        MERGED("It went into another record.");

        private final String definition;

        State(String definition) {
            this.definition = definition;
        }

        @Override
        public String definition() {
            return definition;
        }
    }

    @Id
    UUID id;

    @Convert(converter = Codes.OfRecordKind.class)
    RecordKind kind;

    String slug;

    int revision;

    long n;

    @Convert(converter = Codes.OfState.class)
    State state;

    @Column(name = "merged_into")
    UUID mergedInto;
}
