package io.muster.api.cli;

import io.muster.api.simulate.PolicyView;
import io.muster.api.simulate.SimulationView;
import io.muster.solver.simulate.FinishDates;
import io.muster.solver.simulate.Outlook;
import io.muster.solver.simulate.Season;
import io.muster.solver.simulate.YearSpend;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Seasons' figures for people: a column for each policy. */
final class SimulationReport {
    private static final double THOUSAND = 1000;
    private static final int HALF = 50;
    private static final int NINETEEN_IN_TWENTY = 95;
    private static final int ALL = 100;

    private final SimulationView view;
    private final PrintWriter out;
    private TextTable table = new TextTable();

    private SimulationReport(SimulationView view, PrintWriter out) {
        this.view = view;
        this.out = out;
    }

    static void print(SimulationView view, PrintWriter out) {
        new SimulationReport(view, out).print();
    }

    private void print() {
        List<Season> first = view.policies().get(0).seasons();
        out.println(
                "Seasons of " + view.programme().id() + ": " + view.programme().name());
        out.println("  " + (first.size() == 1 ? "1 season" : first.size() + " seasons") + " of "
                + first.get(0).weeks().size() + " weeks for each plan, seed "
                + view.seed() + ", re-planned each Monday for "
                + view.replanPolicy().name().toLowerCase(Locale.ROOT).replace('_', ' '));

        section("First plan");
        row("", PolicyView::name);
        row("booked", p -> Figures.percent(p.booked(), p.requirements()));
        row("shortfall", p -> Figures.count(p.shortfall()));
        row("cost", p -> Figures.pounds(p.costPence()));
        table.print(out);

        String target =
                view.programme().target().completionPct().stripTrailingZeros().toPlainString() + "%";
        section("Finish: " + target + " attended");
        row("", PolicyView::name);
        row("P50", p -> day(p.outlook().finish().p50()));
        row("P80", p -> day(p.outlook().finish().p80()));
        row(
                "seasons that reach it",
                p -> p.outlook().finish().reached() + " of "
                        + p.outlook().finish().seasons());
        table.print(out);

        section("Season (medians)");
        row("", PolicyView::name);
        row("attended at the end", p -> Figures.percent(p.outlook().attendedPerMille() / THOUSAND));
        count("shortfall", Outlook::shortfall);
        count("backlog", Outlook::backlog);
        count("no-shows", Outlook::noShows);
        count("withdrawals", Outlook::withdrawals);
        count("bookings broken", Outlook::broken);
        count("bookings moved", Outlook::moved);
        for (Integer band : bands()) {
            count(
                    "  notice from " + band + " days",
                    outlook -> outlook.movedByBand().getOrDefault(band, 0L));
        }
        count("  though not broken", Outlook::undisturbedMoved);
        count("people moved", Outlook::peopleMoved);
        row("price of changes", p -> Figures.pounds(p.outlook().changePence()));
        row("rooms and trainers", p -> Figures.pounds(p.outlook().spendPence()));
        table.print(out);

        printBudget();
        printBcus();

        section("Re-plan seconds");
        row("", PolicyView::name);
        seconds("P50", HALF);
        seconds("P95", NINETEEN_IN_TWENTY);
        seconds("most", ALL);
        table.print(out);
        out.println();
        out.println("Every weekly plan passed the audit.");
        out.println(
                "The results are in " + view.folder() + ": simulation.json, weeks.csv, weeks_by_bcu.csv, finish.csv");
    }

    /** Rooms and trainers of the dearest season of each year against its budget. */
    private void printBudget() {
        TreeSet<String> years = view.policies().stream()
                .flatMap(policy -> policy.seasons().stream())
                .flatMap(season -> season.spend().stream())
                .map(YearSpend::financialYear)
                .collect(Collectors.toCollection(TreeSet::new));
        if (years.isEmpty()) {
            return;
        }
        section("Rooms and trainers against budget, dearest season");
        row("", PolicyView::name);
        for (String year : years) {
            row(year, policy -> budget(policy, year));
        }
        table.print(out);
    }

    private static String budget(PolicyView policy, String year) {
        @Nullable YearSpend dearest = null;
        for (Season season : policy.seasons()) {
            for (YearSpend spend : season.spend()) {
                if (spend.financialYear().equals(year) && (dearest == null || spend.pence() > dearest.pence())) {
                    dearest = spend;
                }
            }
        }
        if (dearest == null) {
            return "none";
        }
        Long budget = dearest.budgetPence();
        return Figures.pounds(dearest.pence()) + (budget == null ? "" : " of " + Figures.pounds(budget));
    }

    private void printBcus() {
        section("Finish by BCU (P50, P80)");
        row("", PolicyView::name);
        TreeSet<String> bcus = view.policies().stream()
                .flatMap(policy -> policy.outlook().finishByBcu().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String bcu : bcus) {
            row(bcu, policy -> {
                FinishDates dates = policy.outlook().finishByBcu().get(bcu);
                return dates == null ? "none" : day(dates.p50()) + ", " + day(dates.p80());
            });
        }
        table.print(out);
    }

    private TreeSet<Integer> bands() {
        TreeSet<Integer> bands = new TreeSet<>();
        view.policies()
                .forEach(policy -> bands.addAll(policy.outlook().movedByBand().keySet()));
        return bands;
    }

    private void section(String title) {
        out.println();
        out.println(title);
        table = new TextTable();
    }

    private void count(String name, Function<Outlook, Long> figure) {
        row(name, policy -> Figures.count(figure.apply(policy.outlook())));
    }

    private void seconds(String name, int percent) {
        row(name, policy -> String.format(Locale.ROOT, "%.2f", policy.replanSeconds(percent)));
    }

    private void row(String name, Function<PolicyView, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        view.policies().forEach(policy -> cells.add(cell.apply(policy)));
        table.row(cells.toArray(String[]::new));
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "not reached" : date.toString();
    }
}
