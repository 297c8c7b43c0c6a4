package io.muster.solver.search;

import io.muster.solver.SearchSettings;
import io.muster.solver.state.PlanState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the moves of the search: only such as keep a valid plan valid, aimed at what a good plan is made of. An attempt
 * that would break a rule, cover less, or cost more than the annealing bears with is given up as soon as that shows: what
 * is refused here costs nothing further on.
 */
final class MoveMaker {

    private final MoveContext context;
    private final Crew.Member member;
    /** Each kind as often as it is drawn of a hundred. */
    private final List<MoveKind> drawn = new ArrayList<>();

    private Pace pace;
    /** Whether a move was made in this round. */
    private boolean hasMoved;

    /** Whether the last move was what the others made. */
    private boolean isSynchronised;

    /**
     * A maker of moves.
     *
     * @param state the plan the moves are for
     * @param member the solver they are for
     * @throws IllegalArgumentException if the settings name a kind that there is not, or leave none
     */
    MoveMaker(PlanState state, Crew.Member member) {
        this.member = member;
        member.start(state);
        context = new MoveContext(state, member.part(), new SplittableRandom(member.seed()));
        pace = member.pace();
        SearchSettings settings = member.settings();
        Map<String, Integer> shares = new TreeMap<>(settings.moveShares());
        add(8, new InsertMove(context), shares);
        add(4, new OpenMove(context), shares);
        add(6, new DisplaceMove(context), shares);
        add(27, new SwapDaysMove(context), shares);
        add(11, new MoveDayMove(context), shares);
        add(10, new JoinDaysMove(context), shares);
        add(5, new MoveOneMove(context), shares);
        add(5, new EvacuateMove(context), shares);
        add(9, new ReplaceTrainerMove(context), shares);
        add(2, new PairTrainersMove(context), shares);
        add(4, new RestaffMove(context), shares);
        add(3, new MoveClassMove(context), shares);
        add(2, new FlipClassMove(context), shares);
        add(2, new RehouseMove(context), shares);
        add(2, new PairUpMove(context), shares);
        add(4, new ChangeDayMove(context), shares);
        if (!shares.isEmpty() || drawn.isEmpty()) {
            throw new IllegalArgumentException("The shares of moves (" + settings.moveShares()
                    + ") name no kind of move: " + shares.keySet() + ", or leave none.");
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
     * The next move; at the end of a round what the others made in it.
     *
     * @return a move; null when the search is over
     */
    @Nullable
    PlanMove next() {
        if (isSynchronised) {
            member.checkStep(context.state);
            isSynchronised = false;
        }
        while (true) {
            PlanMove move = propose();
            if (move != null) {
                return move;
            }
            if (!member.goesOn()) {
                return null;
            }
            PlanMove ofOthers = member.endRound(context.state, pace.proposals(), hasMoved);
            hasMoved = false;
            if (member.goesOn()) {
                context.take(member.part());
                pace = member.pace();
            }
            if (!ofOthers.isEmpty()) {
                isSynchronised = true;
                return ofOthers;
            }
        }
    }

    private @Nullable PlanMove propose() {
        while (context.canMove() && pace.goesOn()) {
            MoveKind kind = drawn.get(context.random.nextInt(drawn.size()));
            context.begin(pace.patience(context.random));
            if (kind.attempt() && context.isWorthIt()) {
                hasMoved = true;
                return context.trial.takeBack(kind.label());
            }
            context.trial.takeBack();
        }
        return null;
    }
}
