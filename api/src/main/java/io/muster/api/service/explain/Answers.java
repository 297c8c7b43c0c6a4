package io.muster.api.service.explain;

import io.muster.api.explain.PersonWhy;
import io.muster.api.service.booking.Sight;
import io.muster.api.service.live.LivePlan;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.Venue;
import io.muster.data.plan.ScopeDecision;
import io.muster.rules.ScopeTrace;
import io.muster.solver.explain.Alternative;
import io.muster.solver.explain.BookingWhy;
import io.muster.solver.explain.PersonOptions;
import io.muster.solver.explain.Price;
import io.muster.solver.explain.RoomLedger;
import io.muster.solver.explain.SeatOptions;
import io.muster.solver.explain.SessionLedger;
import io.muster.solver.explain.Spot;
import io.muster.solver.explain.TeamLedger;
import io.muster.solver.explain.TrainerLedger;
import io.muster.solver.explain.UnbookedWhy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts names beside the ids of answers, and leaves out people the caller may not see. */
public final class Answers {
    private final LivePlan live;
    private final Sight sight;

    Answers(LivePlan live, Sight sight) {
        this.live = live;
        this.sight = sight;
    }

    SpotView spot(Spot spot) {
        String firstSlot = spot.slotIds().get(0);
        String sessionId = spot.sessionId();
        return new SpotView(
                sessionId,
                sessionId == null ? spot.date() + "-" + firstSlot : sessionId,
                spot.opens(),
                spot.date(),
                spot.slotIds(),
                live.startOf(spot.date(), firstSlot),
                live.endOf(spot.date(), spot.slotIds().get(spot.slotIds().size() - 1)),
                spot.venueId(),
                venueName(spot.venueId()),
                spot.roomId(),
                spot.trainerIds(),
                spot.booked(),
                spot.capacity());
    }

    /**
     * A place with its names.
     *
     * @param spot the place; null: none
     * @return its view; null: none
     */
    public @Nullable SpotView spotOrNull(@Nullable Spot spot) {
        return spot == null ? null : spot(spot);
    }

    PriceView price(Price price) {
        return new PriceView(price.pence(), price.lines(), price.shortfall());
    }

    /**
     * A price.
     *
     * @param price the price; null: none
     * @return its view; null: none
     */
    public @Nullable PriceView priceOrNull(@Nullable Price price) {
        return price == null ? null : price(price);
    }

