package io.muster.data.model;

import java.util.List;

/**
 * One validated, immutable data set: a programme and everything its planning needs (DATASET.md section 1).
 *
 * <p>Every reference in it resolves and every key is unique: only readers that found no {@code ERROR}, and the
 * generator, make one. Lists keep the order of their files; an empty list is a file with a header alone.
 *
 * @param programme the programme's limits, prices and calendar frame
 * @param modules training modules, at least one
 * @param teams teams, in file order
 * @param patterns shift patterns, one for each id, days complete
 * @param staff staff members, in file order
 * @param completions modules already completed
 * @param absences absences; rows of a staff member may overlap
 * @param demand operational demand that lowers ceilings; rows may overlap
 * @param calendar closed days and information
 * @param venues venues
 * @param rooms rooms of the venues
 * @param roomClosures days on which a room is closed
 * @param trainers trainers
 * @param trainerAbsences days on which a trainer is away
 * @param transfers changes of team; empty unless disruptions were applied
 * @param capacityChanges changes of rooms' seats; empty unless disruptions were applied
 */
public record DataSet(
        Programme programme,
        List<TrainingModule> modules,
        List<Team> teams,
        List<ShiftPattern> patterns,
        List<StaffMember> staff,
        List<Completion> completions,
        List<Absence> absences,
        List<OperationalDemand> demand,
        List<CalendarDay> calendar,
        List<Venue> venues,
        List<Room> rooms,
        List<RoomClosure> roomClosures,
        List<Trainer> trainers,
        List<TrainerAbsence> trainerAbsences,
        List<Transfer> transfers,
        List<CapacityChange> capacityChanges) {

    /** A data set as its files hold it: without transfers and changes of capacity. */
    public DataSet(
            Programme programme,
            List<TrainingModule> modules,
            List<Team> teams,
            List<ShiftPattern> patterns,
            List<StaffMember> staff,
            List<Completion> completions,
            List<Absence> absences,
            List<OperationalDemand> demand,
            List<CalendarDay> calendar,
            List<Venue> venues,
            List<Room> rooms,
            List<RoomClosure> roomClosures,
            List<Trainer> trainers,
            List<TrainerAbsence> trainerAbsences) {
        this(
                programme,
                modules,
                teams,
                patterns,
                staff,
                completions,
                absences,
                demand,
                calendar,
                venues,
                rooms,
                roomClosures,
                trainers,
                trainerAbsences,
                List.of(),
                List.of());
    }

    /** Copies every list, so that later changes to the arguments do not reach the data set. */
    public DataSet {
        modules = List.copyOf(modules);
        teams = List.copyOf(teams);
        patterns = List.copyOf(patterns);
        staff = List.copyOf(staff);
        completions = List.copyOf(completions);
        absences = List.copyOf(absences);
        demand = List.copyOf(demand);
        calendar = List.copyOf(calendar);
        venues = List.copyOf(venues);
        rooms = List.copyOf(rooms);
        roomClosures = List.copyOf(roomClosures);
        trainers = List.copyOf(trainers);
        trainerAbsences = List.copyOf(trainerAbsences);
        transfers = List.copyOf(transfers);
        capacityChanges = List.copyOf(capacityChanges);
    }
}
