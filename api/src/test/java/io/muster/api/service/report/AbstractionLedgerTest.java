package io.muster.api.service.report;

import static io.muster.api.service.report.SmallWorld.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.plan.Plan;
import io.muster.solver.check.TeamDays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbstractionLedgerTest {
    private final AbstractionLedger ledger = ledger(SmallWorld.plan());

    private static AbstractionLedger ledger(Plan plan) {
        PlanFacts facts = PlanFacts.of(SmallWorld.dataSet(), plan, List.of());
        return AbstractionLedger.of(facts, TeamDays.of(facts.dataSet(), plan.bookings()));
    }

    @Test
    void eachTeamHasARowForEachTrainingDay() {
        assertThat(ledger.days()).hasSize(2 * 9);
        assertThat(ledger.ofBcu("SE"))
                .hasSize(9)
                .allMatch(day -> day.team().id().equals("T2"));
        assertThat(ledger.ofBcu("NW")).isEmpty();
    }

    /** 4 on duty, P3 absent, half must stay: 1 may go, 3 do; a half day is 210 minutes. */
    @Test
    void aDaySaysWhoIsThereWhoMayAndWhoDoes() {
        TeamDay monday = ledger.days().get(0);

        assertThat(monday.date()).isEqualTo(MONDAY);
        assertThat(monday.onDuty()).isEqualTo(4);
        assertThat(monday.absent()).isEqualTo(1);
        assertThat(monday.cap()).isEqualTo(1);
        assertThat(monday.used()).isEqualTo(3);
        assertThat(monday.headroom()).isZero();
        assertThat(monday.minutes()).isEqualTo(630);
    }

    /** March: three half days on Monday and P1's on Friday; April: P1's whole day, P5's half. */
    @Test
    void thePublicColumnsSumMinutesByMonthAndTeam() {
        assertThat(PublicAbstraction.of(ledger))
                .containsExactly(
                        new PublicAbstraction(
                                "2025-03",
                                "CN",
                                "Camden",
                                "E09000007",
                                "Camden Emergency Response 1A",
                                "ERPT",
                                "Training",
                                4 * 210),
                        new PublicAbstraction(
                                "2025-04",
                                "CN",
                                "Camden",
                                "E09000007",
                                "Camden Emergency Response 1A",
                                "ERPT",
                                "Training",
                                2 * 210),
                        new PublicAbstraction(
                                "2025-04", "SE", "Lewisham", "E09000023", "Lewisham CID", "CID", "Training", 210));
    }

    @Test
    void aTeamNamedAfterNoBoroughOfItsBcuHasNone() {
        assertThat(Boroughs.find("SE", "Camden Emergency Response")).isEmpty();
        assertThat(Boroughs.find("SN", "Croydon Centre CID")).isPresent();
        assertThat(Boroughs.find("MO12", "Lambeth Met Command")).isEmpty();
        assertThat(Boroughs.find("CN", "Camdenshire CID")).isEmpty();
    }
}
