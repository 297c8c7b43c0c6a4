package io.muster.data.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.muster.data.model.Absence;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.model.Team;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The flagship programme at its default size looks like DOMAIN says. */
class WorkforceShapeTest {

    private static SampleFacts facts;
    private static DataSet data;

    @BeforeAll
    static void generate() {
        data = SampleGenerator.generate(SampleProgramme.NMFL_PHASE_2, 1);
        facts = new SampleFacts(data);
    }

    @Test
    void roleFamiliesHaveTheirHeads() {
        assertThat(data.staff().stream().collect(Collectors.groupingBy(StaffMember::role, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ERPT", 7_000L,
                        "NEIGHBOURHOOD", 3_600L,
                        "PCSO", 1_300L,
                        "CID", 3_000L,
                        "PUBLIC_PROTECTION", 2_700L,
                        "METCC", 1_500L,
                        "DETENTION", 1_000L,
                        "RTPC", 1_300L,
                        "TASKFORCE", 900L,
                        "ARV", 700L));
    }

    @Test
    void bcusHaveTheirSharesOfLocalPolicing() {
        Map<String, Long> byBcu = data.staff().stream()
                .map(m -> facts.teamById.get(m.teamId()).bcu())
                .collect(Collectors.groupingBy(b -> b, Collectors.counting()));
        double local = 17_600;

        assertThat(byBcu.get("AW") / local).isCloseTo(0.113, within(0.001));
        assertThat(byBcu.get("NE") / local).isCloseTo(0.068, within(0.001));
        assertThat(byBcu.get("WA") / local).isCloseTo(0.097, within(0.001));
        assertThat(byBcu).hasSize(12 + 5);
    }

    @Test
    void teamsHaveRealisticSizes() {
        assertThat(data.teams()).hasSizeBetween(650, 800);
        assertThat(facts.staffByTeam.values())
                .allSatisfy(members -> assertThat(members).hasSizeBetween(20, 36));
    }

    @Test
    void reliefTeamsFollowEachOtherTwoDaysApartAndKeepTheLowerCeiling() {
        List<Team> response =
                data.teams().stream().filter(t -> t.function().equals("ERPT")).toList();

        assertThat(response).allSatisfy(t -> {
            assertThat(t.ceilingPct()).isEqualByComparingTo(new BigDecimal("12.5"));
            assertThat(t.offset()).isEqualTo(2 * (t.id().charAt(t.id().length() - 1) - 'A'));
        });
        Map<Integer, Long> byOffset =
                response.stream().collect(Collectors.groupingBy(Team::offset, Collectors.counting()));
        assertThat(byOffset).hasSize(5);
        assertThat(byOffset.values()).containsOnly((long) response.size() / 5);
    }

    @Test
    void aTenthWorkTheirOwnPattern() {
        assertThat(share(m -> m.patternId() != null)).isBetween(0.08, 0.10);
    }

    @Test
    void aFewAreLongAbsentJoinLeaveOrHaveNeeds() {
        assertThat(share(m -> !m.status().equals(StaffMember.ACTIVE))).isBetween(0.02, 0.04);
        assertThat(share(m -> m.joined() != null)).isBetween(0.04, 0.07);
        assertThat(share(m -> m.leaves() != null)).isBetween(0.01, 0.035);
        assertThat(share(m -> !m.needs().isEmpty())).isBetween(0.005, 0.015);
        assertThat(share(m -> m.notBefore() != null)).isBetween(0.003, 0.01);
        assertThat(share(m -> m.priority() == 1)).isBetween(0.02, 0.04);
        assertThat(share(m -> m.priority() == 2)).isBetween(0.002, 0.01);
        assertThat(share(m -> m.employment() == Employment.SPECIAL)).isBetween(0.001, 0.01);
        assertThat(data.staff().stream().flatMap(m -> m.tags().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("SOIT", "LEADERSHIP_PATHWAY", "VOLUNTEER", "RECRUIT");
        assertThat(data.completions().stream().map(c -> c.moduleId()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("DIG", "D", "S");
    }

    @Test
    void fifteenToEighteenPerCentOfDutyTimeIsAway() {
        assertThat(awayShare(data.programme().firstDay(), data.programme().lastDay(), null))
                .isBetween(0.15, 0.18);
    }

    @Test
    void schoolHolidaysAreThePeakOfLeave() {
        double term = awayShare(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 29), "LEAVE");
        double easter = awayShare(LocalDate.of(2025, 4, 7), LocalDate.of(2025, 4, 20), "LEAVE");
        double summer = awayShare(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 28), "LEAVE");

        assertThat(easter).isGreaterThan(term * 1.25);
        assertThat(summer).isGreaterThan(term * 1.25);
    }

    @Test
    void absencesOfAPersonDoNotOverlap() {
        assertThat(facts.absencesByStaff.values()).allSatisfy(rows -> {
            for (int i = 1; i < rows.size(); i++) {
                Absence before = rows.get(i - 1);
                assertThat(rows.get(i).from()).isAfterOrEqualTo(before.to());
            }
        });
    }

    @Test
    void nobodyKnowsOfSicknessToCome() {
        assertThat(data.absences().stream()
                        .filter(a -> a.reason().equals("SICK"))
                        .allMatch(a -> a.from()
                                .toLocalDate()
                                .isBefore(data.programme().asOf().plusDays(28))))
                .isTrue();
    }

    private static double share(Predicate<StaffMember> which) {
        return (double) data.staff().stream().filter(which).count()
                / data.staff().size();
    }

    /** Every tenth person is enough to tell. */
    private static double awayShare(LocalDate from, LocalDate to, String reason) {
        long rostered = 0;
        long away = 0;
        for (int i = 0; i < data.staff().size(); i += 10) {
            StaffMember member = data.staff().get(i);
            for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
                if (facts.isRostered(member, date)) {
                    rostered++;
                    away += facts.isAbsent(member, date, reason) ? 1 : 0;
                }
            }
        }
        return (double) away / rostered;
    }
}
