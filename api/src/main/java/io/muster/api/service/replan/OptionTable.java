package io.muster.api.service.replan;

import io.muster.api.service.page.Show;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.replan.ReplanStateView.OptionView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The options of a re-plan side by side, beside the published plan: each figure as a line, the best of them marked.
 *
 * @param sections lines by subject
 */
record OptionTable(List<Section> sections) {
    private static final String TOTAL = "total";

    /** Copies the list. */
    OptionTable {
        sections = List.copyOf(sections);
    }

    /**
     * Lines of a subject.
     *
     * @param title the subject
     * @param lines the lines
     */
    record Section(String title, List<Line> lines) {}

    /**
     * A figure of each option.
     *
     * @param label what it is
     * @param published the published plan's; empty: it has none
     * @param cells one for each option
     */
    record Line(String label, String published, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param text the figure
     * @param isBest whether no other option has a better one and one has a worse
     */
    record Cell(String text, boolean isBest) {}

    /**
     * The table of a re-plan.
     *
     * @param view the re-plan, ready
     * @param published the plan it repairs
     * @param show how figures are shown
     * @return the table
     */
    static OptionTable of(ReplanStateView view, StoredPlan published, Show show) {
        return new Maker(view.options(), view.start(), published, show).make();
    }

    private record Maker(List<OptionView> options, @Nullable HitFigures start, StoredPlan published, Show show) {

        OptionTable make() {
            List<Section> sections = new ArrayList<>();
            sections.add(coverage());
            sections.add(people());
            sections.add(notice());
            sections.add(reasons());
            sections.add(cost());
            return new OptionTable(sections);
        }

        private Section coverage() {
            Integer requirements = published.requirements();
            Integer booked = published.booked();
            return new Section(
                    "Coverage",
                    List.of(
                            line(
                                    "Requirements booked",
                                    show.number(booked) + " (" + show.share(booked, requirements) + ")",
                                    option -> show.number(option.booked()) + " ("
                                            + show.share(option.booked(), option.requirements()) + ")",
                                    OptionView::coverageShortfall),
                            count(
                                    "Unbooked",
                                    requirements == null || booked == null ? "" : show.number(requirements - booked),
                                    option -> option.requirements() - option.booked()),
                            line(
                                    "Last booking",
                                    "",
                                    option -> show.date(option.changes().lastDate()),
                                    option -> option.changes().lastDate() == null
                                            ? 0
                                            : Objects.requireNonNull(
                                                            option.changes().lastDate())
                                                    .toEpochDay()),
                            line(
                                    "Occupancy of sessions",
                                    show.share(published.occupancy()),
                                    option -> show.share(option.occupancy()),
                                    option -> Math.round(-10_000 * option.occupancy()))));
        }

        private Section people() {
            return new Section(
                    "Whom it disturbs",
                    List.of(
                            count(
                                    "People with a booking moved or dropped",
                                    "",
                                    option -> option.changes().peopleMoved()),
                            count(
                                    "of these, not hit by any disruption",
                                    "",
                                    option -> option.changes().peopleMovedNotHit()),
                            count(
                                    "People told of another room or venue only",
                                    "",
                                    option -> option.changes().peopleNewPlace()),
                            count(
                                    "Trainers whose sessions change",
                                    "",
                                    option -> option.changes().trainersChanged()),
                            count(
                                    "Bookings moved",
                                    "",
                                    option -> option.changes().bookingsMoved()),
                            count(
                                    "Bookings dropped",
                                    "",
                                    option -> option.changes().bookingsDropped()),
                            line(
                                    "Bookings added",
                                    "",
                                    option -> show.number(option.changes().bookingsAdded()),
                                    option -> 0)));
        }

        private Section notice() {
            Set<Integer> bands = new TreeSet<>(Comparator.reverseOrder());
            options.forEach(
                    option -> bands.addAll(option.changes().movedByNoticeDays().keySet()));
            List<Line> lines = new ArrayList<>();
            Integer next = null;
            for (int band : bands) {
                lines.add(count(
                        Wording.band(band, next),
                        "",
                        option -> option.changes().movedByNoticeDays().getOrDefault(band, 0)));
                next = band;
            }
            return new Section("Bookings moved or dropped, by notice", lines);
        }

        private Section reasons() {
            Set<String> reasons = new TreeSet<>();
            options.forEach(
                    option -> reasons.addAll(option.changes().changesByReason().keySet()));
            return new Section(
                    "Changes, by reason",
                    reasons.stream()
                            .map(reason -> line(
                                    Wording.why(reason),
                                    "",
                                    option -> show.number(
                                            option.changes().changesByReason().getOrDefault(reason, 0)),
                                    option -> 0))
                            .toList());
        }

        private Section cost() {
            Map<String, Long> before =
                    start == null || start.costPence() == null ? Map.of() : Objects.requireNonNull(start.costPence());
            Set<String> names = new LinkedHashSet<>();
            options.forEach(option -> names.addAll(option.costByLine().keySet()));
            names.remove(TOTAL);
            List<Line> lines = new ArrayList<>();
            lines.add(pounds("Cost in all", before.get(TOTAL), OptionView::costPence));
            Long whole = before.get(TOTAL);
            if (whole != null) {
                lines.add(line(
                        "More than the published plan",
                        "",
                        option -> show.pounds(option.costPence() - whole),
                        OptionView::costPence));
            }
            for (String name : names) {
                lines.add(pounds(
                        show.words(name),
                        before.get(name),
                        option -> option.costByLine().getOrDefault(name, 0L)));
            }
            return new Section("Cost", lines);
        }

        private Line pounds(String label, @Nullable Long before, ToLongFunction<OptionView> pence) {
            return line(
                    label,
                    before == null ? "" : show.pounds(before),
                    option -> show.pounds(pence.applyAsLong(option)),
                    pence);
        }

        private Line count(String label, String before, ToLongFunction<OptionView> count) {
            return line(label, before, option -> show.number(count.applyAsLong(option)), count);
        }

        /** A line; the less there is of its measure the better. */
        private Line line(
                String label, String before, Function<OptionView, String> text, ToLongFunction<OptionView> measure) {
            long least = options.stream().mapToLong(measure).min().orElse(0);
            long most = options.stream().mapToLong(measure).max().orElse(0);
            return new Line(
                    label,
                    before,
                    options.stream()
                            .map(option ->
                                    new Cell(text.apply(option), least < most && measure.applyAsLong(option) == least))
                            .toList());
        }
    }
}
