package io.muster.solver.explain;

import io.muster.data.model.TrainingModule;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.data.plan.Unbooked;
import io.muster.solver.check.Baseline;
import io.muster.solver.explain.BookingWhy.Hold;
import io.muster.solver.problem.BaselineBookings;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers every "why" about one plan. Answers are plain records of ids, dates and pence.
 *
 * <p>Prices are the differences of the plan's exact cost: a change is made, read and taken back, so that they agree with
 * the auditor to the penny. Safe to use from several threads, which take turns.
 */
public final class PlanExplainer {

    private final PlanState state;
    private final Problem problem;
    private final Catalog catalog;
    private final Parties parties;
    private final Finder finder;
    private final Seats seats;
    private final Days days;
    private final Unbookeds unbookeds;
    private final UnbookedExplainer reasons;
    private final Ledgers ledgers;
    private final Hurdles hurdles;
    private final Plan plan;
    private final @Nullable Baseline baseline;
    private final Set<BookingKey> pins;
    private @Nullable Decider decider;

    /**
     * An explainer of a plan.
     *
     * @param state the plan; only the explainer changes it from now on, and it takes every change back
     * @param plan the rows of the same plan: its ids, scope decisions and pins
     * @param baseline the published plan that the state's problem starts from; null: none
     */
    public PlanExplainer(PlanState state, Plan plan, @Nullable Baseline baseline) {
        this.state = state;
        this.plan = plan;
        this.baseline = baseline;
        problem = state.problem();
        catalog = new Catalog(state, plan);
        parties = new Parties(problem);
        hurdles = new Hurdles(state);
        Sites sites = new Sites(state, hurdles);
        finder = new Finder(state, hurdles, sites);
        unbookeds = new Unbookeds(state, hurdles, sites, finder, catalog);
        reasons = new UnbookedExplainer(state);
        days = new Days(state, hurdles, sites, parties, catalog);
        seats = new Seats(state, hurdles, parties, catalog);
        ledgers = new Ledgers(state, catalog);
        pins = new HashSet<>(plan.pins());
    }

    /**
     * Why a booking is where it is.
     *
     * @param staffId a staff member
     * @param moduleId a module they are booked for
     * @param most the most alternatives to give, {@code >= 0}
     * @return the answer
     * @throws UnknownIdException if there is no such staff member or module
     * @throws UnfitQuestionException if they are not booked for it
     */
    public synchronized BookingWhy whyBooked(String staffId, String moduleId, int most) {
        int r = requirement(staffId, moduleId);
        if (r < 0 || !state.isBooked(r)) {
            throw new UnfitQuestionException(
                    staffId + " is not booked for " + moduleId + ". Maybe ask why they are unbooked, or not in scope.");
        }
        Trial trial = new Trial(state);
        int place = state.sessionOf(r);
        state.unbook(r);
        Price adds = trial.priceBack();
        state.book(r, place);
        PersonOptions options = options(r, most);
        return new BookingWhy(staffId, moduleId, spot(r), adds, holds(r), options.alternatives(), options.possible());
    }

    /**
     * Why a requirement is unbooked.
     *
     * @param staffId a staff member
     * @param moduleId a module they require and are not booked for
     * @return the answer
     * @throws UnknownIdException if there is no such staff member or module
     * @throws UnfitQuestionException if they do not require it, or are booked for it
     */
    public synchronized UnbookedWhy whyUnbooked(String staffId, String moduleId) {
        int r = requirement(staffId, moduleId);
        if (r < 0 || state.isBooked(r)) {
            throw new UnfitQuestionException(staffId + (r < 0 ? " does not require " : " is booked for ") + moduleId
                    + ". Maybe ask why they are booked, or not in scope.");
        }
        int[] party = parties.of(r);
        Unbooked row = reasons.explain(r);
        return unbookeds.why(r, party, row.reason(), row.detail(), others(r, party));
    }

