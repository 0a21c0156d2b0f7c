package org.dealtracker.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.jsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The columns of a table as Parquet has them, and how their cells are written. */
final class ParquetSchema {
    /** Of a number: more digits than {@link ColumnType#NUMBER} has, and as many as every reader takes. */
    private static final int PRECISION = 36;

    private static final int SCALE = 6;

    /** Bytes of a number, which hold 38 digits and a sign. */
    private static final int BYTES = 16;

    private final List<? extends Column<?>> columns;
    private final MessageType message;

    ParquetSchema(Table<?> table) {
        this.columns = table.columns();
        this.message = new MessageType(
                table.identifier(), columns.stream().map(ParquetSchema::type).toList());
    }

    MessageType message() {
        return message;
    }

    /** @throws ArithmeticException for a number of more than 6 digits behind the point, or of too many before it */
    void write(Object[] cells, RecordConsumer consumer) {
        consumer.startMessage();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                Column<?> column = columns.get(i);
                consumer.startField(column.name(), i);
                write(column.type(), cells[i], consumer);
                consumer.endField(column.name(), i);
            }
        }
        consumer.endMessage();
    }

    private static Type type(Column<?> column) {
        Type.Repetition repetition = column.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        return switch (column.type()) {
            case STRING -> annotated(column, PrimitiveTypeName.BINARY, repetition, stringType());
            case LIST ->
                Types.list(repetition)
                        .requiredElement(PrimitiveTypeName.BINARY)
                        .as(stringType())
                        .named(column.name());
            case JSON -> annotated(column, PrimitiveTypeName.BINARY, repetition, jsonType());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case NUMBER ->
                Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(BYTES)
                        .as(decimalType(SCALE, PRECISION))
                        .named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case DATE -> annotated(column, PrimitiveTypeName.INT32, repetition, dateType());
            case INSTANT ->
                annotated(column, PrimitiveTypeName.INT64, repetition, timestampType(true, TimeUnit.MICROS));
        };
    }

    private static Type annotated(
            Column<?> column, PrimitiveTypeName type, Type.Repetition repetition, LogicalTypeAnnotation annotation) {
        return Types.primitive(type, repetition).as(annotation).named(column.name());
    }

    private static void write(ColumnType type, Object cell, RecordConsumer consumer) {
        switch (type) {
            case STRING, JSON -> consumer.addBinary(Binary.fromString(ColumnType.text(cell)));
            case LIST -> list((List<?>) cell, consumer);
            case INTEGER -> consumer.addLong((Long) cell);
            case NUMBER -> consumer.addBinary(decimal((BigDecimal) cell));
            case BOOLEAN -> consumer.addBoolean((Boolean) cell);
            case DATE -> consumer.addInteger(Math.toIntExact(((LocalDate) cell).toEpochDay()));
            case INSTANT -> consumer.addLong(ColumnType.micros((Instant) cell));
        }
    }

    /** In the three levels that the format prescribes, by which an empty list is told from none. */
    private static void list(List<?> members, RecordConsumer consumer) {
        consumer.startGroup();
        if (!members.isEmpty()) {
            consumer.startField("list", 0);
            for (Object member : members) {
                consumer.startGroup();
                consumer.startField("element", 0);
                consumer.addBinary(Binary.fromString(member.toString()));
                consumer.endField("element", 0);
                consumer.endGroup();
            }
            consumer.endField("list", 0);
        }
        consumer.endGroup();
    }

    /** The number without its point, in two's complement, the highest byte first. */
    private static Binary decimal(BigDecimal number) {
        BigDecimal scaled = number.setScale(SCALE);
        if (scaled.precision() > PRECISION) {
            throw new ArithmeticException(number.toPlainString() + " has more than " + PRECISION + " digits.");
        }
        BigInteger unscaled = scaled.unscaledValue();
        byte[] digits = unscaled.toByteArray();
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, bytes, BYTES - digits.length, digits.length);
        return Binary.fromConstantByteArray(bytes);
    }
}
