package io.muster.solver.bound;

import io.muster.solver.problem.Problem;
import java.util.BitSet;

/**
 * The coverage shortfall that no plan goes below, and where it comes from: people who even alone could not have all they
 * need, teams whose ceiling leaves too few days, and modules whose seats or trainers are too few.
 */
public final class Shortfalls {

    private final Problem problem;
    private final Openings openings;
    private final Demand demand;
    private final TeamRoom teamRoom;
    private final long[] byTeam;
    private final long bySeats;
    private final long bySeatsAndAlone;
    private final double[] lostOfModule;

    private Shortfalls(Problem problem, BitSet frozen) {
        this.problem = problem;
        openings = new Openings(problem);
        demand = new Demand(problem, openings);
        teamRoom = new TeamRoom(problem, openings, demand.needs, frozen);
        byTeam = new long[problem.workforce.teams];
        for (int t = 0; t < byTeam.length; t++) {
            byTeam[t] = teamRoom.loss(t);
        }
        SessionProgram sessions = new SessionProgram(problem, openings, demand, 0);
        bySeats = sessions.leastLoss(SessionProgram.Lifted.NOTHING);
        lostOfModule = sessions.lostOfModule();
        bySeatsAndAlone = bySeats == 0 ? 0 : new SessionProgram(problem, openings, demand, 0).leastLossOfAll();
    }

    /**
     * Proves the shortfalls of a problem.
     *
     * @param problem the problem
     * @return its shortfalls
     */
    public static Shortfalls of(Problem problem) {
        return of(problem, new BitSet());
    }

    /** {@return the shortfalls of a problem with requirements that are booked on their only day in every plan} */
    static Shortfalls of(Problem problem, BitSet frozen) {
        return new Shortfalls(problem, frozen);
    }

    /** {@return the coverage shortfall no plan goes below: the larger of people with teams, and of seats with people} */
    public long total() {
        long teams = 0;
        for (long one : byTeam) {
            teams += one;
        }
        return Math.max(demand.soloLoss + teams, demand.impossible + Math.max(bySeats, bySeatsAndAlone));
    }

    /** {@return the problem} */
    public Problem problem() {
        return problem;
    }

    /** {@return on which days requirements could be booked} */
    public Openings openings() {
        return openings;
    }

    /** {@return the weight that a staff member leaves unbooked even if nobody else were there} */
    public long ofPerson(int p) {
        return demand.needs.lossOf[p];
    }

    /** {@return whether a requirement can be booked at all} */
    public boolean isPossible(int r) {
        return demand.possible[r];
    }

    /** {@return requirements of a module that are possible one by one} */
    public long wanted(int module) {
        return demand.wanted[module];
    }

    /** {@return the weight a team's ceiling leaves unbooked beyond what its people leave alone} */
    public long ofTeam(int t) {
        return byTeam[t];
    }

    /** {@return the person-days by which a team's places must grow at least before its ceiling costs nothing} */
    public long missingDays(int t) {
        return teamRoom.missingDays(t);
    }

    /** {@return the weight that too few seats or trainers leave unbooked beyond what is impossible anyway} */
    public long ofSeats() {
        return bySeats;
    }

    /** {@return the same as {@link #ofSeats()} if there were all the trainers one could wish for} */
    public long ofRooms() {
        return new SessionProgram(problem, openings, demand, 0).leastLoss(SessionProgram.Lifted.TRAINERS);
    }

    /** {@return the same as {@link #ofSeats()} if rooms opened as often as one could wish for} */
    public long ofTrainers() {
        return new SessionProgram(problem, openings, demand, 0).leastLoss(SessionProgram.Lifted.ROOMS);
    }

    /** {@return requirements of a module that the smallest loss of seats and trainers leaves out, possibly a fraction} */
    public double lostOfModule(int module) {
        return module < lostOfModule.length ? lostOfModule[module] : 0;
    }

    Demand demand() {
        return demand;
    }
}
