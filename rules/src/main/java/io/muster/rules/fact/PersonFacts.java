package io.muster.rules.fact;

import io.muster.data.model.Completion;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A staff member, as clauses see one: the columns of {@code staff.csv}, the team's function, the role family and the
 * completions, with a few derived dates. Equal by identity; one for each staff member of a session.
 */
public final class PersonFacts {
    private final StaffMember member;
    private final Team team;
    private final String family;
    private final Keys keys;
    private final SortedMap<String, Completion> completions;

    /**
     * Makes the fact.
     *
     * @param member the staff member
     * @param team the member's team
     * @param family the role family; empty when the rule set knows none for the role and function
     * @param completions the member's completions
     */
    public PersonFacts(StaffMember member, Team team, String family, Collection<Completion> completions) {
        this.member = member;
        this.team = team;
        this.family = family;
        this.keys = new Keys(
                SafeText.key(family),
                SafeText.key(member.rank()),
                SafeText.key(member.employment().name()),
                SafeText.key(team.function()),
                member.tags().stream().map(SafeText::key).toList());
        this.completions = new TreeMap<>();
        completions.forEach(completion -> this.completions.put(completion.moduleId(), completion));
    }

    /** {@return the staff member's id} */
    public String getStaffId() {
        return member.id();
    }

    /** {@return the team's BCU} */
    public String getBcu() {
        return team.bcu();
    }

    /** {@return the team's function} */
    public String getFunction() {
        return team.function();
    }

    /** {@return the role, as in the data set} */
    public String getRole() {
        return member.role();
    }

    /** {@return the role family; empty when the rule set knows none} */
    public String getFamily() {
        return family;
    }

    /** {@return the rank or grade} */
    public String getRank() {
        return member.rank();
    }

    /** {@return the kind of employment, such as {@code OFFICER}} */
    public String getEmployment() {
        return member.employment().name();
    }

    /** {@return {@code ACTIVE}, or a reason code for not being deployable} */
    public String getStatus() {
        return member.status();
    }

    /** {@return the tags, possibly empty} */
    public List<String> getTags() {
        return member.tags();
    }

    /** {@return 0 normal, 1 high, 2 highest} */
    public int getPriority() {
        return member.priority();
    }

    /** {@return first day of service; null: before the programme} */
    public @Nullable LocalDate getJoined() {
        return member.joined();
    }

    /** {@return first day no longer there; null: stays} */
    public @Nullable LocalDate getLeaves() {
        return member.leaves();
    }

    /** {@return whether the status is another than {@code ACTIVE}} */
    public boolean isAway() {
        return !member.status().equals(StaffMember.ACTIVE);
    }

    /** {@return whether away with no date of return} */
    public boolean isAwayWithoutEnd() {
        return isAway() && member.statusUntil() == null;
    }

    /** {@return the first day back, the day after {@code status_until}; null when not away, or without end} */
    public @Nullable LocalDate getReturnDay() {
        LocalDate until = member.statusUntil();
        return isAway() && until != null ? until.plusDays(1) : null;
    }

    /** {@return the completions, by module id} */
    public Collection<Completion> getCompletions() {
        return completions.values();
    }

    /** {@return whether there is a completion at all} */
    public boolean isWithCompletions() {
        return !completions.isEmpty();
    }

    /**
     * Whether a module has been completed.
     *
     * @param moduleId the module
     * @return whether it has
     */
    public boolean completed(String moduleId) {
        return completions.containsKey(moduleId);
    }

    /**
     * Whether the staff member carries a tag.
     *
     * @param tag the tag
     * @return whether so
     */
    public boolean tagged(String tag) {
        return member.tags().contains(tag);
    }

    /**
     * Whether the member's service has a day within two dates, whatever the status.
     *
     * @param first first day, inclusive
     * @param last last day, inclusive
     * @return whether it has
     */
    public boolean servesWithin(LocalDate first, LocalDate last) {
        LocalDate joined = member.joined();
        LocalDate leaves = member.leaves();
        LocalDate from = joined != null && joined.isAfter(first) ? joined : first;
        return !from.isAfter(last) && (leaves == null || leaves.isAfter(from));
    }

    /** {@return whether the member leaves before, or on the day of, returning from an absence} */
    public boolean isLeavingBeforeReturn() {
        LocalDate back = getReturnDay();
        LocalDate leaves = member.leaves();
        return leaves != null && (isAwayWithoutEnd() || (back != null && !leaves.isAfter(back)));
    }

    /**
     * Whether the member joins after a date.
     *
     * @param date the date
     * @return whether so; false when no joining date is given
     */
    public boolean joinsAfter(LocalDate date) {
        LocalDate joined = member.joined();
        return joined != null && joined.isAfter(date);
    }

    /**
     * Whether the member is gone on a date.
     *
     * @param date the date
     * @return whether so; false when no leaving date is given
     */
    public boolean goneOn(LocalDate date) {
        LocalDate leaves = member.leaves();
        return leaves != null && !leaves.isAfter(date);
    }

    /** {@return the values that generated sheet rules compare, in {@link SafeText} form} */
    public Keys getKeys() {
        return keys;
    }

    /** Values of a person in {@link SafeText} form; what the rules made of sheet rows compare. */
    public static final class Keys {
        private final String family;
        private final String rank;
        private final String employment;
        private final String function;
        private final List<String> tags;

        Keys(String family, String rank, String employment, String function, List<String> tags) {
            this.family = family;
            this.rank = rank;
            this.employment = employment;
            this.function = function;
            this.tags = tags;
        }

        /** {@return key of the role family} */
        public String getFamily() {
            return family;
        }

        /** {@return key of the rank} */
        public String getRank() {
            return rank;
        }

        /** {@return key of the employment} */
        public String getEmployment() {
            return employment;
        }

        /** {@return key of the function} */
        public String getFunction() {
            return function;
        }

        /** {@return keys of the tags, possibly empty} */
        public List<String> getTags() {
            return tags;
        }
    }
}
