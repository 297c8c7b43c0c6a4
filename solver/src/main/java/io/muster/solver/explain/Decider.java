package io.muster.solver.explain;

import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Plan;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport.Violation;
import io.muster.solver.check.Baseline;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.explain.Judgement.Breach;
import io.muster.solver.explain.Judgement.Outcome;
import io.muster.solver.explain.PlanRows.Edit;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges manual decisions: rows are edited, the auditor reads the part they touch, the state says what it costs. */
final class Decider {

    private static final Map<String, String> SENTENCES = Arrays.stream(TrainingConstraint.values())
            .collect(Collectors.toMap(TrainingConstraint::id, TrainingConstraint::sentence));

    private final PlanState state;
    private final Problem problem;
    private final Plan plan;
    private final Catalog catalog;
    private final Staffing staffing;
    private final Hurdles hurdles;
    private final PlanAuditor auditor;
    private final @Nullable Baseline baseline;
    private final @Nullable PublishedRows published;

    Decider(PlanState state, Plan plan, Catalog catalog, Hurdles hurdles, @Nullable Baseline baseline) {
        this.state = state;
        this.plan = plan;
        this.catalog = catalog;
        this.hurdles = hurdles;
        this.baseline = baseline;
        problem = state.problem();
        staffing = new Staffing(state);
        auditor = new PlanAuditor(problem.dataSet);
        published = baseline == null ? null : new PublishedRows(problem, baseline.bookings());
    }

    /** Decisions as changes of bookings and pins. */
    private final class Draft {
        final Map<BookingKey, @Nullable Site> sites = new LinkedHashMap<>();
        final Map<BookingKey, @Nullable Spot> spots = new LinkedHashMap<>();
        final List<BookingKey> keys = new ArrayList<>();
        final Set<BookingKey> pins = new LinkedHashSet<>(plan.pins());
        final List<String> notes = new ArrayList<>();

        Draft(List<Decision> decisions) {
            decisions.forEach(this::add);
        }

        private void add(Decision decision) {
            Decision.Target target = decision.target();
            if (target != null) {
                addSession(Objects.requireNonNull(decision.sessionId()), target);
                return;
            }
            String staffId = Objects.requireNonNull(decision.staffId());
            catalog.staff.at(staffId);
            int module = catalog.modules.at(Objects.requireNonNull(decision.moduleId()));
            BookingKey key = new BookingKey(staffId, Objects.requireNonNull(decision.moduleId()));
            note(key);
            int r = problem.requirementOf(key);
            boolean booked = r >= 0 && state.isBooked(r);
            if (decision.kind() == Decision.Kind.BOOK && booked) {
                throw new UnfitQuestionException(key + " is booked already. Maybe move it.");
            }
            if (decision.kind() != Decision.Kind.BOOK && !booked) {
                throw new UnfitQuestionException(key + " is not booked. Maybe book it.");
            }
            switch (decision.kind()) {
                case BOOK, MOVE -> {
                    Site site = site(module, decision.sessionId());
                    if (booked && state.sessionOf(r) == site.place()) {
                        throw new UnfitQuestionException(key + " is booked there already. Maybe name another session.");
                    }
                    sites.put(key, site);
                    spots.put(key, catalog.spot(site, module));
                    if (pins.contains(key)) {
                        notes.add(key + " is pinned; the pin goes along.");
                    }
                }
                case CANCEL -> {
                    sites.put(key, null);
                    spots.put(key, null);
                    if (pins.remove(key)) {
                        notes.add(key + " was pinned; the pin goes with the booking.");
                    }
                }
                case PIN -> {
                    if (!pins.add(key)) {
                        notes.add(key + " is pinned already.");
                    }
                }
                case UNPIN -> {
                    if (!pins.remove(key)) {
                        notes.add(key + " was not pinned.");
                    }
                }
                case MOVE_SESSION -> throw new IllegalStateException("(" + decision + ") names no target.");
            }
        }

        private void note(BookingKey key) {
            if (sites.containsKey(key)) {
                throw new UnfitQuestionException(key + " is decided twice. Maybe leave one out.");
            }
            keys.add(key);
        }

        private void addSession(String sessionId, Decision.Target target) {
            SessionMove move = SessionMove.of(state, catalog, hurdles, sessionId, target);
            notes.addAll(move.notes());
            int pinned = 0;
            for (int r : move.attendees()) {
                BookingKey key = new BookingKey(catalog.staffId(r), catalog.moduleId(r));
                note(key);
                sites.put(key, move.site());
                spots.put(key, move.spot());
                pinned += pins.contains(key) ? 1 : 0;
            }
            if (pinned > 0) {
                notes.add("Pinned bookings in " + sessionId + ": " + pinned + "; their pins go along.");
            }
        }

        List<Edit> edits() {
            List<Edit> edits = new ArrayList<>();
            spots.forEach((key, spot) -> edits.add(new Edit(key, spot)));
            return edits;
        }

        Plan plan() {
            Plan edited = PlanRows.edited(plan, edits());
            Plan whole = new Plan(
                    edited.scope(),
                    edited.sessions(),
                    edited.bookings(),
                    edited.unbooked(),
                    edited.changes(),
                    List.copyOf(pins),
                    null);
            return published == null ? whole : published.withChanges(whole, sites.keySet());
        }
    }

    /** {@return the plan once decisions are taken, without a summary} */
    Plan decided(List<Decision> decisions) {
        return new Draft(decisions).plan();
    }

