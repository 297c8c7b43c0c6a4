package io.muster.solver.bound;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import io.muster.solver.problem.Cadre;
import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Estate;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Workforce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Seats, rooms, trainers and journeys of the whole programme with fractional sessions: regions send people to venues,
 * rooms of a venue hold so many slots of a module, trainers teach so many. Asked for the least cost of a plan with a given
 * shortfall, or for the least weight that seats and trainers leave unbooked.
 */
final class SessionProgram {

    /** Covers the tolerances of floating-point simplex many times over. */
    private static final double MARGIN = 1e-5;

    /** A loss this much above a whole number is taken to be that number. */
    private static final double ROUNDING = 1e-3;

    /** What there is enough of, for the question what else is short. */
    enum Lifted {
        /** Rooms and trainers are as they are. */
        NOTHING,
        /** Rooms open as often as wanted. */
        ROOMS,
        /** Trainers teach as much as wanted. */
        TRAINERS
    }

    /** Rooms of one venue, size and price; venue -1: virtual sessions, as many as wanted. */
    private record RoomKind(int venue, int capacity, long pence) {}

    /** Trainers of one price and accreditation. */
    private record TrainerKind(boolean internal, long pence, List<Integer> modules) {}

    private final Problem problem;
    private final Calendar calendar;
    private final Curriculum curriculum;
    private final Estate estate;
    private final Demand demand;
    private final Openings openings;
    /** Weight that may stay unbooked beyond what is impossible; and beyond what people alone must leave. */
    private final double dropSeats;

    private final double dropDays;
    private final boolean[] anybody;
    private Lifted lifted = Lifted.NOTHING;
    /** Whether what people alone must leave unbooked counts too: the heavier weigh more than whom seats leave out. */
    private boolean withLostAlone;

    private double[] lostOfModule = {};
    private @Nullable Tolls tolls;
    private long least;
    private long hire;
    private long salaries;

    SessionProgram(Problem problem, Openings openings, Demand demand, long shortfall) {
        this.problem = problem;
        this.openings = openings;
        this.demand = demand;
        calendar = problem.calendar;
        curriculum = problem.curriculum;
        estate = problem.estate;
        dropSeats = Math.max(0, shortfall - demand.impossible);
        dropDays = Math.max(0, shortfall - demand.soloLoss);
        anybody = daysAnybodyMayTrain();
    }

    private boolean[] daysAnybodyMayTrain() {
        Workforce workforce = problem.workforce;
        boolean[] days = new boolean[calendar.days];
        for (int p = 0; p < workforce.staff; p++) {
            for (int d = 0; d < calendar.days; d++) {
                int free = workforce.dayBits[p * calendar.days + d] & (1 << calendar.slots) - 1;
                days[d] |= free != 0 && openings.isSpared(p, d);
            }
        }
        return days;
    }

    /** {@return a lower bound in pence, rounded down; 0 when the program has no solution} */
    long leastCost() {
        OptionalDouble found = solve(false);
        least = found.isEmpty() ? 0 : Math.max(0, (long) Math.floor(found.getAsDouble() * (1 - MARGIN) - 1));
        return least;
    }

    /**
     * The weight that too few seats and trainers cost.
     *
     * @param what what there is taken to be enough of
     * @return a lower bound on the weight, beyond what is impossible anyway, that stays unbooked
     */
    long leastLoss(Lifted what) {
        lifted = what;
        OptionalDouble found = solve(true);
        return found.isEmpty() ? 0 : Math.max(0, (long) Math.ceil(found.getAsDouble() * (1 - MARGIN) - ROUNDING));
    }

    /**
     * The weight that too few seats and trainers cost, when people also leave unbooked what they must even alone.
     *
     * @return a lower bound on the weight, beyond what is impossible anyway, that stays unbooked
     */
    long leastLossOfAll() {
        withLostAlone = true;
        return leastLoss(Lifted.NOTHING);
    }

    /** {@return how many requirements of each module the smallest loss leaves out; call after {@link #leastLoss}} */
    double[] lostOfModule() {
        return lostOfModule.clone();
    }

