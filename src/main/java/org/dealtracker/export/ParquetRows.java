package org.dealtracker.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Rows as Apache Parquet, of which a reader can take some columns and leave the others. What the file is stands in the
 * key-value metadata of its footer.
 */
final class ParquetRows implements RowWriter {
    /** In bytes, as they are compressed: what is in memory at one time. */
    private static final long ROW_GROUP = 8 << 20;

    /** What a reader can skip, or give to one of its threads: as many as DuckDB writes. */
    private static final int ROWS_OF_A_GROUP = 122_880;

    private static final int PAGE = 128 << 10;

    /** Of one column: beyond this a column has too many different values for a dictionary to help. */
    private static final int DICTIONARY = 256 << 10;

    /** Rows after which the size of a row group is looked at again, since one row can be a thousand times another. */
    private static final int LOOK_AGAIN = 1_000;

    private final Table<?> table;
    private final About about;
    private final ParquetSchema schema;
    private final Output output;
    private final ParquetWriter<Object[]> writer;
    private Map<String, String> facts = Map.of();

    ParquetRows(Path file, Table<?> table, About about) throws IOException {
        this.table = table;
        this.about = about;
        this.schema = new ParquetSchema(table);
        this.output = new Output(Files.newOutputStream(file));
        try {
            this.writer = new Builder(output)
                    .withWriterVersion(WriterVersion.PARQUET_1_0)
                    .withCodecFactory(new ZstdPages())
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupSize(ROW_GROUP)
                    .withRowGroupRowCountLimit(ROWS_OF_A_GROUP)
                    .withPageSize(PAGE)
                    .withDictionaryEncoding(true)
                    .withDictionaryPageSize(DICTIONARY)
                    .withMaxRowCountForPageSizeCheck(LOOK_AGAIN)
                    .build();
        } catch (IOException | RuntimeException e) {
            output.stream.close();
            throw e;
        }
    }

    @Override
    public void row(Object[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            Column<?> column = table.columns().get(i);
            if (cells[i] == null && column.required()) {
                throw new IOException("Column " + column.name() + " of " + table.name() + " holds nothing in a row.");
            }
        }
        writer.write(cells);
    }

    @Override
    public void finish(long rows, String sha256) throws IOException {
        facts = Facts.of(table, about, rows, sha256);
        writer.close();
    }

    /** Closes what the rows go to, not the writer, which would write a footer and so make a whole file of a part. */
    @Override
    public void close() throws IOException {
        output.stream.close();
    }

    private final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /** Deprecated, and yet the one that has to be there. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Object[]> getWriteSupport(Configuration unused) {
            return new Rows();
        }
    }

    private final class Rows extends WriteSupport<Object[]> {
        private RecordConsumer consumer;

        /** Deprecated, and yet the one that has to be there. */
        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration unused) {
            return new WriteContext(schema.message(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void write(Object[] cells) {
            schema.write(cells, consumer);
        }

        /** Only here is known how many rows there were. */
        @Override
        public FinalizedWriteContext finalizeWrite() {
            return new FinalizedWriteContext(facts);
        }
    }

    /** A file, and not what Hadoop calls a file system. */
    private static final class Output implements OutputFile {
        private final OutputStream stream;
        private long position;

        Output(OutputStream stream) {
            this.stream = new BufferedOutputStream(stream, 1 << 16);
        }

        @Override
        public PositionOutputStream create(long unused) {
            return new DelegatingPositionOutputStream(stream) {
                @Override
                public long getPos() {
                    return position;
                }

                @Override
                public void write(int b) throws IOException {
                    super.write(b);
                    position++;
                }

                @Override
                public void write(byte[] bytes) throws IOException {
                    super.write(bytes);
                    position += bytes.length;
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    super.write(bytes, from, length);
                    position += length;
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long unused) {
            return create(unused);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
