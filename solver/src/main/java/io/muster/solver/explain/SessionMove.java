package io.muster.solver.explain;

import io.muster.data.model.Programme;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A session on its way to another day, slot, room or trainers.
 *
 * @param attendees the requirements booked in it, by staff member
 * @param site where it goes, with its trainers there
 * @param spot the same as people know it; under the session's own id where nothing but its trainers changes
 * @param notes what is worth knowing besides
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never compared
record SessionMove(int[] attendees, Site site, Spot spot, List<String> notes) {

    /**
     * Finds where a session goes. The plan stays as it is.
     *
     * @throws UnknownIdException if there is no such running session, slot, room or trainer
     * @throws UnfitQuestionException if nothing could run there at all, or it is there already
     */
    static SessionMove of(PlanState state, Catalog catalog, Hurdles hurdles, String sessionId, Decision.Target target) {
        Problem problem = state.problem();
        int from = catalog.runningPlace(sessionId);
        int module = state.moduleOf(from);
        int to = place(state, catalog, from, target);
        if (to != from && !hurdles.isUnused(to, module)) {
            throw new UnfitQuestionException("The room is in use by another session on " + target.date() + ", "
                    + target.slotId() + ". Maybe name another room or time.");
        }
        int[] attendees = IntStream.range(0, state.countOf(from))
                .map(seat -> state.attendee(from, seat))
                .sorted()
                .toArray();
        int[] own = IntStream.range(0, problem.curriculum.trainers[module])
                .map(k -> state.trainerAt(from, k))
                .filter(trainer -> trainer >= 0)
                .toArray();
        List<String> notes = new ArrayList<>();
        // Its trainers are free for it where only the session itself keeps them busy.
        for (int r : attendees) {
            state.unbook(r);
        }
        int[] team = team(state, catalog, module, to, own, target);
        for (int r : attendees) {
            state.book(r, from);
        }
        if (to == from && IntStream.of(own).allMatch(trainer -> contains(team, trainer))) {
            throw new UnfitQuestionException(
                    "Session " + sessionId + " is there already. Maybe name another day, slot, room or trainer.");
        }
        if (target.trainerIds().isEmpty()) {
            for (int trainer : own) {
                if (!contains(team, trainer)) {
                    notes.add("Trainer " + id(catalog, trainer) + " is not free then, so that another takes it.");
                }
            }
        }
        Site site = Site.opened(to, team);
        return new SessionMove(attendees, site, spot(catalog, site, module, to == from ? sessionId : null), notes);
    }

    private static Spot spot(Catalog catalog, Site site, int module, @Nullable String ownId) {
        Spot spot = catalog.spot(site, module);
        return ownId == null
                ? spot
                : new Spot(
                        ownId,
                        true,
                        spot.date(),
                        spot.slotIds(),
                        spot.roomId(),
                        spot.venueId(),
                        spot.trainerIds(),
                        spot.booked(),
                        spot.capacity());
    }

    private static int place(PlanState state, Catalog catalog, int from, Decision.Target target) {
        Problem problem = state.problem();
        Estate estate = problem.estate;
        int module = state.moduleOf(from);
        int day = problem.calendar.indexOf(target.date());
        if (day < 0) {
            throw new UnfitQuestionException(target.date() + " is no training day. Maybe name another day.");
        }
        int slot = slot(problem.dataSet.programme(), target.slotId());
        if (!problem.curriculum.fitsSlot(module, slot)) {
            throw new UnfitQuestionException(
                    "The module cannot begin with slot " + target.slotId() + ". Maybe name another slot.");
        }
        String roomId = target.roomId();
        if (problem.curriculum.isFaceToFace(module)) {
            return estate.sessionAt(roomId == null ? estate.roomOf(from) : catalog.rooms.at(roomId), day, slot);
        }
        if (roomId != null) {
            throw new UnfitQuestionException("A virtual session has no room. Maybe leave the room out.");
        }
        if (estate.dayOf(from) == day && estate.slotOf(from) == slot) {
            return from;
        }
        return IntStream.range(estate.realRooms, estate.rooms)
                .map(room -> estate.sessionAt(room, day, slot))
                .filter(place -> state.isFree(place, module))
                .findFirst()
                .orElseThrow(() ->
                        new UnfitQuestionException("No more virtual sessions can run then. Maybe name another time."));
    }

    private static int slot(Programme programme, String slotId) {
        for (int slot = 0; slot < programme.slots().size(); slot++) {
            if (programme.slots().get(slot).id().equals(slotId)) {
                return slot;
            }
        }
        throw new UnknownIdException(
                "slot",
                slotId,
                programme.slots().stream().map(Programme.Slot::id).toList());
    }

    private static int[] team(
            PlanState state, Catalog catalog, int module, int place, int[] own, Decision.Target target) {
        int needed = state.problem().curriculum.trainers[module];
        if (target.trainerIds().size() > needed) {
            throw new UnfitQuestionException("The module takes " + needed + " trainers, not "
                    + target.trainerIds().size() + ". Maybe name fewer.");
        }
        List<Integer> given = new ArrayList<>();
        for (String trainerId : target.trainerIds()) {
            int trainer = catalog.trainers.at(trainerId);
            if (given.contains(trainer)) {
                throw new UnfitQuestionException("Trainer " + trainerId + " is named twice. Maybe leave one out.");
            }
            given.add(trainer);
        }
        for (int trainer : own) {
            if (given.size() < needed && !given.contains(trainer) && state.isTrainerFree(trainer, module, place)) {
                given.add(trainer);
            }
        }
        return new Staffing(state)
                .fill(module, place, given.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean contains(int[] team, int trainer) {
        return Arrays.stream(team).anyMatch(other -> other == trainer);
    }

    private static String id(Catalog catalog, int trainer) {
        return catalog.dataSet.trainers().get(trainer).id();
    }
}
