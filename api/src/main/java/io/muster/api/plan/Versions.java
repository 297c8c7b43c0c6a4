package io.muster.api.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions of the parts that make a plan, from the build. */
public final class Versions {
    private static final Properties PROPERTIES = load();

    private Versions() {}

    /** {@return Muster's version} */
    public static String muster() {
        return PROPERTIES.getProperty("muster");
    }

    /** {@return Muster's and the solver's version, as {@code summary.json} has them} */
    public static String solver() {
        return "Muster " + muster() + ", Timefold " + PROPERTIES.getProperty("timefold");
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            if (in == null) {
                throw new IllegalStateException("versions.properties is missing. Maybe the build left resources out.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
