package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.solver.problem.Problem;
import io.muster.solver.state.PlanState;
import io.muster.solver.support.RandomWorld;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void takesBackEveryBookingWithTheModuleAndTrainersOfItsSession() {
        for (long seed = 0; seed < 20; seed++) {
            Problem problem = RandomWorld.problem(seed, 2);
            PlanState state = Construction.run(problem);
            int[] before = state.assignment().sessionOf();
            long cost = state.cost().total();
            Journal journal = new Journal(state);
            Random random = new Random(seed);

            for (int i = 0; i < 200 && problem.requirements.count > 0; i++) {
                int r = random.nextInt(problem.requirements.count);
                if (state.isBooked(r)) {
                    int session = state.sessionOf(r);
                    journal.unbook(r);
                    if (!problem.estate.isDigital(session) && state.countOf(session) == 0) {
                        state.setModule(session, -1);
                    }
                } else {
                    journal.book(r, random.nextInt(problem.estate.sessions));
                }
            }
            journal.rollBack(0);

            assertThat(state.assignment().sessionOf()).as("seed %d", seed).isEqualTo(before);
            assertThat(state.cost().total()).as("seed %d", seed).isEqualTo(cost);
            assertThat(state.hardPoints()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void namesWhatWasTakenOutSinceAMark() {
        PlanState state = Construction.run(RandomWorld.problem(1, 2));
        Journal journal = new Journal(state);
        int[] booked = java.util.stream.IntStream.range(0, state.problem().requirements.count)
                .filter(state::isBooked)
                .limit(2)
                .toArray();

        journal.unbook(booked[0]);
        int mark = journal.mark();
        journal.unbook(booked[1]);

        assertThat(journal.takenSince(0)).containsExactly(booked[0], booked[1]);
        assertThat(journal.takenSince(mark)).containsExactly(booked[1]);
    }
}
