package io.muster.solver.search;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the moves of the search: only such as keep a valid plan valid, aimed at what a good plan is made of. An attempt
 * that would break a rule is given up as soon as that shows, and another one is made.
 */
final class MoveMaker {

    /** Attempts after which there seems to be nothing left to move at all. */
    private static final int MOST_ATTEMPTS = 100_000;

    private final MoveContext context;
    /** Each kind as often as it is drawn of a hundred. */
    private final List<MoveKind> drawn = new ArrayList<>();

    /**
     * A maker of moves.
     *
     * @param shares shares of kinds by label that differ from the default
     * @throws IllegalArgumentException if a label is none of a kind, or no kind is left
     */
    MoveMaker(PlanState state, Random random, Map<String, Integer> shares) {
        Map<String, Integer> unused = new TreeMap<>(shares);
        context = new MoveContext(state, random);
        add(8, new InsertMove(context), unused);
        add(4, new OpenMove(context), unused);
        add(6, new DisplaceMove(context), unused);
        add(27, new SwapDaysMove(context), unused);
        add(15, new MoveDayMove(context), unused);
        add(10, new JoinDaysMove(context), unused);
        add(5, new MoveOneMove(context), unused);
        add(5, new EvacuateMove(context), unused);
        add(8, new ReplaceTrainerMove(context), unused);
        add(7, new RestaffMove(context), unused);
        add(3, new MoveClassMove(context), unused);
        add(2, new FlipClassMove(context), unused);
        if (!unused.isEmpty() || drawn.isEmpty()) {
            throw new IllegalArgumentException("The shares of moves (" + shares + ") name no kind of move: "
                    + unused.keySet() + ", or leave none.");
        }
    }

    private void add(int usualShare, MoveKind kind, Map<String, Integer> shares) {
        Integer other = shares.remove(kind.label());
        int share = other == null ? usualShare : other;
        for (int i = 0; i < share; i++) {
            drawn.add(kind);
        }
    }

    /**
     * The next move.
     *
     * @return a move; null when none was found in very many attempts
     */
    @Nullable
    PlanMove next() {
        for (int i = 0; i < MOST_ATTEMPTS && context.requirements.count > 0; i++) {
            MoveKind kind = drawn.get(context.random.nextInt(drawn.size()));
            long shortfall = context.state.shortfall();
            long cost = context.state.cost().total();
            boolean made = kind.attempt() && !context.trial.isEmpty();
            boolean hopeless = context.state.shortfall() >= shortfall
                    && context.state.cost().total() - cost > SearchConfig.HOPELESS_PENCE;
            if (made && !hopeless) {
                return context.trial.takeBack(kind.label());
            }
            context.trial.takeBack();
        }
        return null;
    }
}
