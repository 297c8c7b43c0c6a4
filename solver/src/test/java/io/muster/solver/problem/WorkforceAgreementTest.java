package io.muster.solver.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.StaffMember;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.AuditReport.Violation;
import io.muster.solver.check.PlanAuditor;
import io.muster.solver.support.RandomWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the workforce knows about a person's day and a team's cap is what the auditor finds when everybody is booked for
 * digital learning on one day, and on no other.
 */
class WorkforceAgreementTest {

    private static final String DIGITAL = "PLT";
    private static final int WORLDS = 120;

    private int yes;
    private int no;

    @Test
    void bitsAndCapsAreTheAuditors() {
        for (long seed = 0; seed < WORLDS; seed++) {
            Problem problem = RandomWorld.problem(seed, 3);
            PlanAuditor auditor = new PlanAuditor(problem.dataSet);
            for (int d = 0; d < problem.calendar.days; d++) {
                for (int slot = 0; slot < problem.calendar.slots; slot++) {
                    AuditReport report = auditor.audit(everybodyBooked(problem, d, slot), null);
                    String name = "seed " + seed + ", day " + d + ", slot " + slot + ", staff ";
                    for (int p = 0; p < problem.workforce.staff; p++) {
                        expectBits(problem, p, d, slot, report, name + p);
                    }
                    for (int t = 0; t < problem.workforce.teams; t++) {
                        expectCap(problem, t, d, report, name + t);
                    }
                }
            }
        }
        assertThat(yes).isGreaterThan(10_000);
        assertThat(no).isGreaterThan(10_000);
    }

    private static Plan everybodyBooked(Problem problem, int d, int slot) {
        List<Booking> bookings = new ArrayList<>();
        String slotId = problem.dataSet.programme().slots().get(slot).id();
        for (StaffMember person : problem.dataSet.staff()) {
            bookings.add(new Booking(
                    person.id(), DIGITAL, null, problem.calendar.dateOf[d], List.of(slotId), Booking.Status.PLANNED));
        }
        return new Plan(List.of(), List.of(), bookings, List.of(), List.of(), null);
    }

    private void expectBits(Problem problem, int p, int d, int slot, AuditReport report, String name) {
        int bits = problem.workforce.dayBits[p * problem.calendar.days + d];
        String id = problem.dataSet.staff().get(p).id();
        long duty = points(report, "H05", id);
        long absence = points(report, "H06", id);
        long early = points(report, "H10", id);
        assertThat((bits & Workforce.DUTY_OK) == 0).as(name).isEqualTo(duty > 0);
        assertThat((bits & Workforce.ABSENT << slot) != 0).as(name).isEqualTo(absence > 0);
        assertThat((bits & Workforce.EARLY << slot) != 0).as(name).isEqualTo(early > 0);
        boolean available = duty + absence + early == 0;
        assertThat((bits & Workforce.AVAILABLE << slot) != 0).as(name).isEqualTo(available);
        long unrested =
                ((bits & Workforce.START_OK << slot) == 0 ? 1 : 0) + ((bits & Workforce.END_OK << slot) == 0 ? 1 : 0);
        assertThat(unrested).as(name).isEqualTo(points(report, "H07", id));
        yes += available ? 1 : 0;
        no += available ? 0 : 1;
    }

    private static void expectCap(Problem problem, int t, int d, AuditReport report, String name) {
        int heads = 0;
        for (int p : problem.workforce.membersOf[t]) {
            heads += (problem.workforce.dayBits[p * problem.calendar.days + d] & Workforce.ON_DUTY) != 0 ? 1 : 0;
        }
        long over = points(report, "H12", problem.dataSet.teams().get(t).id());
        assertThat(problem.workforce.cap[t * problem.calendar.days + d])
                .as(name)
                .isEqualTo(heads - over);
    }

    private static long points(AuditReport report, String ruleId, String id) {
        return report.violations().stream()
                .filter(violation -> violation.ruleId().equals(ruleId))
                .filter(violation -> violation.subject().startsWith(id + " "))
                .mapToLong(Violation::points)
                .sum();
    }
}
