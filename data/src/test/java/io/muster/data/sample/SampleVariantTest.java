package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.io.DataSetReader;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.ReadResult;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import io.muster.data.model.Room;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleVariantTest {

    private static final BigDecimal EIGHT = new BigDecimal("8");

    private static DataSet generate(SampleVariant... variants) {
        return SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 2_000, 1, Set.of(variants));
    }

    @Test
    void withoutAVariantItIsTheSameDataSet() {
        assertThat(generate()).isEqualTo(SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 2_000, 1));
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameDataSetAndTheSamePeople(SampleVariant variant) {
        assertThat(generate(variant)).isEqualTo(generate(variant)).isNotEqualTo(generate());
        assertThat(generate(variant).staff()).isEqualTo(generate().staff());
    }

    @Test
    void noCeilingIsAboveEightPerCentAndSmallerOnesStay() {
        DataSet tight = generate(SampleVariant.TIGHT_CEILINGS);

        assertThat(tight.programme().abstraction().ceilingPct()).isEqualByComparingTo(EIGHT);
        assertThat(tight.programme().abstraction().minimumStrengthPct())
                .isEqualTo(generate().programme().abstraction().minimumStrengthPct());
        assertThat(generate().teams()).anyMatch(team -> team.ceilingPct() != null);
        assertThat(tight.teams())
                .allMatch(team -> team.ceilingPct() == null || team.ceilingPct().compareTo(EIGHT) <= 0);
        assertThat(tight.teams().stream().filter(t -> t.ceilingPct() == null).count())
                .isEqualTo(generate().teams().stream()
                        .filter(t -> t.ceilingPct() == null)
                        .count());
    }

    @Test
    void halfTheRoomsAreLeftWithTheirClosures() {
        DataSet all = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 20_000, 1);
        DataSet half =
                SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 20_000, 1, EnumSet.of(SampleVariant.HALF_ROOMS));
        Set<String> left = half.rooms().stream().map(Room::id).collect(Collectors.toSet());

        assertThat(left).hasSize((all.rooms().size() + 1) / 2);
        assertThat(all.rooms()).containsAll(half.rooms());
        assertThat(half.roomClosures())
                .isNotEmpty()
                .isEqualTo(all.roomClosures().stream()
                        .filter(c -> left.contains(c.roomId()))
                        .toList());
    }

    @Test
    void threeInFourInternalTrainersOfOneModuleAreAwayThroughout() {
        DataSet missing = SampleGenerator.generate(
                SampleProgramme.NMFL_PHASE_2, 20_000, 1, EnumSet.of(SampleVariant.MISSING_TRAINERS));
        List<Trainer> group = missing.trainers().stream()
                .filter(t -> t.internal() && t.moduleIds().contains("C"))
                .toList();
        Set<String> away = new HashSet<>();
        for (TrainerAbsence absence : missing.trainerAbsences()) {
            if (absence.from().equals(missing.programme().firstDay())
                    && absence.to().equals(missing.programme().lastDay())) {
                away.add(absence.trainerId());
            }
        }

        assertThat(group).extracting(Trainer::id).containsAll(away);
        assertThat(group.size() - away.size()).isEqualTo((group.size() + 3) / 4).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void everyProgrammeShortOfEverythingReadsBackTheSame(SampleProgramme programme, @TempDir Path folder)
            throws IOException {
        DataSet data = SampleGenerator.generate(
                programme, Math.min(1_000, programme.defaultPeople()), 1, EnumSet.allOf(SampleVariant.class));
        DataSetWriter.writeFolder(data, folder.resolve("data"));

        ReadResult result = DataSetReader.read(folder.resolve("data"));

        assertThat(result.issues()).noneMatch(i -> i.severity() == Severity.ERROR);
        assertThat(result.dataSet()).contains(data);
    }
}