    Judgement judge(List<Decision> decisions) {
        Draft draft = new Draft(decisions);
        List<Outcome> outcomes = new ArrayList<>();
        for (BookingKey key : draft.keys) {
            int r = problem.requirementOf(key);
            Spot from = r >= 0 && state.isBooked(r)
                    ? catalog.spot(Site.running(state.sessionOf(r)), problem.requirements.moduleOf[r])
                    : null;
            outcomes.add(new Outcome(
                    key.staffId(),
                    key.moduleId(),
                    from,
                    draft.spots.containsKey(key) ? draft.spots.get(key) : from,
                    draft.pins.contains(key)));
        }
        List<Breach> breaches = draft.sites.isEmpty() ? List.of() : breaches(draft);
        return new Judgement(decisions, outcomes, breaches.isEmpty(), breaches, price(draft), draft.notes);
    }

    private Site site(int module, @Nullable String sessionId) {
        if (sessionId == null) {
            throw new UnfitQuestionException("No session is named. Maybe add its id.");
        }
        Integer running = catalog.findRunningPlace(sessionId);
        if (running != null) {
            if (state.moduleOf(running) != module) {
                throw new UnfitQuestionException("Session " + sessionId + " teaches "
                        + catalog.dataSet.modules().get(state.moduleOf(running)).id() + ", not "
                        + catalog.dataSet.modules().get(module).id() + ". Maybe name another session.");
            }
            return Site.running(running);
        }
        for (int day = 0; day < problem.calendar.days; day++) {
            for (int slot = 0; slot < problem.calendar.slots; slot++) {
                Site site = problem.curriculum.fitsSlot(module, slot) ? findSite(module, day, slot, sessionId) : null;
                if (site != null) {
                    return site;
                }
            }
        }
        throw new UnknownIdException("session", sessionId, IdTable.nearest(sessionId, catalog.sessionIds()));
    }

    /** A digital place, or one where nothing runs yet, by its id. */
    private @Nullable Site findSite(int module, int day, int slot, String sessionId) {
        String time = problem.calendar.dateOf[day] + "-"
                + problem.dataSet.programme().slots().get(slot).id();
        if (!sessionId.startsWith(time)) {
            return null;
        }
        if (problem.curriculum.isDigital(module)) {
            return sessionId.equals(time) ? Site.running(problem.estate.digitalSession(module, day, slot)) : null;
        }
        boolean inRooms = problem.curriculum.isFaceToFace(module);
        for (int room = inRooms ? 0 : problem.estate.realRooms;
                room < (inRooms ? problem.estate.realRooms : problem.estate.rooms);
                room++) {
            Site site = Site.opened(problem.estate.sessionAt(room, day, slot), new int[0]);
            if (state.countOf(site.place()) == 0 && sessionId.equals(catalog.openedId(site.place()))) {
                if (!hurdles.isUnused(site.place(), module)) {
                    throw new UnfitQuestionException(
                            "The room of " + sessionId + " is in use at that time. Maybe name" + " another one.");
                }
                return Site.opened(site.place(), staffing.find(module, site.place()));
            }
        }
        return null;
    }

    private @Nullable Price price(Draft draft) {
        Trial trial = new Trial(state);
        Map<BookingKey, Integer> from = new HashMap<>();
        for (BookingKey key : draft.sites.keySet()) {
            int r = problem.requirementOf(key);
            if (r < 0) {
                return null;
            }
            from.put(key, state.sessionOf(r));
        }
        draft.sites.forEach((key, site) -> {
            if (from.getOrDefault(key, -1) >= 0) {
                state.unbook(problem.requirementOf(key));
            }
        });
        Map<BookingKey, Trial.Opened> opened = new LinkedHashMap<>();
        List<BookingKey> keys = new ArrayList<>(draft.sites.keySet());
        for (BookingKey key : keys) {
            Site site = draft.sites.get(key);
            if (site != null) {
                Site there = state.countOf(site.place()) > 0 ? Site.running(site.place()) : site;
                opened.put(key, trial.put(new int[] {problem.requirementOf(key)}, there));
            }
        }
        Price price = trial.price();
        for (int i = keys.size() - 1; i >= 0; i--) {
            Site site = draft.sites.get(keys.get(i));
            if (site != null) {
                trial.takeBack(
                        new int[] {problem.requirementOf(keys.get(i))},
                        site,
                        Objects.requireNonNull(opened.get(keys.get(i))));
            }
        }
        draft.sites.forEach((key, site) -> {
            int place = from.getOrDefault(key, -1);
            if (place >= 0) {
                state.book(problem.requirementOf(key), place);
            }
        });
        return price;
    }

    /** What the auditor finds in the part that is touched, and did not find before. */
    private List<Breach> breaches(Draft draft) {
        Plan after = draft.plan();
        Excerpt excerpt = new Excerpt(problem, catalog, List.of(plan, after), draft.sites.keySet());
        Map<Violation, Integer> known = new HashMap<>();
        violations(excerpt, plan).forEach(violation -> known.merge(violation, 1, Integer::sum));
        List<Breach> breaches = new ArrayList<>();
        for (Violation violation : violations(excerpt, after)) {
            if (known.merge(violation, -1, Integer::sum) < 0) {
                breaches.add(new Breach(
                        violation.ruleId(),
                        SENTENCES.getOrDefault(violation.ruleId(), ""),
                        violation.subject(),
                        violation.message()));
            }
        }
        return breaches;
    }

    private List<Violation> violations(Excerpt excerpt, Plan whole) {
        Baseline part = null;
        if (baseline != null) {
            part = new Baseline(
                    excerpt.of(baseline.bookings()),
                    baseline.broken(),
                    baseline.cancelledSessions(),
                    baseline.voided());
        }
        return auditor.audit(excerpt.of(whole), part).violations();
    }
}
