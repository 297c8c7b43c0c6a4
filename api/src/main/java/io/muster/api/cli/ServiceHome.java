package io.muster.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service keeps what it keeps, as an option. */
final class ServiceHome {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the embedded database and the service's files; default muster-home.")
    private @Nullable Path home;

    /** {@return the settings this makes, which may be added to} */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (home != null) {
            settings.put("muster.home", home.toAbsolutePath().toString());
        }
        return settings;
    }
}
