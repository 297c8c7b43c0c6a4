package io.muster.solver.support;

import io.muster.data.model.Absence;
import io.muster.data.model.CapacityChange;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Data sets that differ from another one in a single respect. */
public final class DataSets {

    private DataSets() {}

    /** {@return the data set as of another day} */
    public static DataSet asOf(DataSet data, LocalDate asOf) {
        Programme p = data.programme();
        return copy(data, programme(p, asOf, p.limits()), data.transfers(), data.capacityChanges());
    }

    /** {@return the data set with another least rest} */
    public static DataSet minRestHours(DataSet data, String hours) {
        Programme p = data.programme();
        Programme.Limits l = p.limits();
        Programme.Limits limits = new Programme.Limits(
                new BigDecimal(hours), l.maxTrainingDaysPerStaffPerWeek(), l.maxTravelMinutes(), l.restDayTraining());
        return copy(data, programme(p, p.asOf(), limits), data.transfers(), data.capacityChanges());
    }

    /** {@return the staff member, leaving on a day} */
    public static StaffMember leaving(StaffMember p, LocalDate day) {
        return new StaffMember(
                p.id(),
                p.teamId(),
                p.role(),
                p.rank(),
                p.employment(),
                p.status(),
                p.statusUntil(),
                p.joined(),
                day,
                p.patternId(),
                p.offset(),
                p.needs(),
                p.notBefore(),
                p.tags(),
                p.cohort(),
                p.priority());
    }

    /** {@return the data set with these people and absences} */
    public static DataSet people(DataSet data, List<StaffMember> staff, List<Absence> absences) {
        return new DataSet(
                data.programme(),
                data.modules(),
                data.teams(),
                data.patterns(),
                staff,
                data.completions(),
                absences,
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences());
    }

    /** {@return the data set with these transfers and changes of capacity} */
    public static DataSet with(DataSet data, List<Transfer> transfers, List<CapacityChange> capacityChanges) {
        return copy(data, data.programme(), transfers, capacityChanges);
    }

    private static Programme programme(Programme p, LocalDate asOf, Programme.Limits limits) {
        return new Programme(
                p.formatVersion(),
                p.id(),
                p.name(),
                p.timeZone(),
                p.firstDay(),
                p.lastDay(),
                asOf,
                p.trainingWeekdays(),
                p.slots(),
                p.notice(),
                p.target(),
                p.budget(),
                limits,
                p.travel(),
                p.abstraction(),
                p.prices());
    }

    private static DataSet copy(
            DataSet data, Programme programme, List<Transfer> transfers, List<CapacityChange> capacityChanges) {
        return new DataSet(
                programme,
                data.modules(),
                data.teams(),
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences(),
                transfers,
                capacityChanges);
    }
}
