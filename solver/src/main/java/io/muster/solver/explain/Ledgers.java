package io.muster.solver.explain;

import io.muster.data.model.OperationalDemand;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.plan.CodePointOrder;
import io.muster.solver.explain.SessionLedger.TeamShare;
import io.muster.solver.explain.TeamLedger.Limit;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.problem.Share;
import io.muster.solver.problem.Workforce;
import io.muster.solver.state.PlanState;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says what teams, rooms, trainers and sessions cost, and what limits them. */
final class Ledgers {

    private final PlanState state;
    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Workforce workforce;
    private final Requirements requirements;
    private final Estate estate;
    private final Catalog catalog;

    Ledgers(PlanState state, Catalog catalog) {
        this.state = state;
        this.catalog = catalog;
        problem = state.problem();
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        workforce = problem.workforce;
        requirements = problem.requirements;
        estate = problem.estate;
    }

    TeamLedger team(int t) {
        Team team = problem.dataSet.teams().get(t);
        Programme.Abstraction defaults = problem.dataSet.programme().abstraction();
        BigDecimal ownCeiling = team.ceilingPct();
        BigDecimal ownStrength = team.minimumStrengthPct();
        BigDecimal ceiling = ownCeiling != null ? ownCeiling : defaults.ceilingPct();
        BigDecimal strength = ownStrength != null ? ownStrength : defaults.minimumStrengthPct();
        int[] required = IntStream.of(workforce.membersOf[t])
                .flatMap(p -> IntStream.range(requirements.firstOf[p], requirements.firstOf[p + 1]))
                .filter(r -> requirements.weightOf[r] > 0)
                .toArray();
        int[] booked = IntStream.of(required).filter(state::isBooked).toArray();
        List<TeamLedger.Day> days = new ArrayList<>();
        for (int d = 0; d < calendar.days; d++) {
            days.add(day(t, team, d, ceiling, strength));
        }
        return new TeamLedger(
                team.id(),
                team.bcu(),
                workforce.membersOf[t].length,
                required.length,
                booked.length,
                ceiling,
                strength,
                adds(booked),
                days);
    }

    private TeamLedger.Day day(int t, Team team, int d, BigDecimal ceiling, BigDecimal strength) {
        int at = t * calendar.days + d;
        BigDecimal factor = BigDecimal.ONE;
        for (OperationalDemand demand : problem.dataSet.demand()) {
            if (demand.ceilingFactor().compareTo(factor) < 0 && demand.covers(team, calendar.dateOf[d])) {
                factor = demand.ceilingFactor();
            }
        }
        int rostered = workforce.rostered[at];
        int absent = workforce.absent[at];
        int byCeiling = factor.signum() == 0 ? 0 : Math.max(1, new Share(ceiling.multiply(factor)).of(rostered));
        int byStrength = Math.max(0, rostered - absent - new Share(strength).of(rostered));
        return new TeamLedger.Day(
                calendar.dateOf[d],
                factor,
                rostered,
                absent,
                byCeiling,
                byStrength,
                workforce.cap[at],
                state.headsOf(t, d),
                state.headroom(t, d),
                factor.signum() == 0 ? Limit.FROZEN : byCeiling <= byStrength ? Limit.CEILING : Limit.STRENGTH);
    }

    /** What bookings add: the plan with them against the plan without them. */
    private Price adds(int[] booked) {
        Trial trial = new Trial(state);
        int[] places = IntStream.of(booked).map(state::sessionOf).toArray();
        for (int r : booked) {
            state.unbook(r);
        }
        Price price = trial.priceBack();
        for (int i = 0; i < booked.length; i++) {
            state.book(booked[i], places[i]);
        }
        return price;
    }

