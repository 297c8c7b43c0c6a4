package io.muster.api.cli;

import io.muster.api.decide.DecisionView;
import io.muster.api.explain.PersonWhy;
import io.muster.solver.explain.Alternative;
import io.muster.solver.explain.BookingWhy;
import io.muster.solver.explain.BookingWhy.Hold;
import io.muster.solver.explain.DayOptions;
import io.muster.solver.explain.Judgement;
import io.muster.solver.explain.PersonOptions;
import io.muster.solver.explain.Price;
import io.muster.solver.explain.SeatOptions;
import io.muster.solver.explain.Spot;
import io.muster.solver.explain.UnbookedWhy;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Answers about people, sessions and decisions, for people. */
final class AnswerText {
    private static final String NOWHERE = "unbooked";

    private final PrintWriter out;

    AnswerText(PrintWriter out) {
        this.out = out;
    }

    // ---- Why -------------------------------------------------------------------------------------------------------

    void person(PersonWhy why) {
        if (why.scope().isEmpty()) {
            ScopeReport.printDecisions(why.decisions(), out);
        } else {
            ScopeReport.printWhy(why.scope(), out);
        }
        why.bookings().forEach(this::booking);
        why.unbooked().forEach(this::unbooked);
        notes(why.notes());
    }

    private void booking(BookingWhy why) {
        out.println();
        out.println(why.moduleId() + " is booked: " + place(why.spot()));
        out.println("  it adds     " + price(why.adds()));
        for (Hold hold : why.held()) {
            out.println("  it stays    "
                    + switch (hold) {
                        case PAST -> "it is past";
                        case FROZEN -> "it is inside the frozen period";
                        case PINNED -> "it is pinned by hand";
                    });
        }
        alternatives(why.alternatives(), why.possible());
    }

    private void alternatives(List<Alternative> alternatives, int possible) {
        out.println("  "
                + (possible == 0
                        ? "nowhere else keeps every rule"
                        : "other places that keep every rule: " + Figures.count(possible)
                                + (possible > alternatives.size() ? ", the cheapest" : "")));
        for (Alternative one : alternatives) {
            out.println("    " + signed(one.price().pence()) + "  " + place(one.spot()));
            out.println("      " + lines(one.price()) + "; " + one.noticeDays() + " days' notice, "
                    + one.travelMinutes() + " min travel, " + one.teamPlacesLeft()
                    + " of the team's places left that day"
                    + (one.withStaffIds().isEmpty() ? "" : "; together with " + String.join(", ", one.withStaffIds())));
        }
    }

    private void unbooked(UnbookedWhy why) {
        out.println();
        out.println(why.moduleId() + " is not booked: " + why.reason());
        out.println("  " + why.detail());
        if (!why.withStaffIds().isEmpty()) {
            out.println("  goes together with " + String.join(", ", why.withStaffIds()));
        }
        out.println("  of " + Figures.count(why.daySlots()) + " days and slots " + Figures.count(why.open())
                + " are open; the others are blocked by");
        TextTable table = new TextTable();
        table.row("  rule", "first", "of all", "at all", "of all");
        for (UnbookedWhy.RuleShare share : why.rules()) {
            table.row(
                    "  " + share.ruleId(),
                    Figures.count(share.first()),
                    Figures.percent(share.first(), why.daySlots()),
                    Figures.count(share.all()),
                    Figures.percent(share.all(), why.daySlots()));
        }
        table.print(out);
        why.rules().forEach(share -> out.println("    " + share.ruleId() + ": " + share.sentence()));
        out.println("  nearest misses");
        for (UnbookedWhy.Miss miss : why.nearest()) {
            out.println("    " + place(miss.spot()));
            miss.blocks().forEach(block -> out.println("      " + block.ruleId() + ": " + block.what()));
        }
        out.println("  what would book it" + (why.relaxations().isEmpty() ? ": nothing that is small" : ""));
        for (UnbookedWhy.Relaxation relaxation : why.relaxations()) {
            Price price = relaxation.price();
            out.println("    " + place(relaxation.spot()) + (price == null ? "" : ", " + signed(price.pence())));
            relaxation.steps().forEach(step -> out.println("      " + step.what()));
        }
    }

