package io.muster.api.service.replan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.dataset.DataSetService;
import io.muster.api.replan.ReplanService;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.ruleset.RuleSets;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Disruption;
import io.muster.solver.replan.DefaultPlanReplanner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the open disruptions of a data set break of its published plan. Working it out takes seconds at full size where
 * scope has to be decided anew; the last few answers are kept.
 */
@Component
class Effects {
    private static final int KEPT = 8;

    private final RecordedDisruptions disruptions;
    private final Plans plans;
    private final DataSets dataSets;
    private final LivePlans livePlans;
    private final RuleSets ruleSets;
    private final ReplanService service;
    private final Cache<Question, Effect> effects =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Effects(
            RecordedDisruptions disruptions,
            Plans plans,
            DataSets dataSets,
            LivePlans livePlans,
            RuleSets ruleSets,
            ScopingService scoping) {
        this.disruptions = disruptions;
        this.plans = plans;
        this.dataSets = dataSets;
        this.livePlans = livePlans;
        this.ruleSets = ruleSets;
        service = new ReplanService(new DataSetService(), scoping, new DefaultPlanReplanner());
    }

    private record Question(String planId, LocalDate asOf, List<Disruption> disruptions) {}

    /**
     * A booking that is broken.
     *
     * @param booking the booking
     * @param teamId the person's team
     * @param bcu its BCU
     */
    record Hit(Booking booking, String teamId, String bcu) {}

    /**
     * What disruptions break.
     *
     * @param planId the published plan
     * @param asOf the day that was asked about
     * @param disruptions how many open disruptions there are
     * @param standing how many earlier ones still hold
     * @param bookings bookings of the plan dated on or after the day
     * @param hits those that are broken, and past ones that are void, by staff member and module
     */
    record Effect(String planId, LocalDate asOf, int disruptions, int standing, int bookings, List<Hit> hits) {}

    /**
     * What the open disruptions break.
     *
     * @param dataSetId the data set
     * @param asOf the day
     * @return the effect
     * @throws ProblemException 409 when nothing is published
     */
    Effect of(String dataSetId, LocalDate asOf) {
        return of(asked(dataSetId, asOf, List.of()));
    }

    /**
     * What a disruption that is not recorded would break, beside what the open ones break already.
     *
     * @param dataSetId the data set
     * @param asOf the day
     * @param disruption the disruption, checked
     * @return the effect of it with the open ones, with the hits that are its own
     * @throws ProblemException 409 when nothing is published
     */
    Effect with(String dataSetId, LocalDate asOf, Disruption disruption) {
        Asked asked = asked(dataSetId, asOf, List.of(disruption));
        Effect all = of(asked);
        if (asked.selection().asked().size() <= 1) {
            return all;
        }
        Set<BookingKey> before = new HashSet<>();
        of(dataSetId, asOf).hits().forEach(hit -> before.add(BookingKey.of(hit.booking())));
        return new Effect(
                all.planId(),
                asOf,
                all.disruptions(),
                all.standing(),
                all.bookings(),
                all.hits().stream()
                        .filter(hit -> !before.contains(BookingKey.of(hit.booking())))
                        .toList());
    }

    /**
     * {@return whether the effect of the open disruptions is known already, so that asking for it takes no time}
     *
     * @param dataSetId the data set
     * @param asOf the day
     */
    boolean isKnown(String dataSetId, LocalDate asOf) {
        return effects.getIfPresent(asked(dataSetId, asOf, List.of()).question()) != null;
    }

    /**
     * A question with what it is made of.
     *
     * @param published the published plan
     * @param live its rows
     * @param selection the disruptions
     * @param question the question
     */
    private record Asked(StoredPlan published, LivePlan live, Selection selection, Question question) {}

    private Asked asked(String dataSetId, LocalDate asOf, List<Disruption> more) {
        StoredPlan published = plans.findPublished(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "nothing-published",
                        "Data set '" + dataSetId + "' has no published plan that could be disrupted; publish one."));
        LivePlan live = livePlans.get(published.id());
        List<RecordedDisruption> open = new ArrayList<>(disruptions.list(dataSetId, State.OPEN));
        more.forEach(
                row -> open.add(new RecordedDisruption(dataSetId, row, State.OPEN, null, null, Instant.EPOCH, "")));
        Selection selection = Selection.of(open, disruptions.list(dataSetId, State.APPLIED), null, live.plan());
        return new Asked(published, live, selection, new Question(published.id(), asOf, selection.all()));
    }

    private Effect of(Asked asked) {
        return effects.get(asked.question(), question -> {
            StoredPlan published = asked.published();
            LivePlan live = asked.live();
            LocalDate asOf = question.asOf();
            DataSet dataSet = livePlans.dataSet(dataSets.revision(published.dataSetId(), published.revision()));
            Set<BookingKey> broken = service.effect(
                            dataSet, live.plan(), question.disruptions(), asOf, ruleSets.resolve(published.ruleSetId()))
                    .broken();
            return new Effect(
                    published.id(),
                    asOf,
                    asked.selection().asked().size(),
                    asked.selection().standing().size(),
                    (int) live.plan().bookings().stream()
                            .filter(booking ->
                                    booking.counts() && !booking.date().isBefore(asOf))
                            .count(),
                    hits(live, broken));
        });
    }

    private static List<Hit> hits(LivePlan live, Set<BookingKey> broken) {
        List<Hit> hits = new ArrayList<>();
        Set<BookingKey> left = new HashSet<>(broken);
        for (Booking booking : live.plan().bookings()) {
            if (booking.counts() && left.remove(BookingKey.of(booking))) {
                StaffMember person = live.staffById().get(booking.staffId());
                hits.add(new Hit(
                        booking, person == null ? "" : person.teamId(), person == null ? "" : live.bcuOf(person)));
            }
        }
        return List.copyOf(hits);
    }
}
