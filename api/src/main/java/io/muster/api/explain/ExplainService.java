package io.muster.api.explain;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.BadRequestException;
import io.muster.api.plan.BaselineCheck;
import io.muster.api.plan.PlanFolder;
import io.muster.api.plan.ReplanBasis;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.ScopeDecision;
import io.muster.rules.ScopeTrace;
import io.muster.solver.PlanLoader;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.explain.BookingWhy;
import io.muster.solver.explain.PersonOptions;
import io.muster.solver.explain.PlanComparer;
import io.muster.solver.explain.PlanDifference;
import io.muster.solver.explain.PlanExplainer;
import io.muster.solver.explain.UnbookedWhy;
import io.muster.solver.explain.UnfitQuestionException;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.PublishedPlan;
import io.muster.solver.state.PlanState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens plans and answers questions about them. */
public final class ExplainService {
    private final DataSetService dataSets;
    private final ScopingService scoping;

    /**
     * A service.
     *
     * @param dataSets reads data sets
     * @param scoping says why somebody is in scope
     */
    public ExplainService(DataSetService dataSets, ScopingService scoping) {
        this.dataSets = dataSets;
        this.scoping = scoping;
    }

    /**
     * Opens a plan for questions.
     *
     * @param command which
     * @param progress told how far the work is
     * @return the open plan
     * @throws io.muster.api.error.BadInputException when data set, plan, baseline or disruptions cannot be read
     * @throws BadRequestException when the plan belongs to another data set
     */
    public OpenPlan open(OpenCommand command, Progress progress) {
        progress.step("load");
        LoadedDataSet loaded = dataSets.load(command.dataSet());
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        progress.step("read plan");
        Plan plan = PlanFolder.read(command.plan(), warnings);
        Path published = command.baseline();
        if (!command.isPublished()) {
            progress.step("prepare");
            return openDraft(loaded, plan, warnings);
        }
        Plan before = null;
        if (published != null) {
            progress.step("read baseline");
            before = PlanFolder.read(published, warnings);
        }
        progress.step("prepare");
        return openPublished(loaded, plan, before, command.disruptions(), command.asOf(), warnings);
    }

    /**
     * Opens a plan that follows no published one and is at hand already.
     *
     * @param loaded its data set
     * @param plan the plan
     * @param warnings what is worth a look so far
     * @return the open plan
     * @throws BadRequestException when the plan belongs to another data set
     */
    public OpenPlan openDraft(LoadedDataSet loaded, Plan plan, List<Issue> warnings) {
        return open(loaded, loaded.dataSet(), withoutChanges(plan), null, PublishedPlan.NONE, warnings);
    }

    /**
     * Opens a plan that follows a published one and is at hand already.
     *
     * @param loaded the data set as it was when that was published
     * @param plan the plan
     * @param published the published plan; null: the plan itself
     * @param disruptions what happened to it, as {@link OpenCommand} has it; null: nothing
     * @param asOf the day from which the plan is looked at; null: the data set's
     * @param warnings what is worth a look so far
     * @return the open plan
     * @throws io.muster.api.error.BadInputException when the disruptions cannot be read
     * @throws BadRequestException when the plan belongs to another data set
     */
    public OpenPlan openPublished(
            LoadedDataSet loaded,
            Plan plan,
            @Nullable Plan published,
            @Nullable Path disruptions,
            @Nullable LocalDate asOf,
            List<Issue> warnings) {
        Plan own = published == null ? withoutChanges(plan) : plan;
        Plan before = published == null ? own : published;
        List<Issue> issues = new ArrayList<>(BaselineCheck.check(loaded.dataSet(), before));
        ReplanBasis basis = ReplanBasis.read(loaded.dataSet(), before, disruptions, asOf, issues);
        List<Issue> all = new ArrayList<>(warnings);
        all.addAll(issues);
        Baseline baseline = basis.baseline(own.scope());
        return open(
                loaded,
                basis.dataSet(),
                own,
                baseline,
                new PublishedPlan(
                        before.sessions(),
                        before.bookings(),
                        baseline.broken(),
                        baseline.voided(),
                        new HashSet<>(before.pins())),
                all);
    }

