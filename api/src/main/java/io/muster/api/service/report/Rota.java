package io.muster.api.service.report;

import io.muster.data.model.DataSet;
import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Teams and duties of people by date (DATASET.md section 2, "duty"). */
final class Rota {
    private final Map<String, Team> teams;
    private final Map<String, ShiftPattern> patterns;
    private final Map<String, List<Transfer>> transfers = new HashMap<>();

    Rota(DataSet dataSet) {
        teams = dataSet.teams().stream().collect(Collectors.toMap(Team::id, team -> team));
        patterns = dataSet.patterns().stream().collect(Collectors.toMap(ShiftPattern::id, pattern -> pattern));
        for (Transfer transfer : dataSet.transfers()) {
            transfers
                    .computeIfAbsent(transfer.staffId(), id -> new ArrayList<>())
                    .add(transfer);
        }
        transfers.values().forEach(list -> list.sort(Comparator.comparing(Transfer::from)));
    }

    /** {@return the team of somebody on a date} */
    Team teamOn(StaffMember person, LocalDate date) {
        String id = person.teamId();
        for (Transfer transfer : transfers.getOrDefault(person.id(), List.of())) {
            id = date.isBefore(transfer.from()) ? id : transfer.teamId();
        }
        return known(teams, id);
    }

    /** {@return the duty of somebody on a date, deployable or not} */
    Duty dutyOn(StaffMember person, Team team, LocalDate date) {
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
