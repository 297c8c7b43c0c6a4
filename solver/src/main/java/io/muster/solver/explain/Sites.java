package io.muster.solver.explain;

import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Every place where a module runs or could run. */
final class Sites {

    /** The venue of virtual sessions. */
    private static final int NO_VENUE = -1;

    private final PlanState state;
    private final Problem problem;
    private final Estate estate;
    private final Curriculum curriculum;
    private final Staffing staffing;
    private final Hurdles hurdles;
    private final int[][] teamAtVenue;

    Sites(PlanState state, Hurdles hurdles) {
        this.state = state;
        this.hurdles = hurdles;
        problem = state.problem();
        estate = problem.estate;
        curriculum = problem.curriculum;
        staffing = new Staffing(state);
        teamAtVenue = new int[estate.venues][];
    }

    /**
     * The sites of a module at a day and slot: its sessions that run, whether or not they have a seat, then every room
     * it could open in, free or not, with the trainers to be had.
     *
     * @return the sites; empty when the module cannot start at the slot
     */
    List<Site> at(int module, int day, int slot) {
        return at(module, day, slot, venue -> true);
    }

    /**
     * The same at some venues only; what is digital has none, and is always among them.
     *
     * @param venues which venues; a virtual session's is that of its room, negative
     */
    List<Site> at(int module, int day, int slot, IntPredicate venues) {
        List<Site> sites = new ArrayList<>();
        if (!curriculum.fitsSlot(module, slot)) {
            return sites;
        }
        if (curriculum.isDigital(module)) {
            sites.add(Site.running(estate.digitalSession(module, day, slot)));
            return sites;
        }
        for (int i = 0; i < state.openCount(module, day, slot); i++) {
            int place = state.openAt(module, day, slot, i);
            if (venues.test(state.venueOf(place))) {
                sites.add(Site.running(place));
            }
        }
        sites.sort((a, b) -> Integer.compare(a.place(), b.place()));
        if (curriculum.isFaceToFace(module)) {
            addRooms(sites, module, day, slot, venues);
        } else if (venues.test(NO_VENUE)) {
            addVirtual(sites, module, day, slot);
        }
        return sites;
    }

    private void addRooms(List<Site> sites, int module, int day, int slot, IntPredicate venues) {
        java.util.Arrays.fill(teamAtVenue, null);
        for (int room = 0; room < estate.realRooms; room++) {
            int place = estate.sessionAt(room, day, slot);
            int venue = estate.venueOf[room];
            if (!venues.test(venue)) {
                continue;
            }
            int[] team = teamAtVenue[venue];
            if (team == null) {
                team = staffing.find(module, place);
                teamAtVenue[venue] = team;
            }
            sites.add(Site.opened(place, team));
        }
    }

    /** Virtual rooms are all alike: the first that is free. */
    private void addVirtual(List<Site> sites, int module, int day, int slot) {
        for (int room = estate.realRooms; room < estate.rooms; room++) {
            int place = estate.sessionAt(room, day, slot);
            if (hurdles.isUnused(place, module)) {
                sites.add(Site.opened(place, staffing.find(module, place)));
                return;
            }
        }
    }
}
