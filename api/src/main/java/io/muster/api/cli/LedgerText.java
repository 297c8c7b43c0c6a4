package io.muster.api.cli;

import io.muster.solver.explain.RoomLedger;
import io.muster.solver.explain.SessionLedger;
import io.muster.solver.explain.Spot;
import io.muster.solver.explain.TeamLedger;
import io.muster.solver.explain.TrainerLedger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Ledgers for people. */
final class LedgerText {
    private final PrintWriter out;

    LedgerText(PrintWriter out) {
        this.out = out;
    }

    void team(TeamLedger ledger) {
        out.println(
                "Team " + ledger.teamId() + " of " + ledger.bcu() + ", " + Figures.count(ledger.people()) + " people");
        out.println("  booked      " + Figures.count(ledger.booked()) + " of " + Figures.count(ledger.requirements())
                + " requirements, " + Figures.percent(ledger.booked(), ledger.requirements()));
        out.println("  adds        " + AnswerText.price(ledger.cost()));
        out.println("  limits      ceiling " + ledger.ceilingPct().toPlainString() + "%, minimum strength "
                + ledger.minimumStrengthPct().toPlainString() + "%");
        out.println("  places      " + Figures.count(ledger.used()) + " of " + Figures.count(ledger.places())
                + " used, " + Figures.percent(ledger.used(), ledger.places()));
        TextTable table = new TextTable();
        table.row(
                "date", "on duty", "absent", "factor", "by ceiling", "by strength", "cap", "used", "headroom", "limit");
        for (TeamLedger.Day day : ledger.days()) {
            table.row(
                    day.date().toString(),
                    Figures.count(day.rostered()),
                    Figures.count(day.absent()),
                    day.factor().toPlainString(),
                    Figures.count(day.byCeiling()),
                    Figures.count(day.byStrength()),
                    Figures.count(day.cap()),
                    Figures.count(day.used()),
                    Figures.count(day.headroom()),
                    day.limit().name().toLowerCase(Locale.ROOT));
        }
        table.print(out);
    }

    void room(RoomLedger ledger) {
        out.println("Room " + ledger.roomId() + " at " + ledger.venueId() + ", " + ledger.capacity() + " seats, "
                + Figures.pounds(ledger.pencePerSlot()) + " a slot");
        out.println("  used        " + Figures.count(ledger.slotsUsed()) + " of " + Figures.count(ledger.slotsOpen())
                + " half-days it is open, " + Figures.percent(ledger.slotsUsed(), ledger.slotsOpen()));
        out.println("  seats       " + Figures.count(ledger.seatsTaken()) + " of " + Figures.count(ledger.seats())
                + " taken, " + Figures.percent(ledger.seatsTaken(), ledger.seats()));
        out.println("  hire        " + Figures.pounds(ledger.hirePence()));
        sessions(ledger.sessions());
    }

    void trainer(TrainerLedger ledger) {
        out.println("Trainer " + ledger.trainerId() + ", " + (ledger.internal() ? "internal" : "external") + ", "
                + Figures.pounds(ledger.pencePerDay()) + " a day, teaches "
                + String.join(", ", ledger.moduleIds()));
        out.println("  used        " + Figures.count(ledger.daysUsed()) + " of "
                + Figures.count(ledger.daysAvailable()) + " days available, "
                + Figures.percent(ledger.daysUsed(), ledger.daysAvailable()));
        out.println("  half-days   " + Figures.count(ledger.slotsUsed()) + " used, " + Figures.count(ledger.slotsIdle())
                + " idle on days delivered");
        out.println("  cost        " + Figures.pounds(ledger.pence()));
        TextTable table = new TextTable();
        table.row("week of", "available", "at most", "used");
        ledger.weeks()
                .forEach(week -> table.row(
                        week.monday().toString(),
                        Figures.count(week.daysAvailable()),
                        Figures.count(week.most()),
                        Figures.count(week.used())));
        table.print(out);
        sessions(ledger.sessions());
    }

    void session(SessionLedger ledger) {
        out.println(ledger.moduleId() + " " + AnswerText.place(ledger.spot()));
        out.println("  adds        " + AnswerText.price(ledger.cost()));
        out.println("  seats       " + Figures.count(ledger.freeSeats()) + " free; no seat costs from "
                + ledger.targetSeats() + " bookings on, at least " + ledger.minClass() + " should come");
        out.println("  teams");
        TextTable table = new TextTable();
        ledger.teams().forEach(team -> table.row("  " + team.teamId(), Figures.count(team.booked())));
        table.print(out);
        out.println("  people      " + String.join(", ", ledger.staffIds()));
    }

    private void sessions(List<Spot> sessions) {
        sessions.forEach(spot -> out.println("    " + AnswerText.place(spot)));
    }
}
