package io.muster.benchmarks.suite;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.solver.SearchSettings;
import io.muster.solver.profile.Overlay;
import io.muster.solver.profile.UnfitProfileException;
import org.jspecify.annotations.Nullable;

/**
 * Settings of Muster's search ({@code settings/NAME.json}).
 *
 * @param description a sentence on what they try
 * @param settings components of {@link SearchSettings} that differ from the default; null: none
 */
public record SearchSettingsFile(
        @JsonProperty(required = true) String description,
        @Nullable ObjectNode settings) {

    /**
     * {@return the settings as the search takes them}
     *
     * @throws BenchInputException where a key or value cannot be used
     */
    public SearchSettings toSettings() {
        ObjectNode differing = settings == null ? JsonNodeFactory.instance.objectNode() : settings;
        try {
            return Overlay.of("settings", SearchSettings.DEFAULT, differing, SearchSettings.class);
        } catch (UnfitProfileException e) {
            throw new BenchInputException(String.valueOf(e.getMessage()));
        }
    }
}
