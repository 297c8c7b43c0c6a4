package io.muster.solver.search;

import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    MoveMaker(PlanState state, Random random) {
        context = new MoveContext(state, random);
        add(10, new InsertMove(context));
        add(35, new SwapDaysMove(context));
        add(15, new MoveDayMove(context));
        add(10, new JoinDaysMove(context));
        add(5, new MoveOneMove(context));
        add(5, new EvacuateMove(context));
        add(8, new ReplaceTrainerMove(context));
        add(7, new RestaffMove(context));
        add(3, new MoveClassMove(context));
        add(2, new FlipClassMove(context));
    }

    private void add(int share, MoveKind kind) {
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
