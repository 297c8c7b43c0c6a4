package io.muster.api.service.home;

import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.job.JobView;
import io.muster.api.service.job.Jobs;
import io.muster.api.service.page.Show;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.publication.ChecklistItem;
import io.muster.api.service.publication.Publications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of a programme is under way, and what waits for somebody's decision. */
@Component
class Waiting {
    private static final String NO_SHOW = "NO_SHOW";

    private final DataSets dataSets;
    private final Plans plans;
    private final Jobs jobs;
    private final Publications publications;
    private final Show show;

    Waiting(DataSets dataSets, Plans plans, Jobs jobs, Publications publications, Show show) {
        this.dataSets = dataSets;
        this.plans = plans;
        this.jobs = jobs;
        this.publications = publications;
        this.show = show;
    }

    /**
     * Something to decide.
     *
     * @param text what it is, with its figure
     * @param href where to decide it
     * @param action what to do there
     */
    record Decision(String text, String href, String action) {}

    /**
     * Work that goes on by itself.
     *
     * @param text what is done
     * @param job how far it is
     * @param href where to watch it
     */
    record Work(String text, JobView job, String href) {}

    /** {@return plans of a data set that are being made, the newest first} */
    List<Work> work(String dataSetId) {
        return plans.list(dataSetId).stream()
                .filter(plan -> plan.state() == PlanState.QUEUED || plan.state() == PlanState.SOLVING)
                .flatMap(plan -> Optional.ofNullable(plan.jobId()).flatMap(jobs::find).stream()
                        .map(job -> new Work(
                                (plan.kind() == StoredPlan.Kind.REPLAN ? "Re-plan “" : "Plan “") + plan.name() + "”",
                                JobView.of(job),
                                "/plans/" + plan.id())))
                .toList();
    }

    /** {@return what waits for a decision, the most urgent first: a plan is the one that people work with} */
    List<Decision> decisions(StoredPlan plan) {
        String programme = "/programmes/" + plan.dataSetId();
        List<Decision> decisions = new ArrayList<>();
        List<ChecklistItem> items = publications.openItems(plan);
        disruptions(items, programme, decisions);
        if (plan.state() == PlanState.DRAFT) {
            decisions.add(new Decision(
                    "Nothing is published yet; “" + plan.name() + "” is a draft that nobody has been told of.",
                    "/plans/" + plan.id() + "/publish",
                    "Check and publish"));
        }
        newest(plan.dataSetId()).ifPresent(decisions::add);
        for (ChecklistItem item : items) {
            decision(plan, programme, item).ifPresent(decisions::add);
        }
        return decisions;
    }

    private void disruptions(List<ChecklistItem> items, String programme, List<Decision> decisions) {
        for (ChecklistItem item : items) {
            if (item.code().equals("disruptions-open")) {
                long noShows = item.details().getOrDefault(NO_SHOW, 0L);
                long others = item.count() - noShows;
                if (others > 0) {
                    decisions.add(new Decision(
                            show.count(others, "disruption is", "disruptions are") + " open: no plan answers "
                                    + (others == 1 ? "it yet." : "them yet."),
                            programme + "/disruptions",
                            "See and re-plan"));
                }
                if (noShows > 0) {
                    decisions.add(new Decision(
                            show.count(noShows, "no-show waits", "no-shows wait") + " to be booked again.",
                            programme + "/disruptions?kind=" + NO_SHOW,
                            "See and re-plan"));
                }
            }
        }
    }

    private Optional<Decision> newest(String dataSetId) {
        return dataSets.revisions(dataSetId).stream()
                .findFirst()
                .filter(revision -> revision.state() == Revision.State.INVALID)
                .map(revision -> new Decision(
                        "Revision " + revision.number() + " of the data has "
                                + show.count(revision.errorCount(), "error", "errors") + " and cannot be planned.",
                        "/programmes/" + dataSetId + "/data/" + revision.number() + "/issues",
                        "Step through them"));
    }

    private Optional<Decision> decision(StoredPlan plan, String programme, ChecklistItem item) {
        String page = "/plans/" + plan.id();
        boolean isDraft = plan.state() == PlanState.DRAFT;
        long count = item.count();
        return Optional.ofNullable(
                switch (item.code()) {
                    case "unbooked" ->
                        new Decision(
                                show.count(count, "requirement is unbooked.", "requirements are unbooked."),
                                page + "/unbooked",
                                "See why");
                    case "newer-drafts" ->
                        new Decision(
                                show.count(count, "draft is", "drafts are") + " newer than “" + plan.name() + "”.",
                                programme + "/plans",
                                "Compare");
                    case "data-set-changed" ->
                        new Decision(
                                show.count(count, "revision", "revisions") + " of the data came after “" + plan.name()
                                        + "” was made.",
                                programme + "/data",
                                "See what changed");
                    case "rule-set-changed" ->
                        new Decision(
                                "Another rule set is active than the plan's, " + plan.ruleSetId() + ".",
                                "/rules",
                                "See the rules");
                    case "short-notice" ->
                        isDraft
                                ? new Decision(
                                        show.count(count, "new booking has", "new bookings have")
                                                + " less notice than is usual.",
                                        page + "/publish",
                                        "See the checklist")
                                : null;
                    case "rest-day-bookings" ->
                        new Decision(
                                show.count(count, "booking is on a rest day.", "bookings are on rest days."),
                                page + "/oversight",
                                "See what is owed");
                    case "sessions-below-minimum" ->
                        new Decision(
                                show.count(count, "session has", "sessions have")
                                        + " fewer bookings than the module's minimum.",
                                page + "/timetable",
                                "See the timetable");
                    default -> null;
                });
    }
}
