package io.muster.solver.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.DataSet;
import io.muster.solver.construct.DayKinds.Kind;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import io.muster.solver.support.Plans;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of somebody's modules after a day, and whether it fits into whole days. */
class DayKindsTest {

    private static final int M1 = 0;
    private static final int DIGITAL = 1;
    private static final int LATER = 2;
    private static final int M2 = 3;
    private static final int M3 = 4;

    private DayKinds kinds;

    /** Modules M1, M2 and M3 in a room, DIGITAL, and LATER in a room but not before DIGITAL. */
    @BeforeEach
    void start() {
        DataSetBuilder builder = Fixtures.dataSet()
                .module("DIGITAL", DataSetBuilder.ModuleFields::digital)
                .module("LATER", module -> module.after = List.of("DIGITAL"))
                .module("M2", module -> {})
                .module("M3", module -> {})
                .trainer("X2", trainer -> trainer.modules = List.of("LATER", "M2", "M3"))
                .staff("P0");
        DataSet data = builder.build();
        Problem problem = Problem.of(data, Plans.everythingForAll(data));
        assertThat(problem.curriculum.isDigital(DIGITAL)).isTrue();
        kinds = new DayKinds(problem, 0);
    }

    private long bits(int... modules) {
        long bits = 0;
        for (int module : modules) {
            bits |= kinds.bit(module);
        }
        return bits;
    }

    @Test
    void whatIsLeftWouldHaveToBeginWithDigitalLearning() {
        Kind pair = new Kind(M1, M2, 3);

        assertThat(kinds.leavesMorning(pair, bits(M1, M2, DIGITAL, LATER))).isTrue();
        assertThat(kinds.leavesMorning(pair, bits(M1, M2, M3, DIGITAL, LATER))).isFalse();
        assertThat(kinds.leavesMorning(pair, bits(M1, M2, DIGITAL, M3))).isFalse();
        assertThat(kinds.leavesMorning(pair, bits(M1, M2, DIGITAL))).isFalse();
        assertThat(kinds.leavesMorning(pair, bits(M1, M2, LATER))).isFalse();
        assertThat(kinds.leavesMorning(new Kind(M1, DIGITAL, 3), bits(M1, M2, DIGITAL, LATER)))
                .isFalse();
    }

    @Test
    void anEvenNumberOfHalfDaysBesideDigitalLearningMakesWholeDays() {
        assertThat(kinds.isInPairs(bits(M1, M2, DIGITAL))).isTrue();
        assertThat(kinds.isInPairs(bits(M1, M2, M3, LATER, DIGITAL))).isTrue();
        assertThat(kinds.isInPairs(bits(M1, DIGITAL))).isFalse();
        assertThat(kinds.isInPairs(bits(M1, M2))).isFalse();
        assertThat(kinds.isInPairs(bits(DIGITAL))).isFalse();
    }

    @Test
    void digitalLearningIsAwaitedWhereNoWholeDayIsLeftWithoutIt() {
        assertThat(kinds.isAwaited(DIGITAL, bits(M1, M2, DIGITAL))).isFalse();
        assertThat(kinds.isAwaited(DIGITAL, bits(M1, LATER, DIGITAL))).isTrue();
        assertThat(kinds.isAwaited(DIGITAL, bits(M1, M2, M3, LATER, DIGITAL))).isFalse();
    }

    @Test
    void aDayIsDigitalInPartWhereOneHalfIsInARoom() {
        assertThat(kinds.isDigitalInPart(new Kind(DIGITAL, M1, 3))).isTrue();
        assertThat(kinds.isDigitalInPart(new Kind(M1, DIGITAL, 3))).isTrue();
        assertThat(kinds.isDigitalInPart(new Kind(M1, M2, 3))).isFalse();
        assertThat(kinds.isDigitalInPart(new Kind(DIGITAL, DayKinds.NOTHING, 1)))
                .isFalse();
    }

    @Test
    void theDigitalModuleIsFound() {
        assertThat(kinds.digital(bits(M1, DIGITAL, LATER))).isEqualTo(DIGITAL);
        assertThat(kinds.digital(bits(M1, LATER))).isEqualTo(DayKinds.NOTHING);
    }
}
