package io.muster.solver.support;

import io.muster.data.model.CapacityChange;
import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Transfer;
import java.time.LocalDate;
import java.util.List;

/** Data sets that differ from another one in a single respect. */
public final class DataSets {

    private DataSets() {}

    /** {@return the data set as of another day} */
    public static DataSet asOf(DataSet data, LocalDate asOf) {
        Programme p = data.programme();
        Programme programme = new Programme(
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
                p.limits(),
                p.travel(),
                p.abstraction(),
                p.prices());
        return copy(data, programme, data.transfers(), data.capacityChanges());
    }

    /** {@return the data set with these transfers and changes of capacity} */
    public static DataSet with(DataSet data, List<Transfer> transfers, List<CapacityChange> capacityChanges) {
        return copy(data, data.programme(), transfers, capacityChanges);
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
