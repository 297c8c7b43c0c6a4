package io.muster.api.service.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the service keeps files of its own on this machine.
 *
 * @param home the folder; made when it is not there
 */
@ConfigurationProperties("muster")
public record WorkFolder(Path home) {

    /**
     * A folder in it.
     *
     * @param name its name
     * @return the folder, which is there
     */
    public Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve("work").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
