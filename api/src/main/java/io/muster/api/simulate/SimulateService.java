package io.muster.api.simulate;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.error.BadInputException;
import io.muster.api.error.BadRequestException;
import io.muster.api.error.InvalidPlanException;
import io.muster.api.output.OutputPath;
import io.muster.api.progress.Progress;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.data.io.FigureFiles;
import io.muster.data.io.PlanReadResult;
import io.muster.data.io.PlanReader;
import io.muster.data.issue.Issue;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.solver.PlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.profile.PlanningPolicy;
import io.muster.solver.replan.PlanReplanner;
import io.muster.solver.simulate.DisruptionRates;
import io.muster.solver.simulate.Outlook;
import io.muster.solver.simulate.Season;
import io.muster.solver.simulate.SeasonRequest;
import io.muster.solver.simulate.SeasonSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Simulates seasons: reads, decides scope, plans as each policy says, lives through the seasons, writes. */
public final class SimulateService {
    private static final String PUBLISHED = "published";
    private static final int PENCE_PER_POUND = 100;

    private final DataSetService dataSets;
    private final ScopingService scoping;
    private final PlanSolver solver;
    private final PlanReplanner replanner;

    /**
     * A service.
     *
     * @param dataSets reads data sets
     * @param scoping decides scope
     * @param solver makes first plans
     * @param replanner repairs them
     */
    public SimulateService(
            DataSetService dataSets, ScopingService scoping, PlanSolver solver, PlanReplanner replanner) {
        this.dataSets = dataSets;
        this.scoping = scoping;
        this.solver = solver;
        this.replanner = replanner;
    }

    /**
     * Simulates, and writes what came of it.
     *
     * @param command what to simulate
     * @param progress told how far the work is
     * @return what came of it
     * @throws BadInputException when data set, rule set or plan cannot be read
     * @throws BadRequestException when a policy is not known, the rates cannot be used, the plan given breaks a hard rule,
     *     or the output folder cannot be used
     * @throws InvalidPlanException when the solver broke a hard rule, which is a bug; nothing is written
     */
    public SimulationView simulate(SimulateCommand command, Progress progress) {
        return simulate(command, null, progress);
    }

