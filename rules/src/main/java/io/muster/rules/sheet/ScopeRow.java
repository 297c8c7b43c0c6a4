package io.muster.rules.sheet;

import io.muster.data.model.StaffMember.Employment;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.PersonFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the business sheet. An empty list means any.
 *
 * @param row its number; 1 is the header
 * @param modules ids of modules
 * @param roleFamilies role families
 * @param ranks ranks or grades
 * @param employment kinds of employment
 * @param functions functions of teams
 * @param tags tags, of which the person carries at least one
 * @param decision what the row decides
 * @param priority 0 to 2; null: the staff member's
 * @param earliest first day, inclusive; null: none
 * @param latest last day, inclusive; null: none
 * @param reason a sentence
 */
public record ScopeRow(
        int row,
        List<String> modules,
        List<String> roleFamilies,
        List<String> ranks,
        List<String> employment,
        List<String> functions,
        List<String> tags,
        Decision decision,
        @Nullable Integer priority,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        String reason) {
    private static final int EMPLOYMENT = 3;
    private static final int COLUMNS = 6;

    /** Stands for a value that no row lists. */
    private static final String OTHER = "";

    /** Copies the lists. */
    public ScopeRow {
        modules = List.copyOf(modules);
        roleFamilies = List.copyOf(roleFamilies);
        ranks = List.copyOf(ranks);
        employment = List.copyOf(employment);
        functions = List.copyOf(functions);
        tags = List.copyOf(tags);
    }

    /** {@return id of the rule made of this row, such as {@code ROW-002}} */
    public String ruleId() {
        return String.format(Locale.ROOT, "ROW-%03d", row);
    }

    /** {@return whether the row names roles: role families or functions} */
    public boolean namesRoles() {
        return !roleFamilies.isEmpty() || !functions.isEmpty();
    }

    /**
     * Whether the row is about a module.
     *
     * @param moduleId the module
     * @return whether it is
     */
    public boolean covers(String moduleId) {
        return modules.isEmpty() || modules.contains(moduleId);
    }

    /**
     * Whether this row is strictly narrower than another: no column wider, and at least one narrower.
     *
     * @param other the other row
     * @return whether it is
     */
    boolean narrows(ScopeRow other) {
        return within(other) && !other.within(this);
    }

    private boolean within(ScopeRow other) {
        for (int i = 0; i < COLUMNS; i++) {
            List<String> mine = columns().get(i);
            List<String> theirs = other.columns().get(i);
            if (!theirs.isEmpty() && (mine.isEmpty() || !theirs.containsAll(mine))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether somebody may match both rows for a module. Anybody may carry several tags.
     *
     * @param other the other row
     * @return whether so
     */
    boolean overlaps(ScopeRow other) {
        for (int i = 0; i < COLUMNS - 1; i++) {
            List<String> mine = columns().get(i);
            List<String> theirs = other.columns().get(i);
            if (!mine.isEmpty() && !theirs.isEmpty() && Collections.disjoint(mine, theirs)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether both rows match the same people and modules.
     *
     * @param other the other row
     * @return whether they do
     */
    boolean matchesLike(ScopeRow other) {
        return within(other) && other.within(this);
    }

    /**
     * Whether other rows match everybody whom this one matches, somebody with one tag alone included.
     *
     * @param others the other rows
     * @return whether they do
     */
    boolean coveredBy(List<ScopeRow> others) {
        return coveredBy(others, new ArrayList<>());
    }

    private boolean coveredBy(List<ScopeRow> others, List<String> profile) {
        int column = profile.size();
        if (column == COLUMNS) {
            return others.stream().anyMatch(other -> other.matches(profile));
        }
        List<String> values = columns().get(column);
        if (values.isEmpty()) {
            values = column == EMPLOYMENT
                    ? Arrays.stream(Employment.values()).map(Enum::name).toList()
                    : List.of(OTHER);
        }
        for (String value : values) {
            profile.add(value);
            boolean covered = coveredBy(others, profile);
            profile.remove(column);
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(List<String> profile) {
        for (int i = 0; i < COLUMNS; i++) {
            List<String> values = columns().get(i);
            if (!values.isEmpty() && !values.contains(profile.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether both rows decide the same.
     *
     * @param other the other row
     * @return whether they do, reasons aside
     */
    boolean decidesLike(ScopeRow other) {
        return decision == other.decision
                && Objects.equals(priority, other.priority)
                && Objects.equals(earliest, other.earliest)
                && Objects.equals(latest, other.latest);
    }

    /** The conditions, tags last. */
    private List<List<String>> columns() {
        return List.of(modules, roleFamilies, ranks, employment, functions, tags);
    }

    /**
     * The conditions that a person fails, for the trace of a negative decision.
     *
     * @param person the person
     * @return such as {@code role_families is PCSO, the row asks for ERPT or CID}; empty when the person matches
     */
    public List<String> failures(PersonFacts person) {
        List<String> failures = new ArrayList<>();
        check(failures, "role_families", roleFamilies, List.of(person.getFamily()));
        check(failures, "ranks", ranks, List.of(person.getRank()));
        check(failures, "employment", employment, List.of(person.getEmployment()));
        check(failures, "functions", functions, List.of(person.getFunction()));
        check(failures, "tags", tags, person.getTags());
        return failures;
    }

    private static void check(List<String> failures, String column, List<String> asked, List<String> had) {
        if (!asked.isEmpty() && Collections.disjoint(asked, had)) {
            String value = String.join(";", had);
            failures.add(column + " is " + (value.isEmpty() ? "empty" : value) + ", the row asks for "
                    + String.join(" or ", asked));
        }
    }

    /**
     * The facts of a person that the row looks at.
     *
     * @param person the person
     * @return such as {@code role_family=ERPT}
     */
    public List<String> factsUsed(PersonFacts person) {
        List<String> facts = new ArrayList<>();
        if (!roleFamilies.isEmpty()) {
            facts.add("role_family=" + person.getFamily());
        }
        if (!ranks.isEmpty()) {
            facts.add("rank=" + person.getRank());
        }
        if (!employment.isEmpty()) {
            facts.add("employment=" + person.getEmployment());
        }
        if (!functions.isEmpty()) {
            facts.add("function=" + person.getFunction());
        }
        if (!tags.isEmpty()) {
            facts.add("tags=" + String.join(";", person.getTags()));
        }
        return facts;
    }
}
