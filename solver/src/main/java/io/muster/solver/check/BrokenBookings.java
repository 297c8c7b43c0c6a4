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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds the bookings of a published plan that disruptions broke (DATASET.md section 5, last paragraph), by the auditor's
 * own rules. How the unclear points are read is in {@code docs/AUDIT.md}.
 */
public final class BrokenBookings {

    private static final Comparator<BookingKey> BY_KEY = Comparator.comparing(
                    BookingKey::staffId, CodePointOrder.COMPARATOR)
            .thenComparing(BookingKey::moduleId, CodePointOrder.COMPARATOR);

    private final DataIndex index;
    /** Every booking that counts. */
    private final PlanIndex published;

    private final OrderRule order;
    private final BitSet broken = new BitSet();
    private final Deque<PlacedBooking> toFollow = new ArrayDeque<>();
    private final Breaches mark = (rule, points, subject, message, bookings) -> bookings.forEach(this::mark);
    private final Map<String, List<Person>> peopleByCohort = new HashMap<>();

    private BrokenBookings(DataIndex index, PlanIndex published) {
        this.index = index;
        this.published = published;
        this.order = new OrderRule(index, published);
        for (Person person : index.people()) {
            String cohort = person.member().cohort();
            if (cohort != null) {
                peopleByCohort.computeIfAbsent(cohort, key -> new ArrayList<>()).add(person);
            }
        }
    }

    /**
     * Finds the broken bookings: the void ones; those that break a hard rule of H01 to H15 or H17 once the disruptions are
     * applied, where several break one together all of them; those booked after a broken one that depend on it (H11); its
     * cohort mates (H17); and those whose rest (H07) holds only while a broken one replaces the duty of a day beside
     * theirs. Bookings dated before {@code asOf} are not broken, unless they are void.
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
        BrokenBookings search = new BrokenBookings(index, index(index, scope, baseline));
        Set<PlacedBooking> leaving = search.leaving(cancelledSessions, voided);
        PlanIndex rest = leaving.isEmpty() ? search.published : search.published.without(leaving);
        search.judgeTogether(rest);
        search.follow();
        SortedSet<BookingKey> keys = new TreeSet<>(BY_KEY);
        search.broken.stream()
                .forEach(cell -> keys.add(new BookingKey(
                        index.personOf(cell).id(), index.moduleOf(cell).id())));
        search.addUnknown(baseline, keys);
        return Collections.unmodifiableSortedSet(keys);
    }

    /** A published plan judged by itself: what is dated before the day of the re-plan is past. */
    private static PlanIndex index(DataIndex index, List<ScopeDecision> scope, Plan baseline) {
        long asOf = index.programme().asOf().toEpochDay();
        Plan plan = new Plan(scope, baseline.sessions(), baseline.bookings(), List.of(), List.of(), null);
        return new PlanIndex(index, plan, new BaselineIndex(index, null), (booking, cell, day) -> day < asOf);
    }

    /**
     * Marks the bookings that break a rule by themselves, and the void ones.
     *
     * @return those of them that cannot stay on their date and slots in any room with any trainer
     */
    private Set<PlacedBooking> leaving(Set<String> cancelledSessions, Set<BookingKey> voided) {
        Set<PlacedBooking> leaving = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!cancelledSessions.isEmpty() || !voided.isEmpty()) {
            for (PlacedBooking booking : published.bookings()) {
                String sessionId = booking.booking().sessionId();
                if (voided.contains(booking.key()) || (sessionId != null && cancelledSessions.contains(sessionId))) {
                    leaving.add(booking);
                    add(booking);
                }
            }
        }
        new BookingRules(index, published).check((rule, points, subject, message, bookings) -> {
            bookings.forEach(this::mark);
            if (isOfDate(rule)) {
                leaving.addAll(bookings);
            }
        });
        return leaving;
    }

    /** {@return whether a booking that breaks the rule breaks it in any room with any trainer} */
    private static boolean isOfDate(TrainingConstraint rule) {
        return rule == TrainingConstraint.H01_SCOPE
                || rule == TrainingConstraint.H05_DUTY
                || rule == TrainingConstraint.H06_ABSENCE;
    }

    /** Marks the bookings that break a rule together; those that leave anyway do not count. */
    private void judgeTogether(PlanIndex rest) {
        List<Consumer<Breaches>> rules = List.of(
                new StaffDayRules(index, rest)::check,
                new RestRule(index, rest.staffDays())::check,
                new OrderRule(index, rest)::check,
                new AbstractionRule(index, rest)::check,
                new SessionRules(index, rest)::check,
                new TrainerRules(index, rest)::check,
                new CohortRule(index, rest)::check);
        // Each rule looks at the plan by itself, so they may do so at the same time.
        rules.parallelStream().map(BrokenBookings::foundBy).toList().forEach(found -> found.forEach(this::mark));
        for (PlacedBooking booking : rest.bookings()) {
            if (booking.session() == null && booking.needsSession()) {
                mark(booking);
            }
        }
    }

    private static List<PlacedBooking> foundBy(Consumer<Breaches> rule) {
        List<PlacedBooking> found = new ArrayList<>();
        rule.accept((constraint, points, subject, message, bookings) -> found.addAll(bookings));
        return found;
    }

    /** Bookings of people or modules that the data set does not have any more belong to no requirement. */
    private void addUnknown(Plan baseline, Set<BookingKey> keys) {
        int row = 0;
        for (Booking booking : baseline.bookings()) {
            if (published.cellOfBooking(row++) == CellFinder.UNKNOWN
                    && booking.counts()
                    && !booking.date().isBefore(index.programme().asOf())) {
                keys.add(BookingKey.of(booking));
            }
        }
    }

    private void mark(PlacedBooking booking) {
        if (!booking.past()) {
            add(booking);
        }
    }

    private void add(PlacedBooking booking) {
        if (!broken.get(booking.cell())) {
            broken.set(booking.cell());
            toFollow.add(booking);
        }
    }

    /** Adds what depends on broken bookings, until nothing does: without all of them, the others break no rule. */
    private void follow() {
        while (!toFollow.isEmpty()) {
            Set<Person> people = new TreeSet<>(Comparator.comparingInt(Person::position));
            while (!toFollow.isEmpty()) {
                PlacedBooking booking = toFollow.remove();
                people.add(booking.person());
                followOrder(booking);
                followCohort(booking);
            }
            followRest(people);
        }
    }

    /** Where a broken booking leaves its day, the duty of that day is back, and with it the rest to its neighbours. */
    private void followRest(Set<Person> people) {
        List<StaffDay> days = new ArrayList<>();
        for (Person person : people) {
            List<PlacedBooking> own = published.bookingsOf(person);
            own.removeIf(booking -> broken.get(booking.cell()));
            PlanIndex.addDays(own, days);
        }
        new RestRule(index, days).check(mark);
    }

    private void followOrder(PlacedBooking booking) {
        String moduleId = booking.module().id();
        for (PlacedBooking later : published.bookingsOf(booking.person())) {
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
                published.bookingsOf(index.cellOf(mate, booking.module().id())).forEach(this::mark);
            }
        }
    }
}