    /**
     * Where a staff member could be booked for a module, or moved to.
     *
     * @param staffId a staff member
     * @param moduleId a module they require
     * @param most the most alternatives to give, {@code >= 0}
     * @return the places, ranked by price
     * @throws UnknownIdException if there is no such staff member or module
     * @throws UnfitQuestionException if they do not require it
     */
    public synchronized PersonOptions options(String staffId, String moduleId, int most) {
        int r = requirement(staffId, moduleId);
        if (r < 0) {
            throw new UnfitQuestionException(
                    staffId + " does not require " + moduleId + ". Maybe ask why they are not in scope.");
        }
        return options(r, most);
    }

    /**
     * Days on which a staff member could train several modules together: each day of theirs with several bookings moved as
     * a whole, and each two half-day modules that are unbooked or alone on their day.
     *
     * @param staffId a staff member
     * @param moduleId a module that has to be among them; null: any
     * @param most the most alternatives to give for each, {@code >= 0}
     * @return the days of each, ranked by price; empty when nothing of theirs could be together
     * @throws UnknownIdException if there is no such staff member or module
     */
    public synchronized List<DayOptions> days(String staffId, @Nullable String moduleId, int most) {
        return days.options(catalog.staff.at(staffId), moduleId == null ? -1 : catalog.modules.at(moduleId), most);
    }

    /**
     * Who could fill seats of a session.
     *
     * @param sessionId a session that runs
     * @param count how many seats to fill, {@code >= 0}
     * @param most the most other candidates to give, {@code >= 0}
     * @return who, ranked: the unbooked first, then those whose move costs least
     * @throws UnknownIdException if there is no such session, or nobody is booked in it
     */
    public synchronized SeatOptions seats(String sessionId, int count, int most) {
        return seats.options(catalog.runningPlace(sessionId), count, most);
    }

    /**
     * What a team's training costs, and what limits it.
     *
     * @param teamId a team
     * @return its ledger
     * @throws UnknownIdException if there is no such team
     */
    public synchronized TeamLedger team(String teamId) {
        return ledgers.team(catalog.teams.at(teamId));
    }

    /**
     * What a room costs, and how far it is used.
     *
     * @param roomId a room
     * @return its ledger
     * @throws UnknownIdException if there is no such room
     */
    public synchronized RoomLedger room(String roomId) {
        return ledgers.room(catalog.rooms.at(roomId));
    }

    /**
     * What a trainer costs, and how far their time is used.
     *
     * @param trainerId a trainer
     * @return their ledger
     * @throws UnknownIdException if there is no such trainer
     */
    public synchronized TrainerLedger trainer(String trainerId) {
        return ledgers.trainer(catalog.trainers.at(trainerId));
    }

    /**
     * What a session costs, and who is in it.
     *
     * @param sessionId a session that runs
     * @return its ledger
     * @throws UnknownIdException if there is no such session, or nobody is booked in it
     */
    public synchronized SessionLedger session(String sessionId) {
        return ledgers.session(catalog.runningPlace(sessionId));
    }

    /**
     * What manual decisions would do, taken together. The plan stays as it is.
     *
     * @param decisions at most one for each booking
     * @return which hard rules they would break, in the auditor's reading, and what they would cost
     * @throws UnknownIdException if there is no such staff member, module or session
     * @throws UnfitQuestionException if one cannot be taken at all, such as to move what is not booked
     */
    public synchronized Judgement judge(List<Decision> decisions) {
        return decider().judge(decisions);
    }

    /**
     * The plan once manual decisions are taken, whether they break a rule or not.
     *
     * @param decisions as {@link #judge} takes them
     * @return the plan's rows, without a summary; on a re-plan {@code changes} tells of the decisions
     */
    public synchronized Plan decided(List<Decision> decisions) {
        return decider().decided(decisions);
    }

    private Decider decider() {
        Decider made = decider;
        if (made == null) {
            made = new Decider(state, plan, catalog, hurdles, baseline);
            decider = made;
        }
        return made;
    }

    /**
     * What a staff member is booked for, requires and does not require.
     *
     * @param staffId a staff member
     * @return the ids of all modules of the data set, by where they stand, each list in the data set's order
     * @throws UnknownIdException if there is no such staff member
     */
    public synchronized Standing standing(String staffId) {
        catalog.staff.at(staffId);
        List<String> booked = new ArrayList<>();
        List<String> unbooked = new ArrayList<>();
        List<String> notRequired = new ArrayList<>();
        for (TrainingModule module : problem.dataSet.modules()) {
            int r = problem.requirementOf(new BookingKey(staffId, module.id()));
            (r < 0 ? notRequired : state.isBooked(r) ? booked : unbooked).add(module.id());
        }
        return new Standing(staffId, booked, unbooked, notRequired);
    }