    WhyView why(PersonWhy why) {
        List<WhyView.Module> modules = live.dataSet().modules().stream()
                .filter(module -> isAbout(why, module.id()))
                .map(module -> new WhyView.Module(
                        module.id(),
                        module.name(),
                        scope(why, module.id()),
                        why.bookings().stream()
                                .filter(booking -> booking.moduleId().equals(module.id()))
                                .map(this::booking)
                                .findFirst()
                                .orElse(null),
                        why.unbooked().stream()
                                .filter(unbooked -> unbooked.moduleId().equals(module.id()))
                                .map(this::unbooked)
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new WhyView(why.staffId(), modules, why.notes());
    }

    private static boolean isAbout(PersonWhy why, String moduleId) {
        return why.decisions().stream().anyMatch(row -> row.moduleId().equals(moduleId))
                || why.bookings().stream().anyMatch(row -> row.moduleId().equals(moduleId))
                || why.unbooked().stream().anyMatch(row -> row.moduleId().equals(moduleId));
    }

    private static WhyView.@Nullable Scope scope(PersonWhy why, String moduleId) {
        ScopeDecision row = why.decisions().stream()
                .filter(decision -> decision.moduleId().equals(moduleId))
                .findFirst()
                .orElse(null);
        if (row == null) {
            return null;
        }
        WhyView.Trace trace = why.scope().stream()
                .filter(one -> one.decision().moduleId().equals(moduleId))
                .map(Answers::trace)
                .findFirst()
                .orElse(null);
        return new WhyView.Scope(
                row.decision(), row.ruleId(), row.reason(), row.priority(), row.earliest(), row.latest(), trace);
    }

    private static WhyView.Trace trace(ScopeTrace trace) {
        return new WhyView.Trace(
                trace.ruleName(), trace.sheetRow(), trace.facts(), trace.applied(), trace.overruled(), trace.nearest());
    }

    private WhyView.Booking booking(BookingWhy why) {
        return new WhyView.Booking(
                spot(why.spot()),
                price(why.adds()),
                why.held(),
                why.alternatives().stream().map(this::alternative).toList(),
                why.possible());
    }

    private WhyView.Unbooked unbooked(UnbookedWhy why) {
        return new WhyView.Unbooked(
                why.reason(),
                why.detail(),
                seen(why.withStaffIds()),
                why.daySlots(),
                why.open(),
                why.rules(),
                why.nearest().stream()
                        .map(miss -> new WhyView.Miss(spot(miss.spot()), miss.blocks()))
                        .toList(),
                why.relaxations().stream().map(this::relaxation).toList());
    }

    private WhyView.Relaxation relaxation(UnbookedWhy.Relaxation relaxation) {
        return new WhyView.Relaxation(
                relaxation.steps().stream()
                        .map(step -> new WhyView.Step(
                                step.kind(),
                                step.ruleId(),
                                step.amount(),
                                step.what(),
                                step.moves().stream()
                                        .map(move -> new WhyView.Move(move.moduleId(), spot(move.to())))
                                        .toList()))
                        .toList(),
                spot(relaxation.spot()),
                priceOrNull(relaxation.price()));
    }

    AlternativeView alternative(Alternative alternative) {
        return new AlternativeView(
                spot(alternative.spot()),
                price(alternative.price()),
                alternative.noticeDays(),
                alternative.travelMinutes(),
                alternative.teamPlacesLeft(),
                seen(alternative.withStaffIds()));
    }

    AlternativesView.Module alternatives(PersonOptions options) {
        return new AlternativesView.Module(
                options.moduleId(),
                moduleName(options.moduleId()),
                spotOrNull(options.now()),
                options.alternatives().stream().map(this::alternative).toList(),
                options.possible());
    }

    CandidatesView candidates(SeatOptions options) {
        return new CandidatesView(
                spot(options.session()),
                options.moduleId(),
                moduleName(options.moduleId()),
                options.freeSeats(),
                options.unbooked(),
                options.movable(),
                options.picks().stream().map(this::candidate).toList(),
                options.others().stream().map(this::candidate).toList());
    }

    private CandidatesView.Candidate candidate(SeatOptions.Candidate candidate) {
        return new CandidatesView.Candidate(
                candidate.staffIds(),
                candidate.teamId(),
                teamName(candidate.teamId()),
                spotOrNull(candidate.now()),
                price(candidate.price()));
    }

    LedgerViews.Team team(TeamLedger ledger) {
        return new LedgerViews.Team(
                ledger.teamId(),
                teamName(ledger.teamId()),
                ledger.bcu(),
                ledger.people(),
                ledger.requirements(),
                ledger.booked(),
                ledger.ceilingPct(),
                ledger.minimumStrengthPct(),
                price(ledger.cost()),
                ledger.places(),
                ledger.used(),
                ledger.days());
    }

    LedgerViews.Room room(RoomLedger ledger) {
        return new LedgerViews.Room(
                ledger.roomId(),
                ledger.venueId(),
                Objects.requireNonNullElse(venueName(ledger.venueId()), ledger.venueId()),
                ledger.capacity(),
                ledger.pencePerSlot(),
                ledger.slotsOpen(),
                ledger.slotsUsed(),
                ledger.seats(),
                ledger.seatsTaken(),
                ledger.hirePence(),
                ledger.sessions().stream().map(this::spot).toList());
    }

    LedgerViews.Trainer trainer(TrainerLedger ledger) {
        return new LedgerViews.Trainer(
                ledger.trainerId(),
                ledger.internal(),
                ledger.moduleIds(),
                ledger.pencePerDay(),
                ledger.daysAvailable(),
                ledger.daysUsed(),
                ledger.slotsUsed(),
                ledger.slotsIdle(),
                ledger.pence(),
                ledger.weeks(),
                ledger.sessions().stream().map(this::spot).toList());
    }

    LedgerViews.Session session(SessionLedger ledger) {
        return new LedgerViews.Session(
                spot(ledger.spot()),
                ledger.moduleId(),
                moduleName(ledger.moduleId()),
                ledger.minClass(),
                ledger.freeSeats(),
                ledger.targetSeats(),
                price(ledger.cost()),
                ledger.teams().stream()
                        .map(share ->
                                new LedgerViews.TeamShare(share.teamId(), teamName(share.teamId()), share.booked()))
                        .toList(),
                seen(ledger.staffIds()));
    }

    private List<String> seen(List<String> staffIds) {
        return staffIds.stream()
                .filter(id -> {
                    StaffMember member = live.staffById().get(id);
                    return member != null && sight.sees(member);
                })
                .toList();
    }

    /**
     * The name of a module.
     *
     * @param id the module
     * @return its name; the id where the data set has no such module
     */
    public String moduleName(String id) {
        TrainingModule module = live.moduleById().get(id);
        return module == null ? id : module.name();
    }

    private String teamName(String id) {
        Team team = live.teamById().get(id);
        return team == null ? id : team.name();
    }

    private @Nullable String venueName(@Nullable String id) {
        Venue venue = id == null ? null : live.venueById().get(id);
        return venue == null ? null : venue.name();
    }
}
