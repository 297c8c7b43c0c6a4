package io.muster.solver.explain;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Duties and absences of staff members in words' detail: dates and times (DATASET.md section 2, "Working interval"). */
final class DutyTimes {

    private final DataSet dataSet;
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, ShiftPattern> patterns = new HashMap<>();
    private final Map<String, List<Absence>> absences = new HashMap<>();
    private final Map<String, List<Transfer>> transfers = new HashMap<>();

    DutyTimes(DataSet dataSet) {
        this.dataSet = dataSet;
        dataSet.teams().forEach(team -> teams.put(team.id(), team));
        dataSet.patterns().forEach(pattern -> patterns.put(pattern.id(), pattern));
        for (Absence absence : dataSet.absences()) {
            absences.computeIfAbsent(absence.staffId(), id -> new ArrayList<>()).add(absence);
        }
        absences.values().forEach(list -> list.sort(Comparator.comparing(Absence::from)));
        for (Transfer transfer : dataSet.transfers()) {
            transfers
                    .computeIfAbsent(transfer.staffId(), id -> new ArrayList<>())
                    .add(transfer);
        }
        transfers.values().forEach(list -> list.sort(Comparator.comparing(Transfer::from)));
    }

    /** A stretch of work, end exclusive. */
    record Interval(LocalDateTime start, LocalDateTime end) {}

    /** {@return the absences of a staff member that overlap a stretch of time} */
    List<Absence> absencesIn(String staffId, LocalDateTime from, LocalDateTime to) {
        return absences.getOrDefault(staffId, List.of()).stream()
                .filter(absence -> absence.from().isBefore(to) && absence.to().isAfter(from))
                .toList();
    }

    /** {@return what a staff member works on a date when they are not booked; null: nothing} */
    @Nullable
    Interval worked(int staff, LocalDate date) {
        StaffMember person = dataSet.staff().get(staff);
        Duty duty = duty(person, date);
        if (!person.isDeployableOn(date) || duty.start() == null || duty.end() == null) {
            return null;
        }
        LocalDateTime start = date.atTime(duty.start());
        LocalDateTime end = date.atTime(duty.end()).plusDays(duty.end().isBefore(duty.start()) ? 1 : 0);
        LocalDateTime present = start;
        for (Absence absence : absencesIn(person.id(), start, end)) {
            if (absence.from().isAfter(present)) {
                break;
            }
            present = absence.to().isAfter(present) ? absence.to() : present;
        }
        return present.isBefore(end) ? new Interval(start, end) : null;
    }

    /** {@return the duty of a staff member on a date, deployable or not} */
    Duty duty(StaffMember person, LocalDate date) {
        String teamId = person.teamId();
        for (Transfer transfer : transfers.getOrDefault(person.id(), List.of())) {
            teamId = date.isBefore(transfer.from()) ? teamId : transfer.teamId();
        }
        Team team = known(teams, teamId);
        String own = person.patternId();
        Integer offset = person.offset();
        int inherited = own == null ? team.offset() : 0;
        return known(patterns, own == null ? team.patternId() : own).dutyOn(date, offset == null ? inherited : offset);
    }

    private static <T> T known(Map<String, T> rows, String id) {
        T row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("(" + id + ") is unknown. Maybe the data set was not checked.");
        }
        return row;
    }
}
