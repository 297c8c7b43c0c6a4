package io.muster.data.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * An archive entry's unpacked bytes. Fails when there are more than a limit allows, whatever the archive declares, and at
 * the end when they are not those that were packed.
 */
final class CrcStream extends FilterInputStream {
    private final ZipEntry entry;
    private final long limit;
    private final CRC32 crc = new CRC32();
    private long count;

    CrcStream(InputStream in, ZipEntry entry, long limit) {
        super(in);
        this.entry = entry;
        this.limit = limit;
    }

    /** Signals that the limit is passed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            if (entry.getCrc() != -1 && entry.getCrc() != crc.getValue()) {
                throw new ZipException("checksum of " + entry.getName() + " differs");
            }
            return read;
        }
        crc.update(target, offset, read);
        count += read;
        if (count > limit) {
            throw new TooLarge(limit);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        throw new UnsupportedOperationException("entries are read to their end");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
