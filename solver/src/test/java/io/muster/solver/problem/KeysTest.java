package io.muster.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.solver.support.DataSetBuilder;
import io.muster.solver.support.Fixtures;
import org.junit.jupiter.api.Test;

/** Ids are found in any order, not only in that of the file. */
class KeysTest {

    private final DataSetBuilder data = Fixtures.dataSet().staff("C", "A", "B", "D");

    @Test
    void peopleAreFoundInAnyOrder() {
        Keys keys = new Keys(data.build());

        assertThat(keys.staff("D")).isEqualTo(3);
        assertThat(keys.staff("D")).isEqualTo(3);
        assertThat(keys.staff("A")).isEqualTo(1);
        assertThat(keys.staff("B")).isEqualTo(2);
        assertThat(keys.staff("C")).isZero();
        assertThat(keys.at("D", Fixtures.MODULE)).isEqualTo(3);
    }

    @Test
    void somebodyUnknownIsAnError() {
        Keys keys = new Keys(data.build());
        keys.staff("D");

        assertThatThrownBy(() -> keys.staff("E"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("E");
    }
}
