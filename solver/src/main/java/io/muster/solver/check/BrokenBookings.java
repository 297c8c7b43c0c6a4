package io.muster.solver.check;

import io.muster.data.model.DataSet;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.catalogue.TrainingConstraint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the bookings of a published plan that disruptions broke (DATASET.md section 5, last paragraph), by the auditor's
 * own rules. How the unclear points are read is in {@code docs/AUDIT.md}.
 */
public final class BrokenBookings {

    private static final Comparator<BookingKey> BY_KEY = Comparator.comparing(
                    BookingKey::staffId, CodePointOrder.COMPARATOR)
            .thenComparing(BookingKey::moduleId, CodePointOrder.COMPARATOR);

    private final DataIndex index;
    private final PlanIndex plan;
    private final OrderRule order;
    private final BitSet broken = new BitSet();
    private final Deque<PlacedBooking> toFollow = new ArrayDeque<>();
    private final Map<String, List<Person>> peopleByCohort = new HashMap<>();

    private BrokenBookings(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
        this.order = new OrderRule(index, plan);
        for (Person person : index.people()) {
            String cohort = person.member().cohort();
            if (cohort != null) {
                peopleByCohort.computeIfAbsent(cohort, key -> new ArrayList<>()).add(person);
            }
        }
    }

    /**
     * Finds the broken bookings: those that break a hard rule of H01 to H15 or H17 once the disruptions are applied, all
     * those that break one together, those booked after a broken one that depend on it (H11), its cohort mates (H17), and
     * the void ones. Bookings dated before {@code asOf} are not broken, unless they are void.
     *
     * @param disrupted the data set with the disruptions applied; its {@code asOf} is the day of the re-plan
     * @param scope a decision for each staff member and module of it
     * @param baseline the published plan
     * @param cancelledSessions ids of sessions that may not run again: their bookings are void
     * @param voided keys of other bookings that are void
     * @return keys of baseline bookings that count, by the code points of staff member and module; never null
     */
    public static SortedSet<BookingKey> find(
            DataSet disrupted,
            List<ScopeDecision> scope,
            Plan baseline,
            Set<String> cancelledSessions,
            Set<BookingKey> voided) {
        return find(new DataIndex(disrupted), scope, baseline, cancelledSessions, voided);
    }

    static SortedSet<BookingKey> find(
            DataIndex index,
            List<ScopeDecision> scope,
            Plan baseline,
            Set<String> cancelledSessions,
            Set<BookingKey> voided) {
        SortedSet<BookingKey> keys = new TreeSet<>(BY_KEY);
        List<Booking> standing = new ArrayList<>(baseline.bookings().size());
        for (Booking booking : baseline.bookings()) {
            if (booking.counts()) {
                String sessionId = booking.sessionId();
                BookingKey key = BookingKey.of(booking);
                if (voided.contains(key) || (sessionId != null && cancelledSessions.contains(sessionId))) {
                    keys.add(key);
                } else {
                    standing.add(booking);
                }
            }
        }
        Plan rest = new Plan(scope, baseline.sessions(), standing, List.of(), List.of(), null);
        long asOf = index.programme().asOf().toEpochDay();
        PlanIndex plan = new PlanIndex(index, rest, new BaselineIndex(index, null), (booking, cell, day) -> day < asOf);
        BrokenBookings search = new BrokenBookings(index, plan);
        search.checkRules();
        search.checkReferences(keys);
        search.follow();
        search.broken.stream()
                .forEach(cell -> keys.add(new BookingKey(
                        index.personOf(cell).id(), index.moduleOf(cell).id())));
        return Collections.unmodifiableSortedSet(keys);
    }

    private void checkRules() {
        Breaches mark = (rule, points, subject, message, bookings) -> bookings.forEach(this::mark);
        Map<Person, List<PlacedBooking>> leaving = new TreeMap<>(Comparator.comparingInt(Person::position));
        new BookingRules(index, plan).check((rule, points, subject, message, bookings) -> {
            bookings.forEach(this::mark);
            if (isOfDate(rule)) {
                bookings.forEach(booking -> leaving.computeIfAbsent(booking.person(), key -> new ArrayList<>())
                        .add(booking));
            }
        });
        new StaffDayRules(index, plan).check(mark);
        new RestRule(index, plan.staffDays()).check(mark);
        new RestRule(index, daysWithout(leaving)).check(mark);
        order.check(mark);
        new AbstractionRule(index, plan).check(mark);
        new SessionRules(index, plan).check(mark);
        new TrainerRules(index, plan).check(mark);
        new CohortRule(index, plan).check(mark);
    }

    /** {@return whether a booking that breaks the rule cannot stay on its date and slots, in any room with any trainer} */
    private static boolean isOfDate(TrainingConstraint rule) {
        return rule == TrainingConstraint.H01_SCOPE
                || rule == TrainingConstraint.H05_DUTY
                || rule == TrainingConstraint.H06_ABSENCE;
    }

    /** {@return the days of people without their bookings that cannot stay: their duty of that day is back} */
    private List<StaffDay> daysWithout(Map<Person, List<PlacedBooking>> leaving) {
        List<StaffDay> days = new ArrayList<>();
        leaving.forEach((person, bookings) -> {
            List<PlacedBooking> own = plan.bookingsOf(person);
            own.removeAll(bookings);
            PlanIndex.addDays(own, days);
        });
        return days;
    }

    /** Bookings of people, modules or sessions that nobody knows any more cannot stay either. */
    private void checkReferences(Set<BookingKey> keys) {
        int row = 0;
        for (Booking booking : plan.plan().bookings()) {
            boolean past = booking.date().isBefore(index.programme().asOf());
            if (plan.cellOfBooking(row++) == CellFinder.UNKNOWN && !past) {
                keys.add(BookingKey.of(booking));
            }
        }
        for (PlacedBooking booking : plan.bookings()) {
            if (booking.session() == null && booking.needsSession()) {
                mark(booking);
            }
        }
    }

    private void mark(PlacedBooking booking) {
        if (!booking.past() && !broken.get(booking.cell())) {
            broken.set(booking.cell());
            toFollow.add(booking);
        }
    }

    /** Adds what depends on broken bookings, until nothing does. */
    private void follow() {
        while (!toFollow.isEmpty()) {
            PlacedBooking booking = toFollow.remove();
            followOrder(booking);
            followCohort(booking);
        }
    }

    private void followOrder(PlacedBooking booking) {
        String moduleId = booking.module().id();
        for (PlacedBooking later : plan.bookingsOf(booking.person())) {
            if (later.module().after().contains(moduleId)
                    && booking.endsBefore(later)
                    && !order.isSettled(booking.cell())) {
                mark(later);
            }
        }
    }

    private void followCohort(PlacedBooking booking) {
        String cohort = booking.person().member().cohort();
        if (cohort != null && CohortRule.isCohortModule(booking.module())) {
            for (Person mate : peopleByCohort.getOrDefault(cohort, List.of())) {
                plan.bookingsOf(index.cellOf(mate, booking.module().id())).forEach(this::mark);
            }
        }
    }
}
