package io.muster.rules.sheet;

import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values that cells may hold, by kind. A kind that is absent is not restricted.
 *
 * @param values known values by kind
 */
public record Vocabulary(Map<Kind, SortedSet<String>> values) {

    /** Nothing is restricted. */
    public static final Vocabulary NONE = new Vocabulary(Map.of());

    /** Copies the map. */
    public Vocabulary {
        Map<Kind, SortedSet<String>> copy = new EnumMap<>(Kind.class);
        values.forEach((kind, known) -> copy.put(kind, Collections.unmodifiableSortedSet(new TreeSet<>(known))));
        values = Collections.unmodifiableMap(copy);
    }

    /** Kinds of values. */
    public enum Kind {
        /** Modules. */
        MODULES("modules"),
        /** Role families. */
        FAMILIES("families"),
        /** Ranks and grades. */
        RANKS("ranks"),
        /** Functions of teams. */
        FUNCTIONS("functions"),
        /** Roles. */
        ROLES("roles"),
        /** Tags. */
        TAGS("tags");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** {@return the field of {@code ruleset.json}, below {@code vocabulary}} */
        public String field() {
            return field;
        }
    }

    /**
     * The known values of a kind.
     *
     * @param kind the kind
     * @return the values; null: not restricted
     */
    public @Nullable SortedSet<String> known(Kind kind) {
        return values.get(kind);
    }

    /**
     * Whether a value is known, or its kind not restricted.
     *
     * @param kind the kind
     * @param value the value
     * @return whether so
     */
    public boolean knows(Kind kind, String value) {
        SortedSet<String> known = values.get(kind);
        return known == null || known.contains(value);
    }

    /**
     * The values that a data set uses. Role families are not restricted: a data set has none.
     *
     * @param modules its modules
     * @param teams its teams
     * @param staff its staff
     * @return its vocabulary
     */
    public static Vocabulary of(List<TrainingModule> modules, List<Team> teams, List<StaffMember> staff) {
        return new Vocabulary(Map.of(
                Kind.MODULES, collect(modules.stream().map(TrainingModule::id).toList()),
                Kind.RANKS, collect(staff.stream().map(StaffMember::rank).toList()),
                Kind.FUNCTIONS, collect(teams.stream().map(Team::function).toList()),
                Kind.ROLES, collect(staff.stream().map(StaffMember::role).toList()),
                Kind.TAGS,
                        collect(staff.stream()
                                .flatMap(member -> member.tags().stream())
                                .toList())));
    }

    private static SortedSet<String> collect(Collection<String> values) {
        return values.stream().collect(Collectors.toCollection(TreeSet::new));
    }
}
