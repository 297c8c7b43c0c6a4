package io.muster.solver.bound;

import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * On which days a requirement could be booked if everybody else made way: its dates, enough trainers for its module, an
 * open room in reach that has what the person needs, and a team that may spare somebody. Duty, absence and rest are not
 * asked here.
 */
public final class Openings {

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    /** Days on which a module's trainers are there, by module. */
    private final BitSet[] taught;
    /** Place class of each (team, needs class): [team * needs + needs class]. */
    private final int[] placeOf;
    /** Venues a place class may use: rooms in reach that open and have the features needed. */
    private final List<BitSet> venuesOfPlace = new ArrayList<>();
    /** Days on which a place class has an open room. */
    private final List<BitSet> daysOfPlace = new ArrayList<>();

    /**
     * Works out the openings of a problem.
     *
     * @param problem the problem
     */
    public Openings(Problem problem) {
        this.problem = problem;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        taught = new BitSet[curriculum.modules];
        for (int m = 0; m < curriculum.modules; m++) {
            taught[m] = new BitSet();
            for (int d = 0; d < calendar.days; d++) {
                taught[m].set(d, enoughTrainers(m, d));
            }
        }
        placeOf = new int[workforce.teams * workforce.needs.size()];
        fillPlaces();
    }

    private boolean enoughTrainers(int module, int d) {
        Cadre cadre = problem.cadre;
        int able = 0;
        int internals = 0;
        for (int t = 0; t < cadre.trainers; t++) {
            if (cadre.accredited[t * curriculum.modules + module]
                    && cadre.available[t * calendar.days + d]
                    && cadre.maxDaysPerWeek[t] > 0) {
                able++;
                internals += cadre.internal[t] ? 1 : 0;
            }
        }
        return able >= curriculum.trainers[module] && internals >= curriculum.internals[module];
    }

    private void fillPlaces() {
        Estate estate = problem.estate;
        Map<BitSet, Integer> known = new LinkedHashMap<>();
        for (int t = 0; t < workforce.teams; t++) {
            for (int n = 0; n < workforce.needs.size(); n++) {
                BitSet rooms = new BitSet();
                for (int room = 0; room < estate.realRooms; room++) {
                    rooms.set(room, estate.reaches(t, room) && estate.meetsNeeds[n * estate.rooms + room]);
                }
                int at = t * workforce.needs.size() + n;
                Integer seen = known.get(rooms);
                if (seen == null) {
                    seen = known.size();
                    known.put(rooms, seen);
                    addPlace(rooms);
                }
                placeOf[at] = seen;
            }
        }
    }

    private void addPlace(BitSet rooms) {
        Estate estate = problem.estate;
        BitSet venues = new BitSet();
        BitSet days = new BitSet();
        for (int room = rooms.nextSetBit(0); room >= 0; room = rooms.nextSetBit(room + 1)) {
            for (int d = 0; d < calendar.days; d++) {
                if (estate.open[room * calendar.days + d]) {
                    days.set(d);
                    venues.set(estate.venueOf[room]);
                }
            }
        }
        venuesOfPlace.add(venues);
        daysOfPlace.add(days);
    }

    private int placeOf(int p, int d) {
        return placeOf[workforce.teamOn(p, d) * workforce.needs.size() + workforce.needsOf[p]];
    }

    /** {@return whether a module can be taught on a day as far as trainers go} */
    public boolean isTaught(int module, int d) {
        return taught[module].get(d);
    }

    /** {@return the venues, as bits, at which a room in reach of a staff member opens and has what he or she needs} */
    public BitSet venues(int p) {
        BitSet venues = new BitSet();
        int known = -1;
        for (int d = 0; d < calendar.days; d++) {
            int place = placeOf(p, d);
            if (place != known) {
                venues.or(venuesOfPlace.get(place));
                known = place;
            }
        }
        return venues;
    }

    /** {@return whether a room in reach of a staff member, with what he or she needs, is open on a day} */
    public boolean hasRoom(int p, int d) {
        return daysOfPlace.get(placeOf(p, d)).get(d);
    }

    /** {@return whether a staff member's team may spare somebody on a day, or the day is a rest day anyway} */
    public boolean isSpared(int p, int d) {
        return (workforce.dayBits[p * calendar.days + d] & Workforce.ON_DUTY) == 0
                || workforce.cap[workforce.teamOn(p, d) * calendar.days + d] > 0;
    }

    /** {@return whether a requirement may be booked on a day, duty, absence and rest aside} */
    public boolean isOpen(int r, int d) {
        int p = requirements.staffOf[r];
        int module = requirements.moduleOf[r];
        return !requirements.blocked[r]
                && d >= requirements.firstDay[r]
                && d <= requirements.lastDay[r]
                && taught[module].get(d)
                && (!curriculum.isFaceToFace(module) || hasRoom(p, d))
                && isSpared(p, d);
    }
}
