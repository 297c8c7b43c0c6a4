package io.muster.api.simulate;

import io.muster.data.io.FigureFiles;
import io.muster.data.model.Programme.ChangeBand;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.profile.PlanningPolicy;
import io.muster.solver.simulate.FinishDates;
import io.muster.solver.simulate.Outlook;
import io.muster.solver.simulate.Progress;
import io.muster.solver.simulate.Season;
import io.muster.solver.simulate.SeasonWeek;
import io.muster.solver.simulate.YearSpend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a simulation (docs/SIMULATION.md). All are the same bytes for the same command, but for the key
 * {@code replanSeconds} of {@code simulation.json}.
 */
final class SimulationFiles {
    private static final String JSON = "simulation.json";
    private static final String WEEKS = "weeks.csv";
    private static final String WEEKS_BY_BCU = "weeks_by_bcu.csv";
    private static final String FINISH = "finish.csv";

    /** The files' names. */
    static final Set<String> NAMES = Set.of(JSON, WEEKS, WEEKS_BY_BCU, FINISH);

    private static final int HALF = 50;
    private static final int NINETEEN_IN_TWENTY = 95;
    private static final int ALL = 100;
    private static final double THOUSAND = 1000;

    private SimulationFiles() {}

    static void write(SimulationView view) throws IOException {
        Path folder = Files.createDirectories(view.folder());
        FigureFiles.writeJson(json(view), folder.resolve(JSON));
        writeWeeks(view, folder.resolve(WEEKS));
        writeWeeksByBcu(view, folder.resolve(WEEKS_BY_BCU));
        writeFinish(view, folder.resolve(FINISH));
    }

    // --- CSV
    // ----------------------------------------------------------------------------------------------------------

    private static void writeWeeks(SimulationView view, Path file) throws IOException {
        List<Integer> bands = view.programme().prices().changeBands().stream()
                .map(ChangeBand::minDays)
                .toList();
        List<String> lines = Arrays.stream(TrainingConstraint.values())
                .filter(constraint -> constraint.level() == TrainingConstraint.Level.SOFT)
                .map(TrainingConstraint::id)
                .toList();
        List<String> header = new ArrayList<>(List.of(
                "policy",
                "season",
                "week",
                "monday",
                "requirements",
                "attended",
                "booked",
                "shortfall",
                "disruptions",
                "withdrawals",
                "broken",
                "moved",
                "dropped",
                "undisturbed_moved",
                "people_moved"));
        bands.forEach(band -> header.add("moved_" + band));
        header.addAll(List.of("backlog", "backlog_unbooked", "no_shows", "change_pence"));
        lines.forEach(line -> header.add("cost_" + line));
        List<List<String>> rows = new ArrayList<>();
        forEachWeek(view, (policy, season, number, week) -> {
            Progress progress = week.progress();
            List<String> row = new ArrayList<>(List.of(policy.name(), text(season.number()), text(number)));
            row.add(week.monday().toString());
            row.add(text(progress.requirements()));
            row.add(text(progress.attended()));
            row.add(text(week.booked()));
            row.add(text(week.shortfall()));
            row.add(text(week.disruptions().values().stream()
                    .mapToLong(Integer::longValue)
                    .sum()));
            row.add(text(week.withdrawals()));
            row.add(text(week.broken()));
            row.add(text(week.moved()));
            row.add(text(week.dropped()));
            row.add(text(week.undisturbedMoved()));
            row.add(text(week.peopleMoved()));
            bands.forEach(band -> row.add(text(week.movedByBand().getOrDefault(band, 0))));
            row.add(text(week.backlog()));
            row.add(text(week.backlogUnbooked()));
            row.add(text(week.noShows()));
            row.add(text(week.changePence()));
            lines.forEach(line -> row.add(text(week.cost().getOrDefault(line, 0L))));
            rows.add(row);
        });
        FigureFiles.writeCsv(header, rows, file);
    }

    private static void writeWeeksByBcu(SimulationView view, Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        forEachWeek(
                view,
                (policy, season, number, week) -> week.byBcu()
                        .forEach((bcu, progress) -> rows.add(List.of(
                                policy.name(),
                                text(season.number()),
                                text(number),
                                week.monday().toString(),
                                bcu,
                                text(progress.requirements()),
                                text(progress.attended())))));
        FigureFiles.writeCsv(
                List.of("policy", "season", "week", "monday", "bcu", "requirements", "attended"), rows, file);
    }

    private static void writeFinish(SimulationView view, Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (PolicyView policy : view.policies()) {
            rows.add(finishRow(policy.name(), "", policy.outlook().finish()));
            policy.outlook().finishByBcu().forEach((bcu, dates) -> rows.add(finishRow(policy.name(), bcu, dates)));
        }
        FigureFiles.writeCsv(List.of("policy", "bcu", "seasons", "reached", "p50", "p80"), rows, file);
    }

    private static List<String> finishRow(String policy, String bcu, FinishDates dates) {
        return List.of(
                policy,
                bcu,
                text(dates.seasons()),
                text(dates.reached()),
                dates.p50() == null ? "" : dates.p50().toString(),
                dates.p80() == null ? "" : dates.p80().toString());
    }

