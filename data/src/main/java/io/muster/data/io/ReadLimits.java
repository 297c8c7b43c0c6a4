package io.muster.data.io;

/**
 * How much a zip or workbook may unpack to; beyond it the reader stops with {@code ARCHIVE_TOO_LARGE}.
 *
 * @param maxEntries most entries, {@code > 0}
 * @param maxEntryBytes most unpacked bytes of one entry, {@code > 0}
 * @param maxTotalBytes most unpacked bytes in all, {@code > 0}
 */
public record ReadLimits(int maxEntries, long maxEntryBytes, long maxTotalBytes) {

    /** 1,000 entries, 1 GiB each and 2 GiB in all: several times what 150,000 people need. */
    public static final ReadLimits DEFAULT = new ReadLimits(1_000, 1L << 30, 1L << 31);

    /** Checks the bounds. */
    public ReadLimits {
        if (maxEntries <= 0 || maxEntryBytes <= 0 || maxTotalBytes <= 0) {
            throw new IllegalArgumentException("limits must be positive: " + maxEntries + " entries, " + maxEntryBytes
                    + " bytes an entry, " + maxTotalBytes + " bytes in all");
        }
    }
}
