package io.muster.data.io;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids that references may name. A target whose file could not be read has no ids here, and references to it are not
 * judged: the file's own issue is enough.
 */
final class References {
    private final Map<Target, Map<String, String>> ids = new EnumMap<>(Target.class);

    void put(Target target, Collection<String> known) {
        Map<String, String> byText = new HashMap<>(known.size() * 2);
        for (String id : known) {
            byText.putIfAbsent(id, id);
        }
        ids.put(target, byText);
    }

    /** {@return the known id equal to the one given, or the one given where ids are not judged; null: unknown} */
    @Nullable
    String resolve(Target target, String id) {
        Map<String, String> known = ids.get(target);
        return known == null ? id : known.get(id);
    }

    boolean knows(Target target, String id) {
        return resolve(target, id) != null;
    }
}