    private OptionalDouble solve(boolean lossOnly) {
        try (LinearProgram program = new LinearProgram()) {
            MPConstraint[] seatsOfModule = new MPConstraint[curriculum.modules];
            MPConstraint[] trainersOfModule = new MPConstraint[curriculum.modules];
            MPConstraint[] internalsOfModule = new MPConstraint[curriculum.modules];
            MPVariable[][] dropped = new MPVariable[curriculum.modules][];
            MPConstraint drops = program.atMost(lossOnly ? Double.POSITIVE_INFINITY : dropSeats);
            MPConstraint roomDrops = program.atLeast(0);
            for (int m = 0; m < curriculum.modules; m++) {
                if (curriculum.isDigital(m) || demand.wanted[m] == 0) {
                    continue;
                }
                seatsOfModule[m] = program.atLeast((double) demand.wanted[m] * curriculum.slots[m]);
                trainersOfModule[m] = program.atLeast(0);
                internalsOfModule[m] = program.atLeast(0);
                long[] ofWeight = demand.wantedOfWeight.get(m);
                dropped[m] = new MPVariable[ofWeight.length];
                for (int weight = 1; weight < ofWeight.length; weight++) {
                    MPVariable some = program.variable(ofWeight[weight], lossOnly ? weight : 0);
                    dropped[m][weight] = some;
                    seatsOfModule[m].setCoefficient(some, curriculum.slots[m]);
                    drops.setCoefficient(some, weight);
                    if (curriculum.isFaceToFace(m)) {
                        roomDrops.setCoefficient(some, curriculum.slots[m]);
                    }
                }
            }
            if (withLostAlone) {
                loseAlone(program, dropped);
            }
            MPConstraint[] seatsOfVenue = people(program, lossOnly, roomDrops);
            Map<MPVariable, Long> hires =
                    rooms(program, lossOnly, seatsOfModule, trainersOfModule, internalsOfModule, seatsOfVenue);
            Map<MPVariable, Long> teaching = trainers(program, lossOnly, trainersOfModule, internalsOfModule);
            OptionalDouble found = program.minimise();
            if (found.isPresent()) {
                keepLost(dropped);
                hire = paid(hires);
                salaries = paid(teaching);
                double[] bookings = duals(seatsOfModule);
                for (int m = 0; m < curriculum.modules; m++) {
                    bookings[m] *= curriculum.slots[m];
                }
                tolls = new Tolls(
                        curriculum, duals(seatsOfVenue), bookings, duals(trainersOfModule), duals(internalsOfModule));
            }
            return found;
        }
    }

    /** Of each weight at least as many stay unbooked as people alone must leave: sessions, or digital learning. */
    private void loseAlone(LinearProgram program, MPVariable[][] dropped) {
        for (int weight = 1; weight < demand.lostOfWeight.length; weight++) {
            MPConstraint lost = program.atLeast(demand.lostOfWeight[weight]);
            lost.setCoefficient(program.variable(weight), 1);
            for (MPVariable[] ofModule : dropped) {
                if (ofModule != null) {
                    lost.setCoefficient(ofModule[weight], 1);
                }
            }
        }
    }

    private static long paid(Map<MPVariable, Long> prices) {
        double sum = 0;
        for (Map.Entry<MPVariable, Long> entry : prices.entrySet()) {
            sum += entry.getKey().solutionValue() * entry.getValue();
        }
        return (long) Math.max(0, sum);
    }

