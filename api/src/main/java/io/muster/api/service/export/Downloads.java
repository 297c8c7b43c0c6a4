package io.muster.api.service.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers that are files. Everything that can be refused is refused before one is opened. */
final class Downloads {
    private Downloads() {}

    /**
     * Opens an answer.
     *
     * @param response the answer
     * @param type its media type
     * @param name the file's name; null: it has none
     * @return where to write it
     */
    static OutputStream open(HttpServletResponse response, String type, @Nullable String name) throws IOException {
        response.setContentType(type);
        if (name != null) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(name).build().toString());
        }
        return response.getOutputStream();
    }
}
