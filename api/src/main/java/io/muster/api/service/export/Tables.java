package io.muster.api.service.export;

import io.muster.api.service.report.AbstractionLedger;
import io.muster.api.service.report.PlanFacts;
import io.muster.api.service.report.Sight;
import io.muster.data.io.Sheet;
import io.muster.data.model.Programme;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.Booking;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a plan as somebody sees them. */
final class Tables {
    private final PlanFacts facts;
    private final Sight sight;
    private final Map<String, Programme.Slot> slots;

    /**
     * Tables of a plan.
     *
     * @param facts the plan
     * @param sight whose rows are seen
     */
    Tables(PlanFacts facts, Sight sight) {
        this.facts = facts;
        this.sight = sight;
        slots = facts.dataSet().programme().slots().stream()
                .collect(Collectors.toMap(Programme.Slot::id, slot -> slot));
    }

    /** {@return the table of a name, other than those of reports} */
    Sheet table(TableName name, Supplier<AbstractionLedger> ledger) {
        return switch (name) {
            case BOOKINGS -> bookings();
            case SESSIONS -> sessions();
            case UNBOOKED -> unbooked();
            case SCOPE -> scope();
            case CHANGES -> changes();
            case DUTY_MANAGEMENT -> dutyManagement();
            case ABSTRACTION -> abstraction(ledger.get());
            case ABSTRACTION_PUBLIC -> publicAbstraction(ledger.get());
        };
    }

    private Sheet bookings() {
        return sheet(
                TableName.BOOKINGS,
                List.of(
                        "staff",
                        "team",
                        "bcu",
                        "module",
                        "module_name",
                        "session",
                        "date",
                        "slots",
                        "start",
                        "end",
                        "venue",
                        "room",
                        "status"),
                facts.bookings().stream()
                        .filter(booking -> sees(booking.staffId()))
                        .map(booking -> {
                            SessionRow session =
                                    booking.sessionId() == null ? null : facts.session(booking.sessionId());
                            return row(
                                    booking.staffId(),
                                    facts.staff(booking.staffId()).teamId(),
                                    facts.bcuOf(booking.staffId()),
                                    booking.moduleId(),
                                    facts.module(booking.moduleId()).name(),
                                    booking.sessionId(),
                                    booking.date(),
                                    String.join(";", booking.slotIds()),
                                    start(booking.slotIds()),
                                    end(booking.slotIds()),
                                    session == null ? null : session.venueId(),
                                    session == null ? null : session.roomId(),
                                    booking.status());
                        }));
    }

    private Sheet sessions() {
        Set<String> seen = new HashSet<>();
        for (Booking booking : facts.bookings()) {
            if (booking.sessionId() != null && sees(booking.staffId())) {
                seen.add(booking.sessionId());
            }
        }
        return sheet(
                TableName.SESSIONS,
                List.of(
                        "session",
                        "module",
                        "module_name",
                        "date",
                        "slots",
                        "start",
                        "end",
                        "room",
                        "venue",
                        "trainers",
                        "capacity",
                        "booked",
                        "status"),
                facts.plan().sessions().stream()
                        .filter(session -> sight.bcu() == null || seen.contains(session.id()))
                        .map(session -> row(
                                session.id(),
                                session.moduleId(),
                                facts.module(session.moduleId()).name(),
                                session.date(),
                                String.join(";", session.slotIds()),
                                start(session.slotIds()),
                                end(session.slotIds()),
                                session.roomId(),
                                session.venueId(),
                                String.join(";", session.trainerIds()),
                                session.capacity(),
                                session.booked(),
                                session.status())));
    }

    private Sheet unbooked() {
        Map<String, Integer> priorities = new HashMap<>();
        for (ScopeDecision decision : facts.plan().scope()) {
            if (decision.priority() > 0) {
                priorities.put(decision.staffId() + " " + decision.moduleId(), decision.priority());
            }
        }
        return sheet(
                TableName.UNBOOKED,
                List.of("staff", "team", "bcu", "module", "priority", "reason", "detail"),
                facts.plan().unbooked().stream()
                        .filter(row -> sees(row.staffId()))
                        .map(row -> row(
                                row.staffId(),
                                facts.staff(row.staffId()).teamId(),
                                facts.bcuOf(row.staffId()),
                                row.moduleId(),
                                priorities.getOrDefault(row.staffId() + " " + row.moduleId(), 0),
                                row.reason(),
                                row.detail())));
    }

