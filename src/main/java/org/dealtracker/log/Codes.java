package org.dealtracker.log;

import jakarta.persistence.AttributeConverter;
import org.dealtracker.http.Code;

/** Keeps enums in the database by their codes, which are the contract, not by their Java names. */
final class Codes {
    private Codes() {}

    abstract static class Of<E extends Enum<E> & Code> implements AttributeConverter<E, String> {
        private final Class<E> type;

        Of(Class<E> type) {
            this.type = type;
        }

        @Override
        public String convertToDatabaseColumn(E code) {
            return code == null ? null : code.code();
        }

        @Override
        public E convertToEntityAttribute(String text) {
            return Code.of(type, text);
        }
    }

    static class OfRecordKind extends Of<RecordKind> {
        OfRecordKind() {
            super(RecordKind.class);
        }
    }

    static class OfOp extends Of<Op> {
        OfOp() {
            super(Op.class);
        }
    }

    static class OfChangeType extends Of<ChangeType> {
        OfChangeType() {
            super(ChangeType.class);
        }
    }

    static class OfSignificance extends Of<Significance> {
        OfSignificance() {
            super(Significance.class);
        }
    }

    static class OfState extends Of<RecordHead.State> {
        OfState() {
            super(RecordHead.State.class);
        }
    }
}