    private static OpenPlan open(
            LoadedDataSet loaded,
            DataSet dataSet,
            Plan plan,
            @Nullable Baseline baseline,
            PublishedPlan published,
            List<Issue> warnings) {
        try {
            Problem problem = Problem.of(dataSet, plan.scope(), published);
            PlanState state = PlanState.of(
                    problem,
                    new PlanLoader(problem)
                            .load(plan.sessions(), plan.bookings())
                            .assignment());
            return new OpenPlan(loaded, dataSet, plan, baseline, new PlanExplainer(state, plan, baseline), warnings);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("the plan does not fit the data set: " + e.getMessage());
        }
    }

    private static Plan withoutChanges(Plan plan) {
        return new Plan(
                plan.scope(),
                plan.sessions(),
                plan.bookings(),
                plan.unbooked(),
                List.of(),
                plan.pins(),
                plan.summary());
    }

    /**
     * Everything about one person.
     *
     * @param open the plan
     * @param staffId the staff member
     * @param moduleId the module; null: all
     * @param ruleSet id or folder of the rule set to explain scope by; null: the one the plan names
     * @param most the most alternatives to give for each booking
     * @return the answer
     * @throws BadRequestException when there is no such staff member, module or rule set
     */
    public PersonWhy why(OpenPlan open, String staffId, @Nullable String moduleId, @Nullable String ruleSet, int most) {
        return asked(() -> {
            PlanExplainer explainer = open.explainer();
            PlanExplainer.Standing standing = explainer.standing(staffId);
            if (moduleId != null) {
                explainer.requireModule(moduleId);
            }
            List<String> notes = new ArrayList<>();
            List<ScopeDecision> decisions = open.plan().scope().stream()
                    .filter(row -> row.staffId().equals(staffId) && isAsked(moduleId, row.moduleId()))
                    .toList();
            List<ScopeTrace> traces = traces(open, staffId, ruleSet, notes).stream()
                    .filter(trace -> isAsked(moduleId, trace.decision().moduleId()))
                    .toList();
            compare(decisions, traces, notes);
            List<BookingWhy> bookings = standing.booked().stream()
                    .filter(id -> isAsked(moduleId, id))
                    .map(id -> explainer.whyBooked(staffId, id, most))
                    .toList();
            List<UnbookedWhy> unbooked = standing.unbooked().stream()
                    .filter(id -> isAsked(moduleId, id))
                    .map(id -> explainer.whyUnbooked(staffId, id))
                    .toList();
            return new PersonWhy(staffId, decisions, traces, bookings, unbooked, notes);
        });
    }

    private static boolean isAsked(@Nullable String wanted, String moduleId) {
        return wanted == null || wanted.equals(moduleId);
    }

    /** Decides the scope of one person alone, which is as good and takes no time. */
    private List<ScopeTrace> traces(OpenPlan open, String staffId, @Nullable String ruleSet, List<String> notes) {
        PlanSummary summary = open.plan().summary();
        String named = ruleSet == null && summary != null ? summary.ruleSetId() : ruleSet;
        DecidedScope scope;
        try {
            scope = scoping.decide(alone(open.dataSet(), staffId), named);
        } catch (BadRequestException e) {
            if (ruleSet != null) {
                throw e;
            }
            notes.add("Rule set " + named + " made the plan and is not at hand; name its folder to see how its rules"
                    + " decide.");
            return List.of();
        }
        if (summary != null && !summary.ruleSetHash().equals(scope.ruleSetHash())) {
            notes.add("The plan was made by rule set " + summary.ruleSetId() + "; rule set " + scope.ruleSetId()
                    + " as it is now is not the same.");
        }
        return scoping.why(scope, staffId);
    }

