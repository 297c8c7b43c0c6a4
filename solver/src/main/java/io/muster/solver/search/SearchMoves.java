package io.muster.solver.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import io.muster.solver.model.TrainingPlan;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Hands the moves of a {@link MoveMaker} to Timefold, one at a time, for as long as there are any. */
public final class SearchMoves implements MoveIteratorFactory<TrainingPlan, PlanMove> {

    private @Nullable MoveMaker maker;

    @Override
    public void phaseEnded(ScoreDirector<TrainingPlan> scoreDirector) {
        maker = null;
    }

    @Override
    public long getSize(ScoreDirector<TrainingPlan> scoreDirector) {
        return Long.MAX_VALUE / 2;
    }

    @Override
    public Iterator<PlanMove> createOriginalMoveIterator(ScoreDirector<TrainingPlan> scoreDirector) {
        throw new IllegalStateException("The moves have no original order. Maybe the selection order is not RANDOM.");
    }

    @Override
    public Iterator<PlanMove> createRandomMoveIterator(ScoreDirector<TrainingPlan> scoreDirector, Random random) {
        if (maker == null) {
            maker = new MoveMaker(scoreDirector.getWorkingSolution().state(), Crew.atWork());
        }
        return new MoveIterator(maker);
    }

    private static final class MoveIterator implements Iterator<PlanMove> {

        private final MoveMaker maker;
        private @Nullable PlanMove next;

        private MoveIterator(MoveMaker maker) {
            this.maker = maker;
        }

        @Override
        public boolean hasNext() {
            // Looked for only when asked: between two moves the plan changes.
            if (next == null) {
                next = maker.next();
            }
            return next != null;
        }

        @Override
        public PlanMove next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            PlanMove move = java.util.Objects.requireNonNull(next);
            next = null;
            return move;
        }
    }
}
