package org.dealtracker.export;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses the pages of a Parquet file in Java, with Zstandard. Parquet's own ways there unpack a native library for each
 * platform and keep buffers outside the heap.
 */
final class ZstdPages implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("Only Zstandard is written here, not " + codec + ".");
        }
        return new Pages();
    }

    /** @throws UnsupportedOperationException always: we write these files and do not read them */
    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("Parquet files are not read here.");
    }

    @Override
    public void release() {
        // Nothing is held.
    }

    private static final class Pages implements BytesInputCompressor {
        private final ZstdCompressor compressor = new ZstdCompressor();

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            ByteArrayOutputStream collected = new ByteArrayOutputStream(Math.toIntExact(page.size()));
            page.writeAllTo(collected);
            byte[] bytes = collected.toByteArray();
            byte[] compressed = new byte[compressor.maxCompressedLength(bytes.length)];
            return BytesInput.from(
                    compressed, 0, compressor.compress(bytes, 0, bytes.length, compressed, 0, compressed.length));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