    SessionLedger session(int place) {
        int module = state.moduleOf(place);
        int n = state.countOf(place);
        int[] attendees =
                IntStream.range(0, n).map(seat -> state.attendee(place, seat)).toArray();
        int day = estate.dayOf(place);
        Map<Integer, Integer> byTeam = new HashMap<>();
        for (int r : attendees) {
            byTeam.merge(workforce.teamOn(requirements.staffOf[r], day), 1, Integer::sum);
        }
        List<TeamShare> teams = byTeam.entrySet().stream()
                .map(entry -> new TeamShare(catalog.teamId(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(TeamShare::booked)
                        .reversed()
                        .thenComparing(TeamShare::teamId, CodePointOrder.COMPARATOR))
                .toList();
        int capacity = state.capacityOf(place);
        return new SessionLedger(
                catalog.spot(Site.running(place), module),
                problem.dataSet.modules().get(module).id(),
                curriculum.minClass[module],
                Math.max(0, capacity - n),
                problem.prices.targetSeats[capacity],
                adds(attendees),
                teams,
                IntStream.of(attendees)
                        .mapToObj(catalog::staffId)
                        .sorted(CodePointOrder.COMPARATOR)
                        .toList());
    }

    RoomLedger room(int room) {
        Room row = problem.dataSet.rooms().get(room);
        int open = 0;
        int used = 0;
        int seats = 0;
        int taken = 0;
        List<Spot> sessions = new ArrayList<>();
        for (int d = 0; d < calendar.days; d++) {
            open += estate.open[room * calendar.days + d] ? calendar.slots : 0;
            for (int slot = 0; slot < calendar.slots; slot++) {
                int place = estate.sessionAt(room, d, slot);
                if (state.countOf(place) > 0 && state.moduleOf(place) >= 0) {
                    used += Integer.bitCount(state.sessionMask(place));
                    seats += state.capacityOf(place);
                    taken += state.countOf(place);
                    sessions.add(catalog.spot(Site.running(place), state.moduleOf(place)));
                }
            }
        }
        return new RoomLedger(
                row.id(),
                row.venueId(),
                row.capacity(),
                row.pencePerSlot(),
                open,
                used,
                seats,
                taken,
                used * row.pencePerSlot(),
                sessions);
    }

    TrainerLedger trainer(int t) {
        Trainer row = problem.dataSet.trainers().get(t);
        int available = 0;
        int used = 0;
        int slotsUsed = 0;
        int[] availableIn = new int[calendar.weeks];
        int[] usedIn = new int[calendar.weeks];
        List<Spot> sessions = new ArrayList<>();
        for (int d = 0; d < calendar.days; d++) {
            int week = calendar.weekOf[d];
            if (problem.cadre.available[t * calendar.days + d]) {
                available++;
                availableIn[week]++;
            }
            int day = d;
            int[] places = IntStream.range(0, state.trainerSessions(t, d))
                    .map(i -> state.trainerSession(t, day, i))
                    .boxed()
                    .sorted(Comparator.comparingInt(estate::slotOf))
                    .mapToInt(Integer::intValue)
                    .toArray();
            used += places.length > 0 ? 1 : 0;
            usedIn[week] += places.length > 0 ? 1 : 0;
            for (int place : places) {
                slotsUsed += Integer.bitCount(state.sessionMask(place));
                sessions.add(catalog.spot(Site.running(place), state.moduleOf(place)));
            }
        }
        LocalDate monday =
                problem.dataSet.programme().firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<TrainerLedger.Week> weeks = IntStream.range(0, calendar.weeks)
                .mapToObj(w -> new TrainerLedger.Week(
                        monday.plusWeeks(w), availableIn[w], problem.cadre.maxDaysPerWeek[t], usedIn[w]))
                .toList();
        return new TrainerLedger(
                row.id(),
                row.internal(),
                row.moduleIds(),
                row.pencePerDay(),
                available,
                used,
                slotsUsed,
                used * calendar.slots - slotsUsed,
                used * row.pencePerDay(),
                weeks,
                sessions);
    }
}