    private static DataSet alone(DataSet data, String staffId) {
        List<StaffMember> person =
                data.staff().stream().filter(one -> one.id().equals(staffId)).toList();
        return new DataSet(
                data.programme(),
                data.modules(),
                data.teams(),
                data.patterns(),
                person,
                data.completions().stream()
                        .filter(row -> row.staffId().equals(staffId))
                        .toList(),
                data.absences().stream()
                        .filter(row -> row.staffId().equals(staffId))
                        .toList(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences(),
                data.transfers().stream()
                        .filter(row -> row.staffId().equals(staffId))
                        .toList(),
                data.capacityChanges());
    }

    private static void compare(List<ScopeDecision> decisions, List<ScopeTrace> traces, List<String> notes) {
        for (ScopeTrace trace : traces) {
            for (ScopeDecision row : decisions) {
                if (row.moduleId().equals(trace.decision().moduleId())
                        && row.decision() != trace.decision().decision()) {
                    notes.add("The plan's scope.csv says " + row.decision() + " for " + row.moduleId() + " by "
                            + row.ruleId() + ", the rules now say "
                            + trace.decision().decision() + ".");
                }
            }
        }
    }

    /**
     * Where a person could be booked, or moved to.
     *
     * @param open the plan
     * @param staffId the staff member
     * @param moduleId the module; null: all they require
     * @param most the most alternatives to give for each
     * @return one answer for each module
     * @throws BadRequestException when there is no such staff member or module, or they do not require it
     */
    public List<PersonOptions> options(OpenPlan open, String staffId, @Nullable String moduleId, int most) {
        return asked(() -> {
            PlanExplainer.Standing standing = open.explainer().standing(staffId);
            List<String> modules = new ArrayList<>(standing.booked());
            modules.addAll(standing.unbooked());
            return (moduleId == null ? modules : List.of(moduleId))
                    .stream()
                            .map(id -> open.explainer().options(staffId, id, most))
                            .toList();
        });
    }

    /**
     * Where a person could go module by module, and the days on which several modules of theirs could be together.
     *
     * @param open the plan
     * @param staffId the staff member
     * @param moduleId a module that has to be among them; null: all they require
     * @param most the most alternatives to give for each
     * @return both
     * @throws BadRequestException when there is no such staff member or module, or they do not require it
     */
    public StaffOptions wholeDays(OpenPlan open, String staffId, @Nullable String moduleId, int most) {
        List<PersonOptions> modules = options(open, staffId, moduleId, most);
        return new StaffOptions(modules, asked(() -> open.explainer().days(staffId, moduleId, most)));
    }

    /**
     * Asks an open plan.
     *
     * @param question what to ask its explainer
     * @return the answer
     * @throws BadRequestException when an id is not there, or the question does not fit the plan
     */
    public static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (UnfitQuestionException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What changed between two plans.
     *
     * @param command which
     * @param progress told how far the work is
     * @return the differences, costs by the auditor; the first plan of a re-plan has no changes, whatever it was made of
     * @throws io.muster.api.error.BadInputException when data set, disruptions or a plan cannot be read
     */
    public PlanDifference compare(CompareCommand command, Progress progress) {
        progress.step("load");
        DataSet dataSet = dataSets.load(command.dataSet()).dataSet();
        progress.step("read plans");
        Plan first = withoutChanges(PlanFolder.read(command.before(), new ArrayList<>()));
        Plan second = PlanFolder.read(command.after(), new ArrayList<>());
        progress.step("audit");
        if (!command.isReplan()) {
            PlanAuditor auditor = new PlanAuditor(dataSet);
            Plan other = withoutChanges(second);
            return new PlanComparer(dataSet)
                    .compare(first, auditor.audit(first, null), other, auditor.audit(other, null));
        }
        ReplanBasis basis = ReplanBasis.read(dataSet, first, command.disruptions(), command.asOf(), new ArrayList<>());
        PlanAuditor auditor = basis.auditor();
        return new PlanComparer(basis.dataSet())
                .compare(
                        first,
                        auditor.audit(first, basis.baseline(first.scope())),
                        second,
                        auditor.audit(second, basis.baseline(second.scope())));
    }
}
