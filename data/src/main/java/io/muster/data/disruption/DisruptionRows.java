package io.muster.data.disruption;

import io.muster.data.model.Absence;
import io.muster.data.model.CapacityChange;
import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.StaffMember;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Transfer;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.Disruption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a data set that disruptions add or change. */
final class DisruptionRows {
    /** How far an open end lies beyond the programme: rest (H07) looks at the day before and the day after. */
    private static final int OPEN_END_YEARS = 1;

    private final DataSet dataSet;
    private final List<TrainerAbsence> trainerAbsences;
    private final List<RoomClosure> roomClosures;
    private final List<OperationalDemand> demand;
    private final List<Absence> absences;
    private final List<CapacityChange> capacityChanges;
    private final List<Disruption> moves = new ArrayList<>();
    private final Map<String, LocalDate> leavesByStaff = new HashMap<>();
    private final Map<String, LocalDate> releaseByModule = new HashMap<>();

    DisruptionRows(DataSet dataSet) {
        this.dataSet = dataSet;
        this.trainerAbsences = new ArrayList<>(dataSet.trainerAbsences());
        this.roomClosures = new ArrayList<>(dataSet.roomClosures());
        this.demand = new ArrayList<>(dataSet.demand());
        this.absences = new ArrayList<>(dataSet.absences());
        this.capacityChanges = new ArrayList<>(dataSet.capacityChanges());
    }

    /** A period of days, both inclusive. */
    private record Days(LocalDate from, LocalDate to) {}

    void add(Disruption disruption) {
        String subject = disruption.subject();
        switch (disruption.kind()) {
            case TRAINER_ABSENT -> {
                Days days = days(disruption);
                trainerAbsences.add(new TrainerAbsence(subject, days.from(), days.to(), reason(disruption)));
            }
            case ROOM_CLOSED -> close(subject, disruption);
            case VENUE_CLOSED -> {
                for (Room room : dataSet.rooms()) {
                    if (room.venueId().equals(subject)) {
                        close(room.id(), disruption);
                    }
                }
            }
            case TEAM_CAP -> addDemand(new DemandScope(DemandScope.Kind.TEAM, subject), disruption);
            case DEMAND -> addDemand(scope(disruption), disruption);
            case STAFF_ABSENT -> addAbsence(disruption);
            case STAFF_LEFT -> leavesByStaff.merge(subject, Cells.start(disruption), DisruptionRows::earlier);
            case STAFF_MOVED -> moves.add(disruption);
            case ROOM_CAPACITY -> {
                int capacity = Integer.parseInt(Cells.value(disruption));
                if (capacity == 0) {
                    close(subject, disruption);
                } else {
                    Days days = days(disruption);
                    capacityChanges.add(new CapacityChange(subject, days.from(), days.to(), capacity));
                }
            }
            case MODULE_RELEASE ->
                releaseByModule.merge(subject, LocalDate.parse(Cells.value(disruption)), DisruptionRows::later);
            case STAFF_JOINED, SESSION_CANCELLED, NO_SHOW -> {
                // The person is in the data set; sessions and no-shows are the plan's.
            }
        }
    }

    private void close(String roomId, Disruption disruption) {
        Days days = days(disruption);
        roomClosures.add(new RoomClosure(roomId, days.from(), days.to(), reason(disruption)));
    }

    private void addDemand(DemandScope scope, Disruption disruption) {
        Days days = days(disruption);
        BigDecimal factor = new BigDecimal(Cells.value(disruption));
        String note = disruption.note();
        String name = note == null ? disruption.kind().name() : note;
        demand.add(new OperationalDemand(scope, days.from(), days.to(), factor, name));
    }

    private static DemandScope scope(Disruption disruption) {
        DemandScope scope = DemandScope.parse(disruption.subject());
        if (scope == null) {
            throw new IllegalArgumentException("Disruption " + disruption.id() + " has the demand scope "
                    + disruption.subject() + ". Maybe ALL, BCU:x, FUNCTION:x or TEAM:x?");
        }
        return scope;
    }