    private Sheet scope() {
        return sheet(
                TableName.SCOPE,
                List.of(
                        "staff",
                        "team",
                        "bcu",
                        "module",
                        "decision",
                        "rule",
                        "reason",
                        "priority",
                        "earliest",
                        "latest"),
                facts.plan().scope().stream()
                        .filter(row -> sees(row.staffId()))
                        .map(row -> row(
                                row.staffId(),
                                facts.staff(row.staffId()).teamId(),
                                facts.bcuOf(row.staffId()),
                                row.moduleId(),
                                row.decision(),
                                row.ruleId(),
                                row.reason(),
                                row.priority(),
                                row.earliest(),
                                row.latest())));
    }

    private Sheet changes() {
        return sheet(
                TableName.CHANGES,
                List.of(
                        "staff",
                        "team",
                        "bcu",
                        "module",
                        "old_session",
                        "old_date",
                        "new_session",
                        "new_date",
                        "reason",
                        "disruption",
                        "notice_days",
                        "notice_band",
                        "pence"),
                facts.plan().changes().stream()
                        .filter(row -> sees(row.staffId()))
                        .map(row -> row(
                                row.staffId(),
                                facts.staff(row.staffId()).teamId(),
                                facts.bcuOf(row.staffId()),
                                row.moduleId(),
                                row.oldSessionId(),
                                row.oldDate(),
                                row.newSessionId(),
                                row.newDate(),
                                row.reason(),
                                row.disruptionId(),
                                row.noticeDays(),
                                row.noticeBand(),
                                row.pence())));
    }

    /** A row for each slot of each booking that counts, as a duty management system takes them in. */
    private Sheet dutyManagement() {
        record Duty(Booking booking, Programme.Slot slot) {}
        Stream<Duty> duties = facts.bookings().stream()
                .filter(booking -> booking.counts() && sees(booking.staffId()))
                .flatMap(booking -> booking.slotIds().stream().map(slot -> new Duty(booking, slot(slot))))
                .sorted(Comparator.comparing((Duty duty) -> duty.booking().staffId(), CodePointOrder.COMPARATOR)
                        .thenComparing(duty -> duty.booking().date())
                        .thenComparing(duty -> duty.slot().start()));
        return sheet(
                TableName.DUTY_MANAGEMENT,
                List.of("person", "date", "duty", "start", "end", "minutes"),
                duties.map(duty -> row(
                        duty.booking().staffId(),
                        duty.booking().date(),
                        activity(facts.module(duty.booking().moduleId())),
                        duty.slot().start(),
                        duty.slot().end(),
                        (duty.slot().end().toSecondOfDay() - duty.slot().start().toSecondOfDay()) / 60)));
    }

    /** Training, or protected learning time for what is learnt alone. */
    private static String activity(TrainingModule module) {
        return (module.delivery() == Delivery.DIGITAL ? "PLT-" : "TRG-") + module.id();
    }

    private Sheet abstraction(AbstractionLedger ledger) {
        return sheet(
                TableName.ABSTRACTION,
                List.of("team", "bcu", "date", "on_duty", "absent", "cap", "used", "headroom", "minutes"),
                sight.days(ledger).stream()
                        .map(day -> row(
                                day.team().id(),
                                day.team().bcu(),
                                day.date(),
                                day.onDuty(),
                                day.absent(),
                                day.cap(),
                                day.used(),
                                day.headroom(),
                                day.minutes())));
    }

    private Sheet publicAbstraction(AbstractionLedger ledger) {
        return sheet(
                TableName.ABSTRACTION_PUBLIC,
                List.of(
                        "Month",
                        "BCU",
                        "Borough",
                        "Borough Code",
                        "Team",
                        "Abstracted from Duty",
                        "Abstraction Type",
                        "Abstracted Minutes"),
                sight.published(ledger).stream()
                        .map(row -> row(
                                row.month(),
                                row.bcu(),
                                row.borough(),
                                row.boroughCode(),
                                row.team(),
                                row.abstractedFromDuty(),
                                row.abstractionType(),
                                row.abstractedMinutes())));
    }

    private boolean sees(String staffId) {
        return sight.bcu() == null || sight.sees(facts.bcuOf(staffId));
    }

    private LocalTime start(List<String> slotIds) {
        return slot(slotIds.get(0)).start();
    }

    private LocalTime end(List<String> slotIds) {
        return slot(slotIds.get(slotIds.size() - 1)).end();
    }

    private Programme.Slot slot(String id) {
        Programme.Slot slot = slots.get(id);
        if (slot == null) {
            throw new IllegalStateException("Slot " + id + " is unknown. Maybe the plan is of another data set.");
        }
        return slot;
    }

    private static Sheet sheet(TableName name, List<String> columns, Stream<List<@Nullable Object>> rows) {
        return new Sheet(name.text(), columns, rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
