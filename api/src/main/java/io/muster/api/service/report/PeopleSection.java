package io.muster.api.service.report;

import io.muster.api.service.report.OversightReport.AbstractionWeek;
import io.muster.api.service.report.OversightReport.Backlog;
import io.muster.api.service.report.OversightReport.Exclusion;
import io.muster.api.service.report.OversightReport.NoticeBand;
import io.muster.api.service.report.OversightReport.RestDays;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.Unbooked;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What training asks of people and teams, and who waits. */
final class PeopleSection {
    private static final String NO_SHOW = "NO_SHOW";
    /** A date in a sentence, such as {@code 5 April 2025}. */
    private static final Pattern DATE = Pattern.compile("[0-9]{1,2} \\p{L}+ [0-9]{4}");

    private PeopleSection() {}

    /** {@return abstraction by BCU and week} */
    static List<AbstractionWeek> abstraction(AbstractionLedger ledger) {
        record Key(String bcu, LocalDate week) {}
        Map<Key, long[]> sums = new TreeMap<>(
                Comparator.comparing(Key::bcu, CodePointOrder.COMPARATOR).thenComparing(Key::week));
        for (TeamDay day : ledger.days()) {
            LocalDate week = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            long[] sum = sums.computeIfAbsent(new Key(day.team().bcu(), week), key -> new long[6]);
            sum[0] += day.onDuty();
            sum[1] += day.cap();
            sum[2] += day.used();
            sum[3] += day.minutes();
            sum[4] += day.cap() > 0 && day.used() == day.cap() ? 1 : 0;
            sum[5] += day.used() > day.cap() ? 1 : 0;
        }
        List<AbstractionWeek> weeks = new ArrayList<>();
        sums.forEach((key, sum) -> weeks.add(new AbstractionWeek(
                key.bcu(),
                key.week(),
                (int) sum[0],
                (int) sum[1],
                (int) sum[2],
                sum[3],
                (int) sum[4],
                (int) sum[5],
                Percent.orNull(sum[2], sum[0]),
                Percent.orNull(sum[2], sum[1]))));
        return weeks;
    }

    /** {@return decisions that are no requirement, most people first} */
    static List<Exclusion> exclusions(PlanFacts facts) {
        record Key(String decision, String ruleId, String reason, String moduleId) {}
        LocalDate lastDay = facts.dataSet().programme().lastDay();
        Map<Key, Integer> people = new HashMap<>();
        for (ScopeDecision decision : facts.plan().scope()) {
            if (!decision.isRequirement(lastDay)) {
                String reason = DATE.matcher(decision.reason()).replaceAll("(a date)");
                people.merge(
                        new Key(decision.decision().name(), decision.ruleId(), reason, decision.moduleId()),
                        1,
                        Integer::sum);
            }
        }
        return people.entrySet().stream()
                .map(entry -> new Exclusion(
                        entry.getKey().decision(),
                        entry.getKey().ruleId(),
                        entry.getKey().reason(),
                        entry.getKey().moduleId(),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(Exclusion::people)
                        .reversed()
                        .thenComparing(Exclusion::decision)
                        .thenComparing(Exclusion::ruleId, CodePointOrder.COMPARATOR)
                        .thenComparing(Exclusion::moduleId, CodePointOrder.COMPARATOR)
                        .thenComparing(Exclusion::reason, CodePointOrder.COMPARATOR))
                .toList();
    }

    /** {@return requirements without a booking that counts, by module, BCU and reason} */
    static List<Backlog> backlog(PlanFacts facts) {
        record Key(String moduleId, String bcu, String reason) {}
        Map<BookingKey, String> reasons = new HashMap<>();
        for (Unbooked unbooked : facts.plan().unbooked()) {
            reasons.put(new BookingKey(unbooked.staffId(), unbooked.moduleId()), unbooked.reason());
        }
        Set<BookingKey> booked = new HashSet<>();
        for (Booking booking : facts.bookings()) {
            if (booking.counts()) {
                booked.add(BookingKey.of(booking));
            } else if (booking.status() == Booking.Status.NO_SHOW) {
                reasons.put(BookingKey.of(booking), NO_SHOW);
            }
        }
        Map<Key, int[]> sums = new TreeMap<>(Comparator.comparing(Key::moduleId, CodePointOrder.COMPARATOR)
                .thenComparing(Key::bcu, CodePointOrder.COMPARATOR)
                .thenComparing(Key::reason, CodePointOrder.COMPARATOR));
        for (ScopeDecision requirement : facts.requirements()) {
            BookingKey key = new BookingKey(requirement.staffId(), requirement.moduleId());
            if (!booked.contains(key)) {
                int[] sum = sums.computeIfAbsent(
                        new Key(
                                requirement.moduleId(),
                                facts.bcuOf(requirement.staffId()),
                                reasons.getOrDefault(key, "UNKNOWN")),
                        ignored -> new int[2]);
                sum[0]++;
                sum[1] += requirement.priority() > 0 ? 1 : 0;
            }
        }
        List<Backlog> backlog = new ArrayList<>();
        sums.forEach((key, sum) -> backlog.add(new Backlog(key.moduleId(), key.bcu(), key.reason(), sum[0], sum[1])));
        return backlog;
    }

    /** {@return the notice bands of the data set, longest notice first, with the changes that fall into each} */
    static List<NoticeBand> noticeBands(PlanFacts facts) {
        List<NoticeBand> bands = new ArrayList<>();
        for (ChangeBand band : facts.dataSet().programme().prices().changeBands()) {
            int changes = 0;
            long pence = 0;
            Set<String> people = new HashSet<>();
            for (Change change : facts.plan().changes()) {
                if (change.noticeBand() == band.minDays() && change.oldDate() != null) {
                    changes++;
                    pence += change.pence();
                    people.add(change.staffId());
                }
            }
            bands.add(new NoticeBand(band.minDays(), band.factor(), changes, people.size(), pence));
        }
        return bands;
    }

    /** {@return training on rest days; notice counts from a day to the training's} */
    static RestDays restDays(PlanFacts facts, LocalDate toldOn) {
        record PersonDay(String staffId, LocalDate date) {}
        Programme programme = facts.dataSet().programme();
        Rota rota = new Rota(facts.dataSet());
        Set<PersonDay> days = new HashSet<>();
        int shortNotice = 0;
        for (Booking booking : facts.bookings()) {
            StaffMember person = facts.staff(booking.staffId());
            Team team = rota.teamOn(person, booking.date());
            if (booking.counts()
                    && rota.dutyOn(person, team, booking.date()).isRestDay()
                    && days.add(new PersonDay(person.id(), booking.date()))) {
                long notice = ChronoUnit.DAYS.between(toldOn, booking.date());
                shortNotice += notice < programme.notice().frozenDays() ? 1 : 0;
            }
        }
        return new RestDays(
                days.size(),
                shortNotice,
                days.size() - shortNotice,
                days.size() * programme.prices().restDay());
    }
}
