package io.muster.api.service.web;

import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.jspecify.annotations.Nullable;

/** Tells apart faults that Java reports in many ways. */
final class Faults {
    private static final String POSTGRESQL_DISK_FULL = "53100";

    /** What the system says of a full disk, a used-up quota, and a file at the limit a process is held to. */
    private static final Pattern DISK_FULL =
            Pattern.compile("no space left on device|disk quota exceeded|file too large", Pattern.CASE_INSENSITIVE);

    private Faults() {}

    /** {@return whether a disk is full, the service's or the database's} */
    static boolean isDiskFull(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && POSTGRESQL_DISK_FULL.equals(sql.getSQLState())) {
                return true;
            }
            String message = cause.getMessage();
            if (message != null && DISK_FULL.matcher(message).find()) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether whoever asked does not wait for the answer any more} */
    static boolean isClientGone(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            String message = cause.getMessage();
            if (cause instanceof ClientAbortException
                    || cause instanceof IOException && message != null && message.contains("Broken pipe")) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a request is larger than the server takes} */
    static boolean isTooLarge(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            if (cause instanceof SizeLimitExceededException || cause instanceof FileSizeLimitExceededException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
