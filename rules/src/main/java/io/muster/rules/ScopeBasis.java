package io.muster.rules;

import io.muster.data.model.Completion;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import java.time.LocalDate;
import java.util.List;

/**
 * All of a data set that scope follows from. Two data sets with equal ones get the same decisions of a rule set, whatever
 * else differs: absences, demand, rooms and trainers do not decide who needs what.
 *
 * @param firstDay the programme's first day
 * @param lastDay its last day
 * @param modules the modules
 * @param teams the teams
 * @param staff the staff
 * @param completions what they have completed
 */
public record ScopeBasis(
        LocalDate firstDay,
        LocalDate lastDay,
        List<TrainingModule> modules,
        List<Team> teams,
        List<StaffMember> staff,
        List<Completion> completions) {

    /** Copies the lists. */
    public ScopeBasis {
        modules = List.copyOf(modules);
        teams = List.copyOf(teams);
        staff = List.copyOf(staff);
        completions = List.copyOf(completions);
    }

    /**
     * The basis of a data set.
     *
     * @param data the data set
     * @return what scope follows from
     */
    public static ScopeBasis of(DataSet data) {
        return new ScopeBasis(
                data.programme().firstDay(),
                data.programme().lastDay(),
                data.modules(),
                data.teams(),
                data.staff(),
                data.completions());
    }
}
