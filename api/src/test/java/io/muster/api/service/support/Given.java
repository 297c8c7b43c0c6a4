package io.muster.api.service.support;

import io.muster.api.dataset.DataSetService;
import io.muster.api.plan.PlanCommand;
import io.muster.api.plan.PlanFolder;
import io.muster.api.plan.PlanService;
import io.muster.api.progress.Progress;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.PlanWriter;
import io.muster.data.model.DataSet;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.sample.SampleGenerator;
import io.muster.data.sample.SampleProgramme;
import io.muster.solver.DefaultPlanSolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * Data sets and plans that are simply there, without going through the API: the generator's and the solver's own, for 300
 * people of {@code nmfl-phase-2}, made once for all tests of a JVM.
 */
public final class Given {
    private static final int PEOPLE = 300;
    private static final Path FOLDER = TestDatabase.home();
    private static boolean isMade;

    private final Contents contents;
    private final DataSets dataSets;
    private final Plans plans;

    /**
     * For a service.
     *
     * @param context its beans
     */
    public Given(ApplicationContext context) {
        contents = context.getBean(Contents.class);
        dataSets = context.getBean(DataSets.class);
        plans = context.getBean(Plans.class);
    }

    /** {@return the data set as a zip of its files, not to be changed} */
    public static Path dataSetZip() {
        make();
        return FOLDER.resolve("data.zip");
    }

    /** {@return a plan of it as a zip of its folder, not to be changed} */
    public static Path planZip() {
        make();
        return FOLDER.resolve("plan.zip");
    }

    /** {@return a data set of its own with one revision that is ready} */
    public Revision dataSet() {
        String id = Ids.next("dataset");
        dataSets.add(new StoredDataSet(id, "Test programme", Instant.EPOCH, "planner"));
        String content = contents.store(dataSetZip());
        var loaded = new DataSetService().load(dataSetZip());
        Revision revision = new Revision(
                id,
                1,
                Revision.State.READY,
                Revision.Origin.SAMPLE,
                null,
                "",
                null,
                content,
                contents.storeText("[]"),
                0,
                0,
                loaded.inputHash(),
                loaded.dataSet().programme().id(),
                PEOPLE,
                null,
                Instant.EPOCH,
                "planner");
        dataSets.add(revision);
        return revision;
    }

    /**
     * A plan of a data set of {@link #dataSet}.
     *
     * @param revision the revision
     * @param state where it stands: complete
     * @return the plan
     */
    public StoredPlan plan(Revision revision, PlanState state) {
        Plan plan = PlanFolder.read(planZip(), new ArrayList<>());
        PlanSummary summary = Objects.requireNonNull(plan.summary());
        StoredPlan stored = new StoredPlan(
                Ids.next("plan"),
                revision.dataSetId(),
                revision.number(),
                summary.ruleSetId(),
                summary.ruleSetHash(),
                StoredPlan.Kind.SOLVE,
                state,
                "Test plan",
                null,
                null,
                null,
                null,
                null,
                1,
                null,
                1_000L,
                null,
                contents.store(planZip()),
                summaryText(),
                summary.booked(),
                summary.requirements(),
                summary.coverageShortfall(),
                summary.cost().get("total"),
                summary.occupancy(),
                Instant.EPOCH,
                "planner",
                Instant.EPOCH,
                0);
        plans.add(stored);
        return stored;
    }

    private static String summaryText() {
        try {
            return Files.readString(FOLDER.resolve("plan").resolve("summary.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void make() {
        if (isMade) {
            return;
        }
        try {
            DataSet dataSet = SampleGenerator.generate(
                    SampleProgramme.find("nmfl-phase-2").orElseThrow(), PEOPLE, 1, Set.of());
            DataSetWriter.writeZip(dataSet, FOLDER.resolve("data.zip"));
            Path folder = FOLDER.resolve("plan");
            new PlanService(new DataSetService(), new ScopingService(), new DefaultPlanSolver())
                    .plan(
                            new PlanCommand(FOLDER.resolve("data.zip"), folder, null, null, 1, null, 1_000L),
                            Progress.SILENT);
            PlanWriter.writeZip(PlanFolder.read(folder, new ArrayList<>()), FOLDER.resolve("plan.zip"), false);
            isMade = Files.exists(FOLDER.resolve("plan.zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
