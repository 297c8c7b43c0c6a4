package io.muster.solver.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.problem.Problem;
import io.muster.solver.state.Assignment;
import io.muster.solver.support.RandomWorld;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The provider against the catalogue: one stream for each entry, at its level, and only ever at a cost. */
class CatalogueTest {

    /** Entries of the catalogue without a stream, and why. */
    static final Map<String, String> WITHOUT_STREAM =
            Map.of("H02", "a requirement has one enrolment, so nobody can be booked twice for a module");

    private final Problem problem = RandomWorld.problem(1, 3);
    private final Assignment assignment = RandomWorld.sayable(problem, 1, 9);
    private final ScoreAnalysis<HardMediumSoftLongScore> analysis = Solutions.analyse(problem, assignment);

    @Test
    void everyEntryHasAStreamUnlessItSaysWhyNot() {
        List<String> expected = Arrays.stream(TrainingConstraint.values())
                .map(TrainingConstraint::id)
                .filter(id -> !WITHOUT_STREAM.containsKey(id))
                .toList();

        assertThat(analysis.constraintMap().keySet().stream().map(ref -> ref.constraintName()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyStreamWeighsWhatTheCatalogueSaysOnItsLevelAlone() {
        for (TrainingConstraint constraint : TrainingConstraint.values()) {
            ConstraintAnalysis<HardMediumSoftLongScore> part = analysis.getConstraintAnalysis(constraint.id());
            if (part != null) {
                long weight = constraint.defaultWeight();
                assertThat(part.weight())
                        .as(constraint.id())
                        .isEqualTo(
                                switch (constraint.level()) {
                                    case HARD -> HardMediumSoftLongScore.ofHard(-weight);
                                    case MEDIUM -> HardMediumSoftLongScore.ofMedium(-weight);
                                    case SOFT -> HardMediumSoftLongScore.ofSoft(-weight);
                                });
            }
        }
    }

    @Test
    void noStreamRewards() {
        assertThat(analysis.constraintMap().values())
                .allMatch(part -> part.score().compareTo(HardMediumSoftLongScore.ZERO) <= 0)
                .anyMatch(part -> part.score().hardScore() < 0)
                .anyMatch(part -> part.score().mediumScore() < 0)
                .anyMatch(part -> part.score().softScore() < 0);
    }

    @Test
    void everyJustificationNamesItsConstraintAndAmountsAddUp() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 1; seed <= 8; seed++) {
            Assignment other = RandomWorld.sayable(problem, seed, 9);
            Solutions.analyse(problem, other).constraintMap().forEach((ref, part) -> {
                long total = 0;
                for (var match : part.matches()) {
                    TrainingJustification justification = (TrainingJustification) match.justification();
                    assertThat(justification.constraint().id()).isEqualTo(ref.constraintName());
                    kinds.add(justification.getClass().getSimpleName());
                    total += justification.amount();
                }
                HardMediumSoftLongScore score = part.score();
                assertThat(total).isEqualTo(-(score.hardScore() + score.mediumScore() + score.softScore()));
            });
        }
        assertThat(kinds).hasSize(TrainingJustification.class.getPermittedSubclasses().length);
    }
}