    private void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            out.println();
            notes.forEach(note -> out.println("Note: " + note));
        }
    }

    // ---- Options ---------------------------------------------------------------------------------------------------

    void options(List<PersonOptions> all) {
        boolean first = true;
        for (PersonOptions options : all) {
            if (!first) {
                out.println();
            }
            first = false;
            out.println(options.moduleId() + " of " + options.staffId() + ": " + place(options.now()));
            alternatives(options.alternatives(), options.possible());
        }
    }

    void days(List<DayOptions> all) {
        for (DayOptions options : all) {
            out.println();
            out.println("Whole day, " + String.join(" and ", options.moduleIds()) + " of " + options.staffId());
            for (int i = 0; i < options.moduleIds().size(); i++) {
                List<String> others = options.withStaffIds().get(i);
                out.println("  now " + options.moduleIds().get(i) + ": "
                        + place(options.now().get(i))
                        + (others.isEmpty() ? "" : "; together with " + String.join(", ", others)));
            }
            int possible = options.possible();
            out.println("  "
                    + (possible == 0
                            ? "no other day for all of it keeps every rule"
                            : "other days that keep every rule: " + Figures.count(possible)
                                    + (possible > options.alternatives().size() ? ", the cheapest" : "")));
            for (DayOptions.Day day : options.alternatives()) {
                out.println("    " + signed(day.price().pence()) + "  "
                        + day.spots().get(0).date());
                for (int i = 0; i < options.moduleIds().size(); i++) {
                    out.println("      " + options.moduleIds().get(i) + ": "
                            + place(day.spots().get(i)));
                }
                out.println("      " + lines(day.price()) + "; " + day.noticeDays() + " days' notice, "
                        + day.travelMinutes() + " min travel, " + day.teamPlacesLeft()
                        + " of the team's places left that day");
            }
        }
    }

    void seats(SeatOptions options) {
        out.println(options.moduleId() + " " + place(options.session()));
        out.println("  free seats  " + Figures.count(options.freeSeats()));
        out.println("  could come  " + Figures.count(options.unbooked()) + " who are unbooked, "
                + Figures.count(options.movable()) + " who are booked elsewhere");
        if (!options.picks().isEmpty()) {
            out.println("  take, each on top of those before");
            options.picks().forEach(this::candidate);
        }
        if (!options.others().isEmpty()) {
            out.println("  others, each alone");
            options.others().forEach(this::candidate);
        }
    }

    private void candidate(SeatOptions.Candidate one) {
        out.println("    " + signed(one.price().pence()) + "  " + String.join(", ", one.staffIds()) + " of "
                + one.teamId() + ", " + place(one.now()));
        out.println("      " + lines(one.price()));
    }

    // ---- Decisions -------------------------------------------------------------------------------------------------

    void decision(DecisionView view) {
        Judgement judgement = view.judgement();
        for (Judgement.Outcome outcome : judgement.changes()) {
            out.println(outcome.moduleId() + " of " + outcome.staffId() + ": " + place(outcome.from())
                    + (outcome.from() != null && outcome.from().equals(outcome.to())
                            ? ""
                            : " -> " + place(outcome.to()))
                    + (outcome.pinned() ? ", pinned" : ""));
        }
        Price price = judgement.price();
        out.println("  it costs    " + (price == null ? "nothing any line knows: it is no requirement" : price(price)));
        if (judgement.allowed()) {
            out.println("  rules       every hard rule holds");
        }
        for (Judgement.Breach breach : judgement.breaches()) {
            out.println("  breaks " + breach.ruleId() + "  " + breach.subject() + ": " + breach.what());
            if (!breach.sentence().isEmpty()) {
                out.println("              " + breach.sentence());
            }
        }
        notes(judgement.notes());
        if (view.folder() != null) {
            out.println("Plan written to " + view.folder());
        }
    }

    // ---- Words -----------------------------------------------------------------------------------------------------

    /** {@return a place in one line} */
    static String place(@Nullable Spot spot) {
        if (spot == null) {
            return NOWHERE;
        }
        StringJoiner text = new StringJoiner(", ");
        text.add(spot.date() + " " + String.join(" and ", spot.slotIds()));
        String sessionId = spot.sessionId();
        if (sessionId == null) {
            return text.add("digital").toString();
        }
        text.add((spot.opens() ? "a new session " : "session ") + sessionId);
        if (!spot.trainerIds().isEmpty()) {
            text.add("with " + String.join(" and ", spot.trainerIds()));
        }
        return text.add(spot.booked() + " of " + spot.capacity() + " seats taken")
                .toString();
    }

    /** {@return a price in one line} */
    static String price(Price price) {
        return signed(price.pence()) + " (" + lines(price) + ")"
                + (price.shortfall() == 0 ? "" : ", coverage shortfall " + Figures.signed(price.shortfall()));
    }

    private static String lines(Price price) {
        StringJoiner text = new StringJoiner(", ");
        for (Map.Entry<String, Long> line : price.lines().entrySet()) {
            text.add(line.getKey() + " " + signed(line.getValue()));
        }
        return price.lines().isEmpty() ? "no line changes" : text.toString();
    }

    /** {@return pence as pounds with their sign} */
    static String signed(long pence) {
        return pence > 0 ? "+" + Figures.pounds(pence) : Figures.pounds(pence);
    }
}
