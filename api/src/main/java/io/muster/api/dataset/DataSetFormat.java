package io.muster.api.dataset;

import java.nio.file.Path;
import java.util.Locale;

/** How a data set is kept. */
public enum DataSetFormat {
    /** A folder of files. */
    FOLDER,
    /** The same folder, zipped. */
    ZIP,
    /** One workbook with a sheet for each file. */
    XLSX;

    /** {@return the format that a path's ending stands for, a folder unless it ends in .zip or .xlsx} */
    public static DataSetFormat of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return ZIP;
        }
        return name.endsWith(".xlsx") ? XLSX : FOLDER;
    }
}
