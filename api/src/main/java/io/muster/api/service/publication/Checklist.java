package io.muster.api.service.publication;

import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.plan.SummariesOfPlans;
import io.muster.api.service.publication.ChecklistItem.State;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.check.AuditReport;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at everything that may be wrong with a plan before it is published. */
@Component
class Checklist {
    private static final int PERCENT = 100;

    private final Plans plans;
    private final DataSets dataSets;
    private final LivePlans livePlans;
    private final RuleSets ruleSets;
    private final PlanAudits audits;
    private final SummariesOfPlans summaries;
    private final PublicationSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Checklist(
            Plans plans,
            DataSets dataSets,
            LivePlans livePlans,
            RuleSets ruleSets,
            PlanAudits audits,
            SummariesOfPlans summaries,
            PublicationSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.dataSets = dataSets;
        this.livePlans = livePlans;
        this.ruleSets = ruleSets;
        this.audits = audits;
        this.summaries = summaries;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All items; 409 when the plan is not complete. */
    List<ChecklistItem> of(StoredPlan stored) {
        List<ChecklistItem> items = new ArrayList<>();
        items.add(violations(audits.of(stored)));
        items.addAll(withoutAudit(stored));
        return List.copyOf(items);
    }

    /** All items but the auditor's, which takes long the first time; 409 when the plan is not complete. */
    List<ChecklistItem> withoutAudit(StoredPlan stored) {
        LivePlan plan = livePlans.get(stored.id());
        StoredPlan published = plans.findPublished(stored.dataSetId()).orElse(null);
        return List.of(
                unbooked(plan),
                shortNotice(plan, stored, published),
                restDays(plan),
                belowMinimum(plan),
                gap(stored),
                newerRevision(stored),
                otherRuleSet(stored),
                newerDrafts(stored),
                otherPublished(stored, published),
                openDisruptions(stored));
    }

    private static ChecklistItem violations(AuditReport audit) {
        Map<String, Long> byRule = new TreeMap<>();
        audit.violations().forEach(violation -> byRule.merge(violation.ruleId(), 1L, Long::sum));
        long count = audit.violations().size();
        return new ChecklistItem(
                "hard-violations",
                count == 0 ? State.OK : State.BLOCKING,
                count,
                "Violations of hard rules that the auditor finds.",
                byRule);
    }

    private static ChecklistItem unbooked(LivePlan plan) {
        Map<BookingKey, Integer> priorities = plan.plan().scope().stream()
                .collect(Collectors.toMap(
                        decision -> new BookingKey(decision.staffId(), decision.moduleId()),
                        decision -> decision.priority()));
        Map<String, Long> byPriority = new TreeMap<>();
        for (Unbooked left : plan.plan().unbooked()) {
            int priority = priorities.getOrDefault(new BookingKey(left.staffId(), left.moduleId()), 0);
            byPriority.merge("priority " + priority, 1L, Long::sum);
        }
        return ChecklistItem.known(
                "unbooked", plan.plan().unbooked().size(), "Requirements without a booking, by priority.", byPriority);
    }

    /** Of a programme that is over, or not yet due to be planned, the day of planning counts. */
    private ChecklistItem shortNotice(LivePlan plan, StoredPlan stored, @Nullable StoredPlan published) {
        Programme programme = plan.dataSet().programme();
        LocalDate planned = Optional.ofNullable(stored.asOf()).orElse(programme.asOf());
        LocalDate now = LocalDate.now(clock.withZone(programme.timeZone()));
        LocalDate today = now.isBefore(planned) || now.isAfter(programme.lastDay()) ? planned : now;
        LocalDate first = today.plusDays(programme.notice().newBookingDays());
        Set<Place> told = published == null || published.id().equals(stored.id())
                ? Set.of()
                : livePlans.get(published.id()).plan().bookings().stream()
                        .filter(Booking::counts)
                        .map(Place::of)
                        .collect(Collectors.toCollection(HashSet::new));
        long count = plan.plan().bookings().stream()
                .filter(Booking::counts)
                .filter(booking -> booking.date().isBefore(first) && !told.contains(Place.of(booking)))
                .count();
        return ChecklistItem.known(
                "short-notice",
                count,
                "New bookings with less than " + programme.notice().newBookingDays() + " days of notice from " + today
                        + ".",
                Map.of());
    }

    private record Place(String staffId, String moduleId, LocalDate date, List<String> slotIds) {

        static Place of(Booking booking) {
            return new Place(booking.staffId(), booking.moduleId(), booking.date(), booking.slotIds());
        }
    }

    private static ChecklistItem restDays(LivePlan plan) {
        DataSet data = plan.dataSet();
        Map<String, ShiftPattern> patterns =
                data.patterns().stream().collect(Collectors.toMap(ShiftPattern::id, Function.identity()));
        long count = plan.plan().bookings().stream()
                .filter(Booking::counts)
                .filter(booking -> isRestDay(plan, patterns, booking))
                .count();
        return ChecklistItem.known("rest-day-bookings", count, "Bookings on rest days.", Map.of());
    }

    private static boolean isRestDay(LivePlan plan, Map<String, ShiftPattern> patterns, Booking booking) {
        StaffMember member = plan.staffById().get(booking.staffId());
        Team team = member == null ? null : plan.teamById().get(member.teamId());
        if (member == null || team == null) {
            return false;
        }
        String ownPattern = member.patternId();
        Integer ownOffset = member.offset();
        ShiftPattern pattern = patterns.get(ownPattern == null ? team.patternId() : ownPattern);
        int offset = ownOffset != null ? ownOffset : ownPattern == null ? team.offset() : 0;
        return pattern != null && pattern.dutyOn(booking.date(), offset).isRestDay();
    }

    private static ChecklistItem belowMinimum(LivePlan plan) {
        Map<String, Long> byModule = new TreeMap<>();
        for (SessionRow session : plan.plan().sessions()) {
            TrainingModule module = plan.moduleById().get(session.moduleId());
            if (module != null
                    && session.status() != SessionRow.Status.CANCELLED
                    && session.booked() > 0
                    && session.booked() < module.minClass()) {
                byModule.merge(session.moduleId(), 1L, Long::sum);
            }
        }
        return ChecklistItem.known(
                "sessions-below-minimum",
                byModule.values().stream().mapToLong(Long::longValue).sum(),
                "Sessions with fewer bookings than their module's minimum, by module.",
                byModule);
    }

    /** Small programmes have bounds that are far off, so that this is to be known of, and no more. */
    private ChecklistItem gap(StoredPlan stored) {
        double percent = PERCENT * summaries.costGap(stored).orElse(0);
        return ChecklistItem.known(
                "gap",
                percent > settings.gapPct() ? (long) Math.ceil(percent) : 0,
                "Per cent by which the cost is above its proven bound, where that is more than "
                        + BigDecimal.valueOf(settings.gapPct())
                                .stripTrailingZeros()
                                .toPlainString()
                        + ": a longer solve may save something.",
                Map.of());
    }

    private ChecklistItem newerRevision(StoredPlan stored) {
        int latest = dataSets.findLatestReady(stored.dataSetId())
                .map(Revision::number)
                .orElse(stored.revision());
        return ChecklistItem.known(
                "data-set-changed",
                Math.max(0, latest - stored.revision()),
                "Revisions of the data set since revision " + stored.revision() + ", of which the plan is.",
                Map.of());
    }

    private ChecklistItem otherRuleSet(StoredPlan stored) {
        return ChecklistItem.known(
                "rule-set-changed",
                ruleSets.pin(null).equals(stored.ruleSetId()) ? 0 : 1,
                "Whether another rule set is active than the plan's, '" + stored.ruleSetId() + "'.",
                Map.of());
    }

    private ChecklistItem newerDrafts(StoredPlan stored) {
        long count = plans.list(stored.dataSetId()).stream()
                .filter(plan ->
                        plan.state() == PlanState.DRAFT && plan.createdAt().isAfter(stored.createdAt()))
                .count();
        return ChecklistItem.known("newer-drafts", count, "Drafts that are newer than the plan.", Map.of());
    }

    /** A plan that was made from another leaves out what was published meanwhile. */
    private static ChecklistItem otherPublished(StoredPlan stored, @Nullable StoredPlan published) {
        boolean isOther = stored.parentId() != null
                && published != null
                && !published.id().equals(stored.parentId())
                && published.createdAt().isAfter(stored.createdAt());
        return ChecklistItem.known(
                "published-meanwhile",
                isOther ? 1 : 0,
                "Plans that were made and published since this one was made from its parent.",
                Map.of());
    }

    private ChecklistItem openDisruptions(StoredPlan stored) {
        Map<String, Long> byKind = new TreeMap<>();
        jdbc.sql(
                        "select kind, count(*) as cases from disruption where data_set_id = ? and state = 'OPEN' group by kind")
                .param(stored.dataSetId())
                .query((row, index) -> Map.entry(row.getString("kind"), row.getLong("cases")))
                .list()
                .forEach(entry -> byKind.put(entry.getKey(), entry.getValue()));
        return ChecklistItem.known(
                "disruptions-open",
                byKind.values().stream().mapToLong(Long::longValue).sum(),
                "Disruptions that no plan answers yet, by kind.",
                byKind);
    }
}