    private static double[] duals(@Nullable MPConstraint[] rows) {
        double[] duals = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            MPConstraint row = rows[i];
            duals[i] = row == null ? 0 : row.dualValue();
        }
        return duals;
    }

    /** {@return how hire, trainers and journeys share the least cost; call after {@link #leastCost()} */
    List<BoundReport.Part> parts() {
        long room = Math.min(hire, least);
        long trainer = Math.min(salaries, least - room);
        return List.of(
                new BoundReport.Part("room", room),
                new BoundReport.Part("trainer", trainer),
                new BoundReport.Part("travel", least - room - trainer));
    }

    /** {@return the dual prices of seats and trainers; none when the program has no solution} */
    Optional<Tolls> tolls() {
        return Optional.ofNullable(tolls);
    }

    private void keepLost(MPVariable[][] dropped) {
        lostOfModule = new double[curriculum.modules];
        for (int m = 0; m < curriculum.modules; m++) {
            for (int weight = 1; dropped[m] != null && weight < dropped[m].length; weight++) {
                lostOfModule[m] += dropped[m][weight].solutionValue();
            }
        }
    }

    /** People travel: rows "seats at the venue at least those taken", one for each venue. */
    private MPConstraint[] people(LinearProgram program, boolean lossOnly, MPConstraint roomDrops) {
        MPConstraint[] seatsOfVenue = new MPConstraint[estate.venues];
        for (int v = 0; v < estate.venues; v++) {
            seatsOfVenue[v] = program.atLeast(0);
        }
        MPConstraint dayDrops = program.atMost(dropDays * demand.faceToFaceSaved);
        for (Demand.Region region : demand.regions) {
            MPConstraint days = program.atLeast(lossOnly ? 0 : region.days);
            MPConstraint seats = program.atLeast(region.seats);
            MPVariable noSeat = program.variable(0);
            seats.setCoefficient(noSeat, 1);
            roomDrops.setCoefficient(noSeat, -1);
            MPVariable noDay = program.variable(0);
            days.setCoefficient(noDay, 1);
            dayDrops.setCoefficient(noDay, 1);
            for (int v = region.venues.nextSetBit(0); v >= 0; v = region.venues.nextSetBit(v + 1)) {
                long price = region.pence[v];
                MPVariable day = program.variable(lossOnly ? 0 : price);
                MPVariable seat = program.variable(0);
                days.setCoefficient(day, 1);
                seats.setCoefficient(seat, 1);
                seatsOfVenue[v].setCoefficient(seat, -1);
                MPConstraint slotsOfDay = program.atLeast(0);
                slotsOfDay.setCoefficient(day, calendar.slots);
                slotsOfDay.setCoefficient(seat, -1);
            }
        }
        return seatsOfVenue;
    }

    /** Rooms run sessions: the variables of used slots, with the price of each. */
    private Map<MPVariable, Long> rooms(
            LinearProgram program,
            boolean lossOnly,
            MPConstraint[] seatsOfModule,
            MPConstraint[] trainersOfModule,
            MPConstraint[] internalsOfModule,
            MPConstraint[] seatsOfVenue) {
        Map<MPVariable, Long> prices = new LinkedHashMap<>();
        Map<RoomKind, Long> kinds = new LinkedHashMap<>();
        for (int room = 0; room < estate.realRooms; room++) {
            long slots = 0;
            for (int d = 0; d < calendar.days; d++) {
                slots += estate.open[room * calendar.days + d] && anybody[d] ? calendar.slots : 0;
            }
            if (slots > 0) {
                kinds.merge(
                        new RoomKind(estate.venueOf[room], estate.capacity[room], estate.pencePerSlot[room]),
                        slots,
                        Long::sum);
            }
        }
        kinds.put(new RoomKind(-1, Integer.MAX_VALUE, 0), Long.MAX_VALUE);
        for (Map.Entry<RoomKind, Long> entry : kinds.entrySet()) {
            RoomKind kind = entry.getKey();
            MPConstraint slots = program.atMost(
                    kind.venue < 0 || lifted == Lifted.ROOMS ? Double.POSITIVE_INFINITY : entry.getValue());
            for (int m = 0; m < curriculum.modules; m++) {
                if (seatsOfModule[m] == null || curriculum.isFaceToFace(m) != kind.venue >= 0) {
                    continue;
                }
                int capacity = Math.min(kind.capacity, curriculum.maxClass[m]);
                MPVariable used = program.variable(lossOnly ? 0 : kind.pence);
                prices.put(used, kind.pence);
                slots.setCoefficient(used, 1);
                seatsOfModule[m].setCoefficient(used, capacity);
                if (lifted != Lifted.TRAINERS) {
                    trainersOfModule[m].setCoefficient(used, -curriculum.trainers[m]);
                    internalsOfModule[m].setCoefficient(used, -curriculum.internals[m]);
                }
                if (kind.venue >= 0) {
                    seatsOfVenue[kind.venue].setCoefficient(used, capacity);
                }
            }
        }
        return prices;
    }

    /** Trainers teach: the variables of their days, with the price of each. */
    private Map<MPVariable, Long> trainers(
            LinearProgram program,
            boolean lossOnly,
            MPConstraint[] trainersOfModule,
            MPConstraint[] internalsOfModule) {
        Cadre cadre = problem.cadre;
        Map<MPVariable, Long> prices = new LinkedHashMap<>();
        Map<TrainerKind, Long> kinds = new LinkedHashMap<>();
        for (int t = 0; t < cadre.trainers; t++) {
            List<Integer> modules = new ArrayList<>();
            for (int m = 0; m < curriculum.modules; m++) {
                if (cadre.accredited[t * curriculum.modules + m] && trainersOfModule[m] != null) {
                    modules.add(m);
                }
            }
            kinds.merge(new TrainerKind(cadre.internal[t], cadre.pencePerDay[t], modules), daysOf(t), Long::sum);
        }
        for (Map.Entry<TrainerKind, Long> entry : kinds.entrySet()) {
            TrainerKind kind = entry.getKey();
            MPVariable days = program.variable(entry.getValue(), lossOnly ? 0 : kind.pence);
            prices.put(days, kind.pence);
            MPConstraint slots = program.atLeast(0);
            slots.setCoefficient(days, calendar.slots);
            for (int m : kind.modules) {
                MPVariable taught = program.variable(0);
                slots.setCoefficient(taught, -1);
                trainersOfModule[m].setCoefficient(taught, 1);
                if (kind.internal) {
                    internalsOfModule[m].setCoefficient(taught, 1);
                }
            }
        }
        return prices;
    }

    /** Days on which a trainer may deliver: those available of each week, up to the week's limit. */
    private long daysOf(int t) {
        Cadre cadre = problem.cadre;
        int[] ofWeek = new int[calendar.weeks];
        for (int d = 0; d < calendar.days; d++) {
            ofWeek[calendar.weekOf[d]] += cadre.available[t * calendar.days + d] && anybody[d] ? 1 : 0;
        }
        long days = 0;
        for (int inWeek : ofWeek) {
            days += Math.min(inWeek, cadre.maxDaysPerWeek[t]);
        }
        return days;
    }
}
