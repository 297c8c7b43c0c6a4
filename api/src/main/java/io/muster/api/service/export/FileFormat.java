package io.muster.api.service.export;

import java.util.Locale;

/** How a table is written. */
enum FileFormat {
    /** Comma-separated text, UTF-8. */
    CSV("text/csv; charset=utf-8"),
    /** An Excel workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Files in one; for calendars. */
    ZIP("application/zip");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** {@return the media type} */
    String mediaType() {
        return mediaType;
    }

    /** {@return how file names end, without the dot} */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
