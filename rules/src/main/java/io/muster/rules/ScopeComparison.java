package io.muster.rules;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.plan.CodePointOrder;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would change if one rule set took the place of another: who moves in or out, and the seats and cost that
 * implies. In means that the decision is a requirement (DATASET.md section 2), out that it is none.
 *
 * @param moves every person and module that moves, sorted by staff, then module
 * @param otherChanges decisions that differ without moving in or out, such as another date or out for another reason
 * @param byBcu people moving, counted by module, for each BCU
 * @param byFunction people moving, counted by module, for each function of teams
 * @param byModule people moving, for each module
 * @param before what the first result implies, for each module
 * @param after what the second implies, for each module
 */
public record ScopeComparison(
        List<Move> moves,
        int otherChanges,
        SortedMap<String, Count> byBcu,
        SortedMap<String, Count> byFunction,
        SortedMap<String, Count> byModule,
        SortedMap<String, Estimate> before,
        SortedMap<String, Estimate> after) {

    /** Copies the collections. */
    public ScopeComparison {
        moves = List.copyOf(moves);
        byBcu = copy(byBcu);
        byFunction = copy(byFunction);
        byModule = copy(byModule);
        before = copy(before);
        after = copy(after);
    }

    /**
     * A person who moves in or out of a module.
     *
     * @param staffId the staff member
     * @param moduleId the module
     * @param bcu the team's BCU
     * @param function the team's function
     * @param in whether moving in; otherwise out
     * @param from the first decision
     * @param to the second decision
     * @param ruleId the rule of the second decision
     */
    public record Move(
            String staffId,
            String moduleId,
            String bcu,
            String function,
            boolean in,
            Decision from,
            Decision to,
            String ruleId) {}

    /**
     * Requirements that come and go.
     *
     * @param in those that come
     * @param out those that go
     */
    public record Count(int in, int out) {

        /** {@return how many more there are} */
        public int net() {
            return in - out;
        }

        private Count plus(Count other) {
            return new Count(in + other.in, out + other.out);
        }
    }

    /**
     * What the requirements of a module imply; an estimate to weigh rule sets with, no plan. Travel, rest days and the
     * finer lines of a plan's cost are left out.
     *
     * @param requirements how many there are
     * @param seats requirements ÷ target occupancy, rounded up; 0 for a digital module, which has no seats
     * @param abstractionPence requirements × the share of a day × abstractionDay
     * @param roomPence seats × slots × the average price of a seat and slot over all rooms; 0 unless face to face
     * @param trainerPence (seats ÷ largest class, rounded up) × trainers × the share of a day × the average price of a
     *     trainer's day over those accredited for the module; 0 when none is
     */
    public record Estimate(long requirements, long seats, long abstractionPence, long roomPence, long trainerPence) {

        /** {@return the cost in all, in pence} */
        public long totalPence() {
            return abstractionPence + roomPence + trainerPence;
        }

        /**
         * The difference to another estimate.
         *
         * @param other what is taken away
         * @return this less the other
         */
        public Estimate minus(Estimate other) {
            return new Estimate(
                    requirements - other.requirements,
                    seats - other.seats,
                    abstractionPence - other.abstractionPence,
                    roomPence - other.roomPence,
                    trainerPence - other.trainerPence);
        }

        private Estimate plus(Estimate other) {
            return new Estimate(
                    requirements + other.requirements,
                    seats + other.seats,
                    abstractionPence + other.abstractionPence,
                    roomPence + other.roomPence,
                    trainerPence + other.trainerPence);
        }
    }

    /** {@return what changes over all modules: seats and cost of the second result less those of the first} */
    public Estimate difference() {
        return total(after).minus(total(before));
    }

    private static Estimate total(SortedMap<String, Estimate> estimates) {
        return estimates.values().stream().reduce(new Estimate(0, 0, 0, 0, 0), Estimate::plus);
    }

    /**
     * Compares two results about one data set.
     *
     * @param first the decisions as they are
     * @param second the decisions as they would be
     * @param data the data set of both
     * @return the comparison
     * @throws IllegalArgumentException if the results are not about the same staff and modules
     */
    public static ScopeComparison compare(ScopeResult first, ScopeResult second, DataSet data) {
        LocalDate lastDay = data.programme().lastDay();
        Map<String, Team> teams = data.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
        Map<String, Team> teamByStaff = new HashMap<>();
        for (StaffMember member : data.staff()) {
            teamByStaff.put(member.id(), Objects.requireNonNull(teams.get(member.teamId()), member.teamId()));
        }
        List<ScopeDecision> from = first.decisions();
        List<ScopeDecision> to = second.decisions();
        List<Move> moves = new ArrayList<>();
        int otherChanges = 0;
        if (from.size() != to.size()) {
            throw differentData(from.size() + " and " + to.size() + " decisions");
        }
        for (int i = 0; i < from.size(); i++) {
            ScopeDecision one = from.get(i);
            ScopeDecision other = to.get(i);
            Team team = teamByStaff.get(one.staffId());
            if (!one.staffId().equals(other.staffId()) || !one.moduleId().equals(other.moduleId()) || team == null) {
                throw differentData(
                        one.staffId() + " " + one.moduleId() + ", " + other.staffId() + " " + other.moduleId());
            }
            boolean was = one.isRequirement(lastDay);
            boolean is = other.isRequirement(lastDay);
            if (was != is) {
                moves.add(new Move(
                        one.staffId(),
                        one.moduleId(),
                        team.bcu(),
                        team.function(),
                        is,
                        one.decision(),
                        other.decision(),
                        other.ruleId()));
            } else if (one.decision() != other.decision()
                    || one.priority() != other.priority()
                    || !Objects.equals(one.earliest(), other.earliest())
                    || !Objects.equals(one.latest(), other.latest())) {
                otherChanges++;
            }
        }
        return new ScopeComparison(
                moves,
                otherChanges,
                count(moves, Move::bcu),
                count(moves, Move::function),
                count(moves, Move::moduleId),
                estimate(from, data),
                estimate(to, data));
    }

    private static IllegalArgumentException differentData(String detail) {
        return new IllegalArgumentException(
                "The results differ in their staff or modules: " + detail + ". Maybe they are about two data sets.");
    }

    private static SortedMap<String, Count> count(List<Move> moves, Function<Move, String> key) {
        SortedMap<String, Count> counts = new TreeMap<>(CodePointOrder.COMPARATOR);
        for (Move move : moves) {
            counts.merge(key.apply(move), move.in() ? new Count(1, 0) : new Count(0, 1), Count::plus);
        }
        return counts;
    }

    private static SortedMap<String, Estimate> estimate(List<ScopeDecision> decisions, DataSet data) {
        Map<String, Long> requirements = decisions.stream()
                .filter(decision -> decision.isRequirement(data.programme().lastDay()))
                .collect(Collectors.groupingBy(ScopeDecision::moduleId, Collectors.counting()));
        SortedMap<String, Estimate> estimates = new TreeMap<>(CodePointOrder.COMPARATOR);
        for (TrainingModule module : data.modules()) {
            estimates.put(module.id(), estimate(module, requirements.getOrDefault(module.id(), 0L), data));
        }
        return estimates;
    }

    private static Estimate estimate(TrainingModule module, long requirements, DataSet data) {
        Programme programme = data.programme();
        BigDecimal share = ratio(module.slots(), programme.slots().size());
        BigDecimal abstraction = share.multiply(BigDecimal.valueOf(requirements))
                .multiply(BigDecimal.valueOf(programme.prices().abstractionDay()));
        if (module.delivery() == Delivery.DIGITAL) {
            return new Estimate(requirements, 0, round(abstraction), 0, 0);
        }
        BigDecimal occupancy = programme.target().occupancyPct();
        long seats = occupancy.signum() == 0
                ? requirements
                : BigDecimal.valueOf(requirements)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(occupancy, 0, RoundingMode.CEILING)
                        .longValueExact();
        BigDecimal room = module.delivery() == Delivery.FACE_TO_FACE
                ? seatPrice(data).multiply(BigDecimal.valueOf(seats)).multiply(BigDecimal.valueOf(module.slots()))
                : BigDecimal.ZERO;
        long sessions = module.maxClass() == 0 ? 0 : (seats + module.maxClass() - 1) / module.maxClass();
        BigDecimal trainer = dayPrice(data, module.id())
                .multiply(share)
                .multiply(BigDecimal.valueOf(sessions))
                .multiply(BigDecimal.valueOf(module.trainers()));
        return new Estimate(requirements, seats, round(abstraction), round(room), round(trainer));
    }

    /** Average price of a seat and slot: all rooms' hire over all rooms' seats. */
    private static BigDecimal seatPrice(DataSet data) {
        long seats = data.rooms().stream().mapToLong(Room::capacity).sum();
        return seats == 0
                ? BigDecimal.ZERO
                : ratio(data.rooms().stream().mapToLong(Room::pencePerSlot).sum(), seats);
    }

    private static BigDecimal dayPrice(DataSet data, String moduleId) {
        List<Trainer> accredited = data.trainers().stream()
                .filter(trainer -> trainer.moduleIds().contains(moduleId))
                .toList();
        return accredited.isEmpty()
                ? BigDecimal.ZERO
                : ratio(accredited.stream().mapToLong(Trainer::pencePerDay).sum(), accredited.size());
    }

    private static BigDecimal ratio(long numerator, long denominator) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128);
    }

    private static long round(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static <T> SortedMap<String, T> copy(SortedMap<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
