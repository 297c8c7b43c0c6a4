package io.muster.rules.fact;

import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.Ground.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one decision for each module of the proposals about a person. The order of {@link Ground} decides; then, where
 * the person needs the module, deferrals and service dates narrow when. The result does not depend on the order in
 * which rules fired.
 *
 * <ol>
 *   <li>Of the proposals that decide, the first by ground, then by place, then by rule id.
 *   <li>{@code OUT_OF_SCOPE} and {@code CREDITED} are final.
 *   <li>Otherwise every deferral applies: the latest date counts, and no date at all counts as the latest.
 *   <li>Service dates narrow the window. Where no day remains the decision is {@code DEFERRED} without a date.
 * </ol>
 */
public final class Settlement {

    /** Rule id of the decision about somebody of whom no row asks the module. */
    public static final String NO_ROW = "NO-ROW";

    /** Rule id of the rule set's default decision. */
    public static final String DEFAULT = "DEFAULT";

    private static final Comparator<Proposal> PRECEDENCE = Comparator.comparing(Proposal::getGround)
            .thenComparing(Proposal::getOrder)
            .thenComparing(Proposal::getRuleId)
            .thenComparing(Proposal::getReason);

    private static final Comparator<Proposal> LATEST_FIRST = Comparator.comparing(
                    Proposal::getEarliest, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .reversed()
            .thenComparing(PRECEDENCE);

    private final List<ModuleFacts> modules;
    private final Map<String, ModuleFacts> modulesById;
    private final @Nullable Decision defaultDecision;
    private final String defaultReason;

    /**
     * Makes the settlement of a data set.
     *
     * @param modules the modules, in the order that decisions are wanted in
     * @param defaultDecision what holds for somebody whom no sheet row covers; null: the rule set does not say, and
     *     they are out of scope
     * @param defaultReason the sentence for it; used only with a default decision
     */
    public Settlement(List<ModuleFacts> modules, @Nullable Decision defaultDecision, String defaultReason) {
        this.modules = List.copyOf(modules);
        this.modulesById = modules.stream().collect(Collectors.toMap(ModuleFacts::getId, module -> module));
        this.defaultDecision = defaultDecision;
        this.defaultReason = defaultReason;
    }

    /**
     * How one decision came about.
     *
     * @param decision the decision
     * @param deciding the proposal whose rule the decision names
     * @param applied every proposal that shaped the decision, the deciding one among them
     * @param overruled proposals about the module that did not
     */
    public record Outcome(
            ScopeDecision decision, Proposal deciding, List<Proposal> applied, List<Proposal> overruled) {}

    /**
     * Settles every module.
     *
     * @param person the person
     * @param proposals everything proposed for the person, in any order
     * @return the decisions
     */
    public Settled settle(PersonFacts person, Collection<Proposal> proposals) {
        List<Proposal> sorted = sort(proposals);
        List<ScopeDecision> decisions = new ArrayList<>(modules.size());
        for (ModuleFacts module : modules) {
            decisions.add(settleSorted(person, sorted, module.getId()).decision());
        }
        return new Settled(person, sorted, decisions);
    }

    /**
     * Settles one module.
     *
     * @param person the person
     * @param proposals everything proposed for the person, in any order
     * @param moduleId the module
     * @return the decision and how it came about
     */
    public Outcome settle(PersonFacts person, Collection<Proposal> proposals, String moduleId) {
        return settleSorted(person, sort(proposals), moduleId);
    }

    private Outcome settleSorted(PersonFacts person, List<Proposal> sorted, String moduleId) {
        List<Proposal> relevant = covering(sorted, moduleId);
        Proposal base = decider(person, sorted, relevant, moduleId);
        List<Proposal> applied = new ArrayList<>(2);
        applied.add(base);
        Proposal deciding = base;
        Decision decision = base.getDecision();
        LocalDate earliest = base.getEarliest();
        LocalDate latest = base.getLatest();
        String reason = base.getReason();
        if (needs(decision)) {
            List<Proposal> deferrals = new ArrayList<>(0);
            for (Proposal proposal : relevant) {
                if (proposal.getGround().effect() == Effect.DEFERS) {
                    deferrals.add(proposal);
                }
            }
            boolean open = decision == Decision.DEFERRED && earliest == null;
            if (!deferrals.isEmpty()) {
                deferrals.sort(LATEST_FIRST);
                deciding = deferrals.get(0);
                applied.addAll(deferrals);
                decision = Decision.DEFERRED;
                open |= deciding.getEarliest() == null;
                earliest = later(earliest, deciding.getEarliest());
                reason = deciding.getReason();
            }
            for (Proposal proposal : relevant) {
                if (proposal.getGround().effect() == Effect.LIMITS) {
                    applied.add(proposal);
                    earliest = later(earliest, proposal.getEarliest());
                    latest = earlier(latest, proposal.getLatest());
                    reason = reason + " " + proposal.getReason();
                }
            }
            if (open) {
                decision = Decision.DEFERRED;
                earliest = null;
                latest = null;
            } else if (earliest != null && latest != null && earliest.isAfter(latest)) {
                decision = Decision.DEFERRED;
                reason = reason + " No day remains between " + Proposal.day(earliest) + " and " + Proposal.day(latest)
                        + ".";
                earliest = null;
                latest = null;
            }
        } else {
            earliest = null;
            latest = null;
        }
        Integer own = base.getPriority();
        List<Proposal> overruled = relevant.stream()
                .filter(proposal -> !applied.contains(proposal))
                .toList();
        return new Outcome(
                new ScopeDecision(
                        person.getStaffId(),
                        moduleId,
                        decision,
                        deciding.getRuleId(),
                        reason,
                        own == null ? person.getPriority() : own,
                        earliest,
                        latest),
                deciding,
                applied,
                overruled);
    }

    /**
     * The prerequisites that a person misses: of each module that the proposals make the person need, those that come
     * first, directly or through others, that are neither completed nor decided by any rule.
     *
     * @param person the person
     * @param proposals everything proposed for the person so far
     * @return what is missing, possibly nothing
     */
    public List<MissingPrerequisite> missing(PersonFacts person, Collection<Proposal> proposals) {
        List<MissingPrerequisite> missing = new ArrayList<>(0);
        for (ModuleFacts module : modules) {
            if (!module.getAfter().isEmpty()
                    && needs(decider(person, proposals, covering(proposals, module.getId()), module.getId())
                            .getDecision())) {
                Set<String> found = new LinkedHashSet<>();
                collectMissing(person, proposals, module, found);
                found.forEach(id -> missing.add(new MissingPrerequisite(person, module, module(id))));
            }
        }
        return missing;
    }

    private void collectMissing(
            PersonFacts person, Collection<Proposal> proposals, ModuleFacts module, Set<String> found) {
        for (String id : module.getAfter()) {
            ModuleFacts first = module(id);
            Proposal base = decider(person, proposals, covering(proposals, id), id);
            boolean undecided = base.getGround() == Ground.DEFAULT && !needs(base.getDecision());
            if (undecided && found.add(id)) {
                collectMissing(person, proposals, first, found);
            }
        }
    }

    private ModuleFacts module(String id) {
        return Objects.requireNonNull(modulesById.get(id), id);
    }

    private Proposal decider(PersonFacts person, Collection<Proposal> all, List<Proposal> relevant, String moduleId) {
        Proposal best = null;
        for (Proposal proposal : relevant) {
            if (proposal.getGround().effect() == Effect.DECIDES
                    && (best == null || PRECEDENCE.compare(proposal, best) < 0)) {
                best = proposal;
            }
        }
        return best != null ? best : fallback(person, all, moduleId);
    }

    private Proposal fallback(PersonFacts person, Collection<Proposal> all, String moduleId) {
        boolean covered = all.stream().anyMatch(proposal -> proposal.getGround() == Ground.SHEET);
        Proposal proposal;
        if (covered) {
            proposal = Proposal.of(
                    NO_ROW,
                    person,
                    Ground.DEFAULT,
                    Decision.OUT_OF_SCOPE,
                    "No row of the rule set asks module " + moduleId + " of somebody like this.");
        } else if (defaultDecision != null) {
            proposal = Proposal.of(DEFAULT, person, Ground.DEFAULT, defaultDecision, defaultReason);
        } else {
            proposal = Proposal.of(
                    NO_ROW,
                    person,
                    Ground.DEFAULT,
                    Decision.OUT_OF_SCOPE,
                    "No row of the rule set covers the role " + person.getRole() + ".");
        }
        return proposal.forModule(moduleId)
                .using("role=" + person.getRole(), "function=" + person.getFunction(), "family=" + person.getFamily());
    }

    private static List<Proposal> covering(Collection<Proposal> proposals, String moduleId) {
        List<Proposal> covering = new ArrayList<>(proposals.size());
        for (Proposal proposal : proposals) {
            if (proposal.covers(moduleId)) {
                covering.add(proposal);
            }
        }
        return covering;
    }

    private static List<Proposal> sort(Collection<Proposal> proposals) {
        List<Proposal> sorted = new ArrayList<>(proposals);
        if (sorted.size() > 1) {
            sorted.sort(PRECEDENCE);
        }
        return sorted;
    }

    private static boolean needs(Decision decision) {
        return decision == Decision.IN_SCOPE || decision == Decision.DEFERRED;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