    private void addAbsence(Disruption disruption) {
        String from = disruption.from();
        String to = disruption.to();
        LocalDateTime start = from == null ? null : LocalDateTime.parse(from);
        LocalDateTime end = to == null ? null : LocalDateTime.parse(to);
        Days open = openEnded(start == null ? null : start.toLocalDate(), end == null ? null : end.toLocalDate());
        absences.add(new Absence(
                disruption.subject(),
                start == null ? open.from().atStartOfDay() : start,
                end == null ? open.to().plusDays(1).atStartOfDay() : end,
                reason(disruption)));
    }

    private Days days(Disruption disruption) {
        String from = disruption.from();
        String to = disruption.to();
        return openEnded(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    /** An open end lies beyond the programme, and beyond the other end. */
    private Days openEnded(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate before = dataSet.programme().firstDay().minusYears(OPEN_END_YEARS);
        LocalDate after = dataSet.programme().lastDay().plusYears(OPEN_END_YEARS);
        return new Days(
                from != null ? from : to == null ? before : earlier(before, to.minusDays(1)),
                to != null ? to : from == null ? after : later(after, from));
    }

    /** A code: a note may say more than everybody is to know. */
    private static String reason(Disruption disruption) {
        return disruption.kind().name();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other.isAfter(one) ? other : one;
    }

    DataSet dataSetAsOf(LocalDate asOf) {
        return new DataSet(
                asOf(dataSet.programme(), asOf),
                dataSet.modules().stream().map(this::released).toList(),
                dataSet.teams(),
                dataSet.patterns(),
                leavesByStaff.isEmpty()
                        ? dataSet.staff()
                        : dataSet.staff().stream().map(this::leaving).toList(),
                dataSet.completions(),
                absences,
                demand,
                dataSet.calendar(),
                dataSet.venues(),
                dataSet.rooms(),
                roomClosures,
                dataSet.trainers(),
                trainerAbsences,
                transfers(),
                capacityChanges);
    }

    /** One transfer a person and day, by person and day. */
    private List<Transfer> transfers() {
        record PersonDay(String staffId, LocalDate from) {}
        Map<PersonDay, Transfer> byPersonDay = new HashMap<>();
        for (Transfer transfer : dataSet.transfers()) {
            byPersonDay.put(new PersonDay(transfer.staffId(), transfer.from()), transfer);
        }
        moves.sort(Comparator.comparing(Disruption::id, CodePointOrder.COMPARATOR));
        for (Disruption move : moves) {
            LocalDate from = Cells.start(move);
            byPersonDay.put(new PersonDay(move.subject(), from), new Transfer(move.subject(), from, Cells.value(move)));
        }
        return byPersonDay.values().stream()
                .sorted(Comparator.comparing(Transfer::staffId, CodePointOrder.COMPARATOR)
                        .thenComparing(Transfer::from))
                .toList();
    }

    private TrainingModule released(TrainingModule module) {
        LocalDate release = releaseByModule.get(module.id());
        return release == null
                ? module
                : new TrainingModule(
                        module.id(),
                        module.name(),
                        module.delivery(),
                        module.slots(),
                        module.minClass(),
                        module.maxClass(),
                        module.trainers(),
                        module.internalTrainers(),
                        release,
                        module.after(),
                        module.minGapDays(),
                        module.maxGapDays(),
                        module.grouping());
    }

    private StaffMember leaving(StaffMember member) {
        LocalDate leaves = leavesByStaff.get(member.id());
        LocalDate before = member.leaves();
        if (leaves == null || (before != null && !leaves.isBefore(before))) {
            return member;
        }
        return new StaffMember(
                member.id(),
                member.teamId(),
                member.role(),
                member.rank(),
                member.employment(),
                member.status(),
                member.statusUntil(),
                member.joined(),
                leaves,
                member.patternId(),
                member.offset(),
                member.needs(),
                member.notBefore(),
                member.tags(),
                member.cohort(),
                member.priority());
    }

    private static Programme asOf(Programme programme, LocalDate asOf) {
        return new Programme(
                programme.formatVersion(),
                programme.id(),
                programme.name(),
                programme.timeZone(),
                programme.firstDay(),
                programme.lastDay(),
                asOf,
                programme.trainingWeekdays(),
                programme.slots(),
                programme.notice(),
                programme.target(),
                programme.budget(),
                programme.limits(),
                programme.travel(),
                programme.abstraction(),
                programme.prices());
    }
}