    /**
     * Simulates what is left of a season, and writes what came of it.
     *
     * @param command what to simulate; not a plan, as that is given
     * @param inForce the plan; null: the command's, or policies
     * @param progress told how far the work is
     * @return what came of it
     * @throws BadInputException as above, and as the next two
     * @throws BadRequestException also when no week of the programme is left
     * @throws InvalidPlanException as above
     */
    public SimulationView simulate(SimulateCommand command, @Nullable PlanInForce inForce, Progress progress) {
        OutputPath.requireFolder(command.out(), SimulationFiles.NAMES);
        List<PolicyName> policies = inForce == null ? policies(command) : List.of();
        DisruptionRates rates = rates(command.rates());
        progress.step("load");
        LoadedDataSet loaded = dataSets.load(command.dataSet());
        DataSet dataSet = inForce == null ? loaded.dataSet() : inForce.dataSet();
        if (!SeasonSimulator.hasWeeks(dataSet.programme())) {
            throw new BadRequestException("no week of the programme is left after "
                    + dataSet.programme().asOf() + ".");
        }
        List<Issue> warnings = new ArrayList<>(loaded.warnings());
        Plan given = command.plan() == null ? null : read(command.plan(), warnings);
        String ruleSet = ruleSet(command, given);
        progress.step("scope");
        Function<DataSet, DecidedScope> decider = scoping.decider(ruleSet);
        DecidedScope scope = decider.apply(dataSet);
        warnings.addAll(scope.warnings());

        Seasons seasons = new Seasons(command, decider, rates, dataSet, progress);
        List<PolicyView> views = new ArrayList<>();
        if (inForce != null) {
            views.add(seasons.of(inForce));
        }
        if (given != null) {
            views.add(seasons.of(PUBLISHED, null, given));
        }
        for (PolicyName name : policies) {
            PlanningPolicy policy = name.policy(command);
            progress.step("plan " + name.id());
            views.add(seasons.of(name.id(), policy, plan(command, policy, dataSet, scope, progress)));
        }
        SimulationView view = new SimulationView(
                dataSet.programme(),
                loaded.inputHash(),
                scope.ruleSetId(),
                scope.ruleSetHash(),
                command.seed(),
                rates,
                command.replanPolicy(),
                views,
                warnings,
                command.out());
        progress.step("write");
        try {
            SimulationFiles.write(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return view;
    }

    private static List<PolicyName> policies(SimulateCommand command) {
        if (command.plan() != null) {
            return List.of();
        }
        if (command.policies().isEmpty()
                || new HashSet<>(command.policies()).size() < command.policies().size()) {
            throw new BadRequestException("give at least one planning policy, and none twice.");
        }
        return command.policies().stream().map(PolicyName::of).toList();
    }

    private static DisruptionRates rates(@Nullable Path file) {
        if (file == null) {
            return DisruptionRates.DEFAULT;
        }
        try {
            return FigureFiles.readDiffering(file, DisruptionRates.DEFAULT, DisruptionRates.class);
        } catch (IOException e) {
            throw new BadRequestException("the rates " + file + " cannot be used: " + e.getMessage()
                    + ". See docs/SIMULATION.md for its keys.");
        }
    }

    private static Plan read(Path path, List<Issue> warnings) {
        PlanReadResult read = PlanReader.read(path);
        warnings.addAll(read.issues());
        return read.plan().orElseThrow(() -> new BadInputException(read.issues()));
    }

    private static @Nullable String ruleSet(SimulateCommand command, @Nullable Plan given) {
        if (command.ruleSet() != null || given == null) {
            return command.ruleSet();
        }
        PlanSummary summary = given.summary();
        return summary == null ? null : summary.ruleSetId();
    }

    private Plan plan(
            SimulateCommand command, PlanningPolicy policy, DataSet dataSet, DecidedScope scope, Progress progress) {
        SolvedPlan solved = solver.solve(
                policy.shown(dataSet),
                scope.decisions(),
                new SolveOptions(command.seed(), command.timeLimit(), command.stepLimit()),
                listener(progress));
        return PlanningPolicy.published(
                dataSet, scope.decisions(), solved.sessions(), solved.bookings(), solved.unbooked());
    }

    private static SolveListener listener(Progress progress) {
        return (phase, fraction, shortfall, costPence, booked, requirements) -> progress.update(
                fraction,
                String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d booked, shortfall %,d, cost £%,d",
                        phase,
                        booked,
                        requirements,
                        shortfall,
                        costPence / PENCE_PER_POUND));
    }

    /** The seasons of plans of one data set. */
    private final class Seasons {
        private final SimulateCommand command;
        private final Function<DataSet, DecidedScope> decider;
        private final DisruptionRates rates;
        private final DataSet dataSet;
        private final Progress progress;

        Seasons(
                SimulateCommand command,
                Function<DataSet, DecidedScope> decider,
                DisruptionRates rates,
                DataSet dataSet,
                Progress progress) {
            this.command = command;
            this.decider = decider;
            this.rates = rates;
            this.dataSet = dataSet;
            this.progress = progress;
        }

        PolicyView of(String name, @Nullable PlanningPolicy policy, Plan plan) {
            AuditReport audit = new PlanAuditor(dataSet).audit(plan, null);
            if (!audit.isValid()) {
                if (policy == null) {
                    throw new BadRequestException("the plan " + command.plan() + " breaks "
                            + audit.violations().size() + " rules of this data set; see muster audit.");
                }
                throw new InvalidPlanException(audit);
            }
            List<Season> seasons = live(name, plan);
            return new PolicyView(
                    name,
                    policy,
                    audit.requirements(),
                    audit.booked(),
                    audit.coverageShortfall(),
                    audit.totalCost(),
                    seasons,
                    Outlook.of(seasons));
        }

        PolicyView of(PlanInForce inForce) {
            List<Season> seasons = live(PUBLISHED, inForce.plan());
            return new PolicyView(
                    PUBLISHED,
                    null,
                    inForce.requirements(),
                    inForce.booked(),
                    inForce.coverageShortfall(),
                    inForce.costPence(),
                    seasons,
                    Outlook.of(seasons));
        }

        private List<Season> live(String name, Plan plan) {
            progress.step("seasons " + name);
            SeasonRequest request = new SeasonRequest(
                    dataSet,
                    data -> decider.apply(data).decisions(),
                    plan,
                    rates,
                    command.seed(),
                    command.seasons(),
                    command.weeks(),
                    command.replanPolicy(),
                    new SolveOptions(command.seed(), null, command.replanStepLimit()));
            return new SeasonSimulator(replanner).simulate(request, listener(progress));
        }
    }
}
