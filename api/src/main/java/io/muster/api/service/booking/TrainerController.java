package io.muster.api.service.booking;

import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.live.Listing;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.Trainer;
import io.muster.data.plan.SessionRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trainers, their timetables, and what a trainer sees of their own. */
@RestController
@Tag(name = "Trainers")
class TrainerController {
    private final Reading.Desk desk;
    private final DataSets dataSets;
    private final Plans plans;

    TrainerController(Reading.Desk desk, DataSets dataSets, Plans plans) {
        this.desk = desk;
        this.dataSets = dataSets;
        this.plans = plans;
    }

    /** The trainers of a plan as a list. */
    private record Trainers(Listing<TrainerView> list) {
        static Trainers of(LivePlan live) {
            Listing<SessionRow> sessions = PlanLists.of(live).sessions();
            return new Trainers(new Listing<>(
                    live.dataSet().trainers().stream()
                            .map(trainer -> view(trainer, taught(sessions, trainer.id())))
                            .toList(),
                    Map.of(
                            "trainerId", Comparator.comparing(TrainerView::trainerId),
                            "dayRatePence", Comparator.comparingLong(TrainerView::dayRatePence),
                            "sessions", Comparator.comparingInt(TrainerView::sessions),
                            "days", Comparator.comparingInt(TrainerView::days)),
                    Map.of(
                            "trainer", trainer -> List.of(trainer.trainerId()),
                            "module", TrainerView::moduleIds,
                            "internal", trainer -> List.of(trainer.internal()))));
        }

        private static List<SessionRow> taught(Listing<SessionRow> sessions, String trainerId) {
            return sessions.all()
                    .where("trainer", trainerId)
                    .where(row -> row.status() != SessionRow.Status.CANCELLED)
                    .rows();
        }

        private static TrainerView view(Trainer trainer, List<SessionRow> taught) {
            return new TrainerView(
                    trainer.id(),
                    trainer.internal(),
                    trainer.moduleIds(),
                    trainer.pencePerDay(),
                    trainer.maxDaysPerWeek(),
                    trainer.from(),
                    trainer.to(),
                    taught.size(),
                    (int) taught.stream().map(SessionRow::date).distinct().count());
        }
    }

    @GetMapping("/v1/plans/{planId}/trainers")
    @Operation(summary = "Trainers, and how far a plan uses them")
    @Allowed({Role.PLANNER, Role.LEARNING, Role.AUDITOR})
    PageView<TrainerView> trainers(
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable Boolean internal,
            @ParameterObject PageQuery page,
            Caller caller) {
        return desk.open(planId, caller)
                .live()
                .once(Trainers.class, Trainers::of)
                .list()
                .all()
                .where("module", module)
                .where("internal", internal)
                .page(page, trainer -> trainer);
    }

    @GetMapping("/v1/plans/{planId}/trainers/{trainerId}")
    @Operation(summary = "A trainer's timetable; a trainer sees their own")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.AUDITOR, Role.TRAINER},
            personal = true)
    TrainerPage trainer(@PathVariable String planId, @PathVariable String trainerId, Caller caller) {
        Reading reading = desk.open(planId, caller);
        Trainer trainer = reading.live().trainerById().get(trainerId);
        if (trainer == null || (!reading.sight().isWhole() && !trainerId.equals(caller.trainerId()))) {
            throw ProblemException.notFound("trainer", trainerId);
        }
        List<SessionRow> taught = Trainers.taught(reading.lists().sessions(), trainerId);
        return new TrainerPage(
                Trainers.view(trainer, taught),
                reading.live().dataSet().trainerAbsences().stream()
                        .filter(absence -> absence.trainerId().equals(trainerId))
                        .map(absence -> new TrainerPage.Away(absence.from(), absence.to()))
                        .toList(),
                taught.stream()
                        .map(reading.views()::session)
                        .sorted(Comparator.comparing(SessionView::start).thenComparing(SessionView::sessionId))
                        .toList());
    }

    @GetMapping("/v1/me/classes")
    @Operation(summary = "The caller's own sessions in the plans that hold, with class lists of names")
    @Allowed(value = Role.TRAINER, personal = true)
    PageView<ClassView> classes(
            @RequestParam(required = false) @Nullable String dataSet,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @ParameterObject PageQuery page,
            Caller caller) {
        Days.require(from, to);
        String own = caller.trainerId();
        List<ClassView> classes = new ArrayList<>();
        if (own != null) {
            for (StoredPlan plan : published(dataSet)) {
                Reading reading = desk.open(plan.id(), caller);
                Trainers.taught(reading.lists().sessions(), own).stream()
                        .filter(row -> Days.isWithin(row.date(), from, to))
                        .map(row -> SessionController.classOf(reading, row))
                        .forEach(classes::add);
            }
        }
        Comparator<ClassView> byTime = Comparator.comparing(
                        (ClassView one) -> one.session().start())
                .thenComparing(one -> one.session().sessionId());
        return page.of(classes.stream().sorted(byTime).toList(), Map.of("start", byTime));
    }

    private List<StoredPlan> published(@Nullable String dataSet) {
        List<String> ids = dataSet != null
                ? List.of(dataSets.get(dataSet).id())
                : dataSets.list().stream().map(stored -> stored.id()).toList();
        return ids.stream().flatMap(id -> plans.findPublished(id).stream()).toList();
    }
}
