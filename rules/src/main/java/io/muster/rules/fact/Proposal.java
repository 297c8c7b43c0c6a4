package io.muster.rules.fact;

import io.muster.data.plan.ScopeDecision.Decision;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one rule proposes for one person and some modules. Clauses insert proposals; {@link Settlement} makes one
 * decision of those for a person and module. Immutable; the methods that refine a proposal return another.
 */
public final class Proposal {
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final PersonFacts person;
    private final Ground ground;
    private final String ruleId;
    private final @Nullable List<String> moduleIds;
    private final Decision decision;
    private final @Nullable Integer priority;
    private final @Nullable LocalDate earliest;
    private final @Nullable LocalDate latest;
    private final String reason;
    private final List<String> facts;
    private final int order;

    private Proposal(
            PersonFacts person,
            Ground ground,
            String ruleId,
            @Nullable List<String> moduleIds,
            Decision decision,
            @Nullable Integer priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            String reason,
            List<String> facts,
            int order) {
        this.person = person;
        this.ground = ground;
        this.ruleId = ruleId;
        this.moduleIds = moduleIds;
        this.decision = decision;
        this.priority = priority;
        this.earliest = earliest;
        this.latest = latest;
        this.reason = reason;
        this.facts = facts;
        this.order = order;
    }

    /**
     * Begins a proposal for every module of the data set.
     *
     * @param ruleName name of the rule; its id is what stands before the first space
     * @param person the person
     * @param ground why, which settles precedence
     * @param decision what is proposed; for grounds that defer or limit, {@code DEFERRED} or {@code IN_SCOPE}
     * @param reason a sentence a superintendent understands
     * @return the proposal
     */
    public static Proposal of(String ruleName, PersonFacts person, Ground ground, Decision decision, String reason) {
        return new Proposal(person, ground, idOf(ruleName), null, decision, null, null, null, reason, List.of(), 0);
    }

    /**
     * Narrows the proposal to one module.
     *
     * @param moduleId the module
     * @return the narrower proposal
     */
    public Proposal forModule(String moduleId) {
        return forModules(List.of(moduleId));
    }

    /**
     * Narrows the proposal to some modules.
     *
     * @param modules ids of the modules
     * @return the narrower proposal
     */
    public Proposal forModules(List<String> modules) {
        return new Proposal(
                person,
                ground,
                ruleId,
                List.copyOf(modules),
                decision,
                priority,
                earliest,
                latest,
                reason,
                facts,
                order);
    }

    /**
     * Sets the first day.
     *
     * @param date inclusive; null: none
     * @return the proposal with it
     */
    public Proposal from(@Nullable LocalDate date) {
        return new Proposal(person, ground, ruleId, moduleIds, decision, priority, date, latest, reason, facts, order);
    }

    /**
     * Sets the last day.
     *
     * @param date inclusive; null: none
     * @return the proposal with it
     */
    public Proposal until(@Nullable LocalDate date) {
        return new Proposal(
                person, ground, ruleId, moduleIds, decision, priority, earliest, date, reason, facts, order);
    }

    /**
     * Sets the priority.
     *
     * @param value 0 to 2; null: the staff member's
     * @return the proposal with it
     */
    public Proposal priority(@Nullable Integer value) {
        return new Proposal(person, ground, ruleId, moduleIds, decision, value, earliest, latest, reason, facts, order);
    }

    /**
     * Names the facts that the rule used, for the trace.
     *
     * @param used such as {@code leaves=2025-06-01}
     * @return the proposal with them
     */
    public Proposal using(String... used) {
        return new Proposal(
                person, ground, ruleId, moduleIds, decision, priority, earliest, latest, reason, List.of(used), order);
    }

    /**
     * Places the proposal among those of the same ground.
     *
     * @param place the lowest decides; 0 unless set
     * @return the proposal with it
     */
    public Proposal inOrder(int place) {
        return new Proposal(
                person, ground, ruleId, moduleIds, decision, priority, earliest, latest, reason, facts, place);
    }

    /**
     * A date for people.
     *
     * @param date the date
     * @return such as {@code 7 April 2025}
     */
    public static String day(LocalDate date) {
        return LONG_DATE.format(date);
    }

    /**
     * The id of a rule.
     *
     * @param ruleName such as {@code SCOPE-010 a completed module is credited}
     * @return such as {@code SCOPE-010}
     */
    public static String idOf(String ruleName) {
        int space = ruleName.indexOf(' ');
        return space < 0 ? ruleName : ruleName.substring(0, space);
    }

    /** {@return the person} */
    public PersonFacts getPerson() {
        return person;
    }

    /** {@return why} */
    public Ground getGround() {
        return ground;
    }

    /** {@return id of the rule} */
    public String getRuleId() {
        return ruleId;
    }

    /** {@return what is proposed} */
    public Decision getDecision() {
        return decision;
    }

    /** {@return 0 to 2; null: the staff member's} */
    public @Nullable Integer getPriority() {
        return priority;
    }

    /** {@return first day, inclusive; null: none, or unknown where the decision is {@code DEFERRED}} */
    public @Nullable LocalDate getEarliest() {
        return earliest;
    }

    /** {@return last day, inclusive; null: none} */
    public @Nullable LocalDate getLatest() {
        return latest;
    }

    /** {@return a sentence} */
    public String getReason() {
        return reason;
    }

    /** {@return the facts that the rule used, such as {@code function=ERPT}} */
    public List<String> getFacts() {
        return facts;
    }

    /** {@return place among the proposals of the same ground; the lowest decides} */
    public int getOrder() {
        return order;
    }

    /**
     * Whether the proposal is about a module.
     *
     * @param moduleId the module
     * @return whether it is
     */
    public boolean covers(String moduleId) {
        return moduleIds == null || moduleIds.contains(moduleId);
    }
}