    /**
     * Checks a module's id.
     *
     * @param moduleId the module
     * @throws UnknownIdException if there is no such module
     */
    public void requireModule(String moduleId) {
        catalog.modules.at(moduleId);
    }

    /**
     * Where a staff member stands.
     *
     * @param staffId the staff member
     * @param booked modules they are booked for
     * @param unbooked modules they require and are not booked for
     * @param notRequired all other modules
     */
    public record Standing(String staffId, List<String> booked, List<String> unbooked, List<String> notRequired) {

        /** Copies the lists. */
        public Standing {
            booked = List.copyOf(booked);
            unbooked = List.copyOf(unbooked);
            notRequired = List.copyOf(notRequired);
        }
    }

    private PersonOptions options(int r, int most) {
        int[] party = parties.of(r);
        int from = state.sessionOf(r);
        List<Finder.Found> found = List.of();
        if (from < 0 || problem.estate.dayOf(from) >= problem.baseline.firstFree) {
            Trial trial = new Trial(state);
            for (int q : party) {
                if (from >= 0) {
                    state.unbook(q);
                }
            }
            found = finder.find(party, trial, from);
            for (int q : party) {
                if (from >= 0) {
                    state.book(q, from);
                }
            }
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Finder.Found one : found.subList(0, Math.min(most, found.size()))) {
            alternatives.add(alternative(r, party, one));
        }
        return new PersonOptions(
                catalog.staffId(r), catalog.moduleId(r), from < 0 ? null : spot(r), alternatives, found.size());
    }

    private Alternative alternative(int r, int[] party, Finder.Found found) {
        int place = found.site().place();
        int day = problem.estate.dayOf(place);
        int p = problem.requirements.staffOf[r];
        int team = problem.workforce.teamOn(p, day);
        int venue = problem.estate.isDigital(place) ? -1 : problem.estate.venueOf[problem.estate.roomOf(place)];
        int from = state.sessionOf(r);
        for (int q : party) {
            if (from >= 0) {
                state.unbook(q);
            }
        }
        Trial trial = new Trial(state);
        Trial.Opened opened = trial.put(party, found.site());
        int left = state.headroom(team, day);
        trial.takeBack(party, found.site(), opened);
        for (int q : party) {
            if (from >= 0) {
                state.book(q, from);
            }
        }
        return new Alternative(
                catalog.spot(found.site(), problem.requirements.moduleOf[r]),
                found.price(),
                ChronoUnit.DAYS.between(problem.dataSet.programme().asOf(), problem.calendar.dateOf[day]),
                venue < 0 ? 0 : problem.estate.travelMinutes[team * problem.estate.venues + venue],
                left,
                others(r, party));
    }

    private List<String> others(int r, int[] party) {
        List<String> ids = new ArrayList<>(catalog.staffIds(party));
        ids.remove(catalog.staffId(r));
        return ids;
    }

    private Spot spot(int r) {
        return catalog.spot(Site.running(state.sessionOf(r)), problem.requirements.moduleOf[r]);
    }

    private List<Hold> holds(int r) {
        BaselineBookings baseline = problem.baseline;
        List<Hold> holds = new ArrayList<>();
        if (baseline.isPast[r]) {
            holds.add(Hold.PAST);
        } else if (baseline.isFrozen[r]) {
            holds.add(Hold.FROZEN);
        }
        if (pins.contains(new BookingKey(catalog.staffId(r), catalog.moduleId(r)))) {
            holds.add(Hold.PINNED);
        }
        return holds;
    }

    /** The requirement of two ids; negative: none. */
    private int requirement(String staffId, String moduleId) {
        catalog.staff.at(staffId);
        catalog.modules.at(moduleId);
        return problem.requirementOf(new BookingKey(staffId, moduleId));
    }
}
