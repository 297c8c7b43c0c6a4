package io.muster.solver.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A record of which some components are replaced by those of a JSON object. */
public final class Overlay {
    private Overlay() {}

    /**
     * Replaces components.
     *
     * @param where key under which the object stands in its file
     * @param given the record
     * @param other components that differ, by name
     * @param type its class
     * @return the record with them; itself where none differs
     * @throws UnfitProfileException naming a key that the record does not have, or a value it does not take
     */
    public static <T extends Record> T of(String where, T given, ObjectNode other, Class<T> type) {
        if (other.isEmpty()) {
            return given;
        }
        ObjectNode merged = ProfileJson.MAPPER.valueToTree(given);
        for (Map.Entry<String, JsonNode> field : other.properties()) {
            if (!merged.has(field.getKey())) {
                throw new UnfitProfileException("there is no key '" + where + "." + field.getKey() + "'; known are "
                        + String.join(", ", names(merged)) + ".");
            }
            if (field.getValue().isNull()) {
                throw new UnfitProfileException("'" + where + "." + field.getKey() + "' is null; leave it out.");
            }
            if (field.getValue().isNumber() && field.getValue().decimalValue().signum() < 0) {
                throw new UnfitProfileException(
                        "'" + where + "." + field.getKey() + "' (" + field.getValue() + ") is negative.");
            }
            merged.set(field.getKey(), field.getValue());
        }
        try {
            return ProfileJson.MAPPER.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            String path = e instanceof JsonMappingException mapping ? ProfileJson.path(mapping) : "";
            throw new UnfitProfileException(
                    "'" + where + (path.isEmpty() ? "" : ".") + path + "' cannot be used: " + e.getOriginalMessage());
        }
    }

    private static Set<String> names(ObjectNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