    @FunctionalInterface
    private interface WeekSink {
        void accept(PolicyView policy, Season season, int number, SeasonWeek week);
    }

    private static void forEachWeek(SimulationView view, WeekSink sink) {
        for (PolicyView policy : view.policies()) {
            for (Season season : policy.seasons()) {
                for (int i = 0; i < season.weeks().size(); i++) {
                    sink.accept(policy, season, i + 1, season.weeks().get(i));
                }
            }
        }
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    // --- JSON
    // ---------------------------------------------------------------------------------------------------------

    private static Map<String, @Nullable Object> json(SimulationView view) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programmeId", view.programme().id());
        json.put("inputHash", view.inputHash());
        json.put("ruleSetId", view.ruleSetId());
        json.put("ruleSetHash", view.ruleSetHash());
        json.put("seed", view.seed());
        json.put("replanPolicy", view.replanPolicy().name());
        json.put("targetCompletionPct", view.programme().target().completionPct());
        json.put("rates", view.rates());
        json.put("policies", view.policies().stream().map(SimulationFiles::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(PolicyView view) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("policy", view.name());
        PlanningPolicy policy = view.policy();
        json.put("reserveWeeks", policy == null ? null : policy.reserveWeeks());
        json.put("seatReservePct", policy == null ? null : policy.seatReservePct());
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("requirements", view.requirements());
        first.put("booked", view.booked());
        first.put("shortfall", view.shortfall());
        first.put("costPence", view.costPence());
        json.put("firstPlan", first);
        Outlook outlook = view.outlook();
        json.put("finish", json(outlook.finish()));
        Map<String, Object> byBcu = new TreeMap<>();
        outlook.finishByBcu().forEach((bcu, dates) -> byBcu.put(bcu, json(dates)));
        json.put("finishByBcu", byBcu);
        json.put("median", medians(outlook));
        json.put("seasons", view.seasons().stream().map(SimulationFiles::json).toList());
        Map<String, Object> seconds = new LinkedHashMap<>();
        seconds.put("p50", view.replanSeconds(HALF));
        seconds.put("p95", view.replanSeconds(NINETEEN_IN_TWENTY));
        seconds.put("max", view.replanSeconds(ALL));
        json.put("replanSeconds", seconds);
        return json;
    }

    private static Map<String, @Nullable Object> json(FinishDates dates) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seasons", dates.seasons());
        json.put("reached", dates.reached());
        json.put("p50", text(dates.p50()));
        json.put("p80", text(dates.p80()));
        return json;
    }

    private static Map<String, @Nullable Object> medians(Outlook outlook) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("attended", outlook.attendedPerMille() / THOUSAND);
        json.put("shortfall", outlook.shortfall());
        json.put("noShows", outlook.noShows());
        json.put("withdrawals", outlook.withdrawals());
        json.put("broken", outlook.broken());
        json.put("moved", outlook.moved());
        json.put("undisturbedMoved", outlook.undisturbedMoved());
        json.put("peopleMoved", outlook.peopleMoved());
        json.put("movedByBand", outlook.movedByBand());
        json.put("backlog", outlook.backlog());
        json.put("changePence", outlook.changePence());
        json.put("spendPence", outlook.spendPence());
        return json;
    }

    private static Map<String, @Nullable Object> json(Season season) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Progress end = season.last().progress();
        json.put("season", season.number());
        json.put("finished", text(season.finished()));
        json.put("finishedByBcu", texts(season.finishedByBcu()));
        json.put("requirements", end.requirements());
        json.put("attended", end.attended());
        json.put("shortfall", season.last().shortfall());
        json.put("noShows", season.sum(SeasonWeek::noShows));
        json.put("withdrawals", season.sum(SeasonWeek::withdrawals));
        json.put("broken", season.sum(SeasonWeek::broken));
        json.put("moved", season.sum(SeasonWeek::moved));
        json.put("dropped", season.sum(SeasonWeek::dropped));
        json.put("undisturbedMoved", season.sum(SeasonWeek::undisturbedMoved));
        json.put("peopleMoved", season.peopleMoved());
        json.put("movedByBand", season.movedByBand());
        json.put("backlog", season.last().backlog());
        json.put("backlogUnbooked", season.last().backlogUnbooked());
        json.put("changePence", season.sum(SeasonWeek::changePence));
        json.put("costPence", season.last().cost());
        json.put("spend", season.spend().stream().map(SimulationFiles::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(YearSpend year) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("financialYear", year.financialYear());
        json.put("roomPence", year.roomPence());
        json.put("trainerPence", year.trainerPence());
        json.put("pence", year.pence());
        json.put("budgetPence", year.budgetPence());
        return json;
    }

    private static Map<String, String> texts(SortedMap<String, LocalDate> dates) {
        Map<String, String> texts = new TreeMap<>();
        dates.forEach((name, date) -> texts.put(name, date.toString()));
        return texts;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
