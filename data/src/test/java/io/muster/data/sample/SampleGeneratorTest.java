package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DataSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleGeneratorTest {

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameDataSet(SampleProgramme programme) {
        int people = Math.min(programme.defaultPeople(), 2_000);

        assertThat(SampleGenerator.generate(programme, people, 11))
                .isEqualTo(SampleGenerator.generate(programme.id(), people, 11));
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesOtherPeopleLeaveRoomsAndTrainers(SampleProgramme programme) {
        int people = Math.min(programme.defaultPeople(), 2_000);
        DataSet one = SampleGenerator.generate(programme, people, 1);
        DataSet other = SampleGenerator.generate(programme, people, 2);

        assertThat(one.programme()).isEqualTo(other.programme());
        assertThat(one.absences()).isNotEqualTo(other.absences());
        assertThat(one.staff()).isNotEqualTo(other.staff());
        assertThat(one.trainerAbsences()).isNotEqualTo(other.trainerAbsences());
    }

    @Test
    void theDataSetOfASeedIsPinnedSoThatNoJdkChangesIt() throws Exception {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 500, 42);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Stream.of(
                        data.teams(),
                        data.staff(),
                        data.absences(),
                        data.completions(),
                        data.rooms(),
                        data.roomClosures(),
                        data.trainers(),
                        data.trainerAbsences())
                .forEach(list -> digest.update(list.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("9d70e8dd260991b1a918052ab226b493f80c12c4ec3a13bacaaaa5e3966eacce");
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 150_001, 0, -1})
    void anOutOfRangeNumberNamesTheRange(int people) {
        assertThatThrownBy(() -> SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, people, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 100 to 150000")
                .hasMessageContaining(String.valueOf(people));
    }

    @Test
    void anUnknownProgrammeNamesTheKnownOnes() {
        assertThatThrownBy(() -> SampleGenerator.generate("nmfl", 1_000, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nmfl-phase-2, nmfl-phase-1, ilm-cohort");
    }

    @Test
    void aHundredThousandPeopleAreGenerated() {
        DataSet data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 100_000, 3);

        assertThat(data.staff()).hasSize(100_000);
        assertThat(data.absences()).hasSizeGreaterThan(1_000_000);
        assertThat(data.trainers()).hasSize(434);
    }

    @Test
    void theDefaultSizeIsThatOfTheProgramme() {
        assertThat(SampleGenerator.generate(SampleProgramme.ILM_COHORT, 1).staff())
                .hasSize(12)
                .allSatisfy(m -> assertThat(m.cohort()).isEqualTo("ILM5-01"));
    }
}
