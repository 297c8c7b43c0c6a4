package io.muster.api.service.plan;

import io.muster.api.plan.Completion;
import io.muster.solver.catalogue.TrainingConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Complete plans of one programme side by side: in each row a value for each plan, in the plans' order.
 *
 * @param plans the plans, two to four
 * @param cost cost by line, in the catalogue's order
 * @param completionByBcu share of requirements booked, by BCU
 * @param completionByModule share of requirements booked, by module
 * @param leastShortfall least coverage shortfall of them
 * @param leastCost least cost of those with the least shortfall, pence: coverage comes first
 */
record PlanComparison(
        List<Column> plans,
        List<CostRow> cost,
        List<ShareRow> completionByBcu,
        List<ShareRow> completionByModule,
        long leastShortfall,
        long leastCost) {

    /**
     * A plan.
     *
     * @param plan as lists show it
     * @param result what came of it
     * @param isBest whether none of the others has a smaller shortfall, or the same and a smaller cost
     */
    record Column(PlanView plan, PlanDetailView.Result result, boolean isBest) {}

    /**
     * A cost line.
     *
     * @param label its name
     * @param sentence what it counts
     * @param pence of each plan; null: not known
     * @param least the least of them; null: none is known
     */
    record CostRow(
            String label,
            String sentence,
            List<@Nullable Long> pence,
            @Nullable Long least) {

        /** {@return whether a plan has the least, where they differ} */
        public boolean isLeast(int index) {
            Long own = pence.get(index);
            return own != null && own.equals(least) && pence.stream().anyMatch(other -> !own.equals(other));
        }
    }

    /**
     * Completion of a part of the programme.
     *
     * @param name the part
     * @param shares share of its requirements booked by each plan, 0 to 1; null: there are none
     */
    record ShareRow(String name, List<@Nullable Double> shares) {}

    /** Sets plans side by side; each is complete. */
    static PlanComparison of(List<PlanDetailView> details) {
        long leastShortfall = details.stream()
                .mapToLong(detail -> shortfall(detail.plan()))
                .min()
                .orElseThrow();
        long leastCost = details.stream()
                .filter(detail -> shortfall(detail.plan()) == leastShortfall)
                .mapToLong(detail -> cost(detail.plan()))
                .min()
                .orElseThrow();
        List<Column> columns = details.stream()
                .map(detail -> new Column(
                        detail.plan(),
                        result(detail),
                        shortfall(detail.plan()) == leastShortfall && cost(detail.plan()) == leastCost))
                .toList();
        return new PlanComparison(
                columns,
                Arrays.stream(TrainingConstraint.values())
                        .filter(line -> line.level() == TrainingConstraint.Level.SOFT)
                        .map(line -> costRow(line, columns))
                        .toList(),
                shares(columns, PlanDetailView.Result::completionByBcu),
                shares(columns, PlanDetailView.Result::completionByModule),
                leastShortfall,
                leastCost);
    }

    private static PlanDetailView.Result result(PlanDetailView detail) {
        return Objects.requireNonNull(detail.result(), "the plan is complete");
    }

    private static long shortfall(PlanView plan) {
        return Objects.requireNonNullElse(plan.coverageShortfall(), 0L);
    }

    private static long cost(PlanView plan) {
        return Objects.requireNonNullElse(plan.costPence(), 0L);
    }

    private static CostRow costRow(TrainingConstraint line, List<Column> columns) {
        List<@Nullable Long> pence = new ArrayList<>();
        columns.forEach(column -> pence.add(column.result().cost().get(line.id())));
        Long least = pence.stream().filter(Objects::nonNull).min(Long::compare).orElse(null);
        return new CostRow(line.label(), line.sentence(), pence, least);
    }

    private static List<ShareRow> shares(
            List<Column> columns, Function<PlanDetailView.Result, List<Completion>> parts) {
        Stream<String> names = columns.stream()
                .flatMap(column -> parts.apply(column.result()).stream())
                .map(Completion::name)
                .distinct();
        return names.map(name -> {
                    List<@Nullable Double> shares = new ArrayList<>();
                    columns.forEach(column -> shares.add(share(parts.apply(column.result()), name)));
                    return new ShareRow(name, shares);
                })
                .toList();
    }

    private static @Nullable Double share(List<Completion> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.requirements() > 0)
                .map(part -> (double) part.booked() / part.requirements())
                .findFirst()
                .orElse(null);
    }
}
