package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.Amount;
import io.muster.api.service.report.OversightReport.CompletionGroup;
import io.muster.api.service.report.OversightReport.CompletionWeek;
import io.muster.api.service.report.OversightReport.Dimension;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Completion against trajectory. */
final class CompletionSection {
    private final PlanFacts facts;
    private final List<LocalDate> weeks;
    private final int[] passedBy;
    private final Map<BookingKey, Booking> bookedBy = new HashMap<>();
    private final Map<Dimension, Map<String, Group>> groups = new TreeMap<>();

    private CompletionSection(PlanFacts facts) {
        this.facts = facts;
        weeks = facts.weeks();
        passedBy = new int[weeks.size()];
        for (int w = 0; w < passedBy.length; w++) {
            LocalDate end = weeks.get(w).plusWeeks(1);
            passedBy[w] = (int) facts.trainingDays().stream()
                    .filter(day -> day.isBefore(end))
                    .count();
        }
        for (Booking booking : facts.bookings()) {
            if (booking.counts()) {
                bookedBy.put(BookingKey.of(booking), booking);
            }
        }
    }

    /** {@return everybody, then each BCU, module and role, each with its weeks} */
    static List<CompletionGroup> of(PlanFacts facts) {
        return new CompletionSection(facts).groups();
    }

    /** {@return share of requirements booked or attended up to a day} */
    static BigDecimal bookedBy(PlanFacts facts, LocalDate day) {
        CompletionSection section = new CompletionSection(facts);
        List<ScopeDecision> requirements = facts.requirements();
        long booked = requirements.stream()
                .map(section::bookingOf)
                .filter(booking -> booking != null && !booking.date().isAfter(day))
                .count();
        return Percent.of(booked, requirements.size());
    }

    private List<CompletionGroup> groups() {
        group(Dimension.ALL, "");
        for (TrainingModule module : facts.dataSet().modules()) {
            group(Dimension.MODULE, module.id());
        }
        Map<String, List<ScopeDecision>> byStaff = new TreeMap<>(CodePointOrder.COMPARATOR);
        for (ScopeDecision requirement : facts.requirements()) {
            byStaff.computeIfAbsent(requirement.staffId(), id -> new ArrayList<>())
                    .add(requirement);
        }
        byStaff.forEach(this::add);
        for (ScopeDecision decision : facts.plan().scope()) {
            if (decision.decision() == Decision.CREDITED) {
                groupsOf(decision.staffId()).forEach(group -> group.credited++);
                group(Dimension.MODULE, decision.moduleId()).credited++;
            }
        }
        List<CompletionGroup> result = new ArrayList<>();
        groups.forEach((dimension, byName) -> byName.forEach((name, group) -> result.add(group.view(dimension, name))));
        return result;
    }

    private void add(String staffId, List<ScopeDecision> requirements) {
        List<Group> own = groupsOf(staffId);
        int booked = 0;
        int attended = 0;
        for (ScopeDecision requirement : requirements) {
            int halfDays = facts.module(requirement.moduleId()).slots();
            Booking booking = bookingOf(requirement);
            int bookedIn = booking == null ? Integer.MAX_VALUE : week(booking.date());
            int attendedIn =
                    booking != null && booking.status() == Booking.Status.ATTENDED ? bookedIn : Integer.MAX_VALUE;
            booked = Math.max(booked, bookedIn);
            attended = Math.max(attended, attendedIn);
            own.forEach(group -> group.require(halfDays, bookedIn, attendedIn));
            Group module = group(Dimension.MODULE, requirement.moduleId());
            module.require(halfDays, bookedIn, attendedIn);
            module.head(bookedIn, attendedIn);
        }
        for (Group group : own) {
            group.head(booked, attended);
        }
    }

    private @Nullable Booking bookingOf(ScopeDecision requirement) {
        return bookedBy.get(new BookingKey(requirement.staffId(), requirement.moduleId()));
    }

    private List<Group> groupsOf(String staffId) {
        return List.of(
                group(Dimension.ALL, ""),
                group(Dimension.BCU, facts.bcuOf(staffId)),
                group(Dimension.ROLE, facts.staff(staffId).role()));
    }

    private Group group(Dimension dimension, String name) {
        Comparator<String> order = dimension == Dimension.MODULE
                ? Comparator.<String>comparingInt(this::modulePosition)
                : CodePointOrder.COMPARATOR;
        return groups.computeIfAbsent(dimension, key -> new TreeMap<>(order)).computeIfAbsent(name, key -> new Group());
    }

    private int modulePosition(String moduleId) {
        return facts.dataSet().modules().indexOf(facts.module(moduleId));
    }

    private int week(LocalDate date) {
        long week = ChronoUnit.WEEKS.between(weeks.get(0), date);
        return (int) Math.max(0, Math.min(weeks.size() - 1L, week));
    }

    /** Sums of a group; what is booked and attended, by week. Mutable. */
    private final class Group {
        private int heads;
        private int requirements;
        private int halfDays;
        private int credited;
        private final int[][] booked = new int[3][weeks.size()];
        private final int[][] attended = new int[3][weeks.size()];

        void require(int slots, int bookedIn, int attendedIn) {
            requirements++;
            halfDays += slots;
            add(booked, bookedIn, slots);
            add(attended, attendedIn, slots);
        }

        void head(int bookedIn, int attendedIn) {
            heads++;
            if (bookedIn < weeks.size()) {
                booked[0][bookedIn]++;
            }
            if (attendedIn < weeks.size()) {
                attended[0][attendedIn]++;
            }
        }

        private void add(int[][] sums, int week, int slots) {
            if (week < weeks.size()) {
                sums[1][week]++;
                sums[2][week] += slots;
            }
        }

        CompletionGroup view(Dimension dimension, String name) {
            List<CompletionWeek> rows = new ArrayList<>();
            int[] bookedSoFar = new int[3];
            int[] attendedSoFar = new int[3];
            for (int w = 0; w < weeks.size(); w++) {
                for (int i = 0; i < 3; i++) {
                    bookedSoFar[i] += booked[i][w];
                    attendedSoFar[i] += attended[i][w];
                }
                rows.add(new CompletionWeek(
                        weeks.get(w),
                        new Amount(due(heads, w), due(requirements, w), due(halfDays, w)),
                        amount(bookedSoFar),
                        amount(attendedSoFar)));
            }
            return new CompletionGroup(
                    dimension,
                    name,
                    new Amount(heads, requirements, halfDays),
                    credited,
                    amount(bookedSoFar),
                    amount(attendedSoFar),
                    Percent.of(bookedSoFar[1], requirements),
                    Percent.of(attendedSoFar[1], requirements),
                    rows);
        }

        private int due(int whole, int week) {
            int days = facts.trainingDays().size();
            return days == 0 ? 0 : (int) ((long) whole * passedBy[week] / days);
        }

        private static Amount amount(int[] sums) {
            return new Amount(sums[0], sums[1], sums[2]);
        }
    }
}
