package io.muster.api.service.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.api.service.report.EqualityReport.Row;
import io.muster.api.service.report.EqualityReport.Table;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EqualityReportsTest {
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<ScopeDecision> scope = new ArrayList<>();
    private final List<Booking> bookings = new ArrayList<>();

    private void people(int count, Employment employment, String rank, boolean isBooked) {
        for (int i = 0; i < count; i++) {
            String id = "P" + staff.size();
            staff.add(new StaffMember(
                    id,
                    "T1",
                    "ERPT",
                    rank,
                    employment,
                    StaffMember.ACTIVE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    null,
                    0));
            scope.add(new ScopeDecision(id, "A", Decision.IN_SCOPE, "RULE-1", "In.", 0, null, null));
            if (isBooked) {
                bookings.add(SmallWorld.booking(id, "A", null, SmallWorld.MONDAY, "AM"));
            }
        }
    }

    private EqualityReport report() {
        DataSet small = SmallWorld.dataSet();
        DataSet dataSet = new DataSet(
                small.programme(),
                small.modules(),
                small.teams(),
                small.patterns(),
                staff,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                small.venues(),
                small.rooms(),
                List.of(),
                small.trainers(),
                List.of());
        return EqualityReports.of(
                PlanFacts.of(dataSet, new Plan(scope, List.of(), bookings, List.of(), List.of(), null), List.of()));
    }

    private static Table table(EqualityReport report, EqualityAttribute attribute) {
        return report.tables().stream()
                .filter(table -> table.attribute() == attribute)
                .findFirst()
                .orElseThrow();
    }

    private static Row row(EqualityReport report, EqualityAttribute attribute, String value) {
        return table(report, attribute).rows().stream()
                .filter(row -> row.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody has attended and everybody requires something, so that two columns are left. */
    @Test
    void largeGroupsAreShownAndOutcomesOfFewPeoplePutTogether() {
        people(60, Employment.OFFICER, "PC", true);
        people(20, Employment.OFFICER, "PC", false);
        people(30, Employment.STAFF, "Band E", true);
        people(15, Employment.STAFF, "Band E", false);

        EqualityReport report = report();

        assertThat(report.outcomes()).containsExactly("COMPLETE_OR_BOOKED", "OPEN_OR_NOT_REQUIRED");
        assertThat(report.totals()).containsExactly(90L, 35L);
        assertThat(report.people()).isEqualTo(125);
        assertThat(row(report, EqualityAttribute.EMPLOYMENT, "OFFICER"))
                .isEqualTo(new Row("OFFICER", List.of(60L, 20L), 80L));
        assertThat(row(report, EqualityAttribute.EMPLOYMENT, "STAFF"))
                .isEqualTo(new Row("STAFF", List.of(30L, 15L), 45L));
        assertThat(table(report, EqualityAttribute.EMPLOYMENT).note()).isEmpty();
    }

    /** 3 of 33 staff are open: with both totals shown, all four counts go. */
    @Test
    void aSmallCountIsSuppressedWithTheThreeThatWouldTellIt() {
        people(60, Employment.OFFICER, "PC", true);
        people(20, Employment.OFFICER, "PC", false);
        people(30, Employment.STAFF, "Band E", true);
        people(3, Employment.STAFF, "Band E", false);

        EqualityReport report = report();

        assertThat(row(report, EqualityAttribute.EMPLOYMENT, "OFFICER"))
                .isEqualTo(new Row("OFFICER", Arrays.asList(null, null), 80L));
        assertThat(row(report, EqualityAttribute.EMPLOYMENT, "STAFF"))
                .isEqualTo(new Row("STAFF", Arrays.asList(null, null), 33L));
        assertThat(report.totals()).containsExactly(90L, 23L);
        assertThat(table(report, EqualityAttribute.EMPLOYMENT).note()).isNotEmpty();
    }

    /**
     * Officers are sergeants and constables; all staff are Band E. By employment 3 is small and takes both rows with it. By
     * rank Band E could hide behind the sergeants alone - and the constables be shown.
     */
    @Test
    void theSamePeopleInTwoTablesAreSuppressedInBoth() {
        people(60, Employment.OFFICER, "PC", true);
        people(20, Employment.OFFICER, "PC", false);
        people(12, Employment.OFFICER, "Sergeant", true);
        people(11, Employment.OFFICER, "Sergeant", false);
        people(30, Employment.STAFF, "Band E", true);
        people(3, Employment.STAFF, "Band E", false);

        EqualityReport report = report();

        assertThat(row(report, EqualityAttribute.RANK, "Band E").counts())
                .isEqualTo(row(report, EqualityAttribute.EMPLOYMENT, "STAFF").counts())
                .containsOnlyNulls();
        assertThat(row(report, EqualityAttribute.RANK, "Sergeant").counts()).containsOnlyNulls();
        assertThat(row(report, EqualityAttribute.RANK, "PC").counts()).containsExactly(60L, 20L);
        // Officers are not told by employment, but constables and sergeants together would tell: sergeants are not
        // told.
        assertThat(row(report, EqualityAttribute.EMPLOYMENT, "OFFICER").counts())
                .containsOnlyNulls();
    }

    @Test
    void attributesThatAllShareHaveOneRowThatIsTheTotal() {
        people(60, Employment.OFFICER, "PC", true);
        people(20, Employment.OFFICER, "PC", false);

        EqualityReport report = report();

        assertThat(table(report, EqualityAttribute.WORKING_PATTERN).rows())
                .containsExactly(new Row("TEAM", List.of(60L, 20L), 80L));
    }

    @Test
    void fewerPeopleThanTheThresholdAreNotReportedAtAll() {
        people(9, Employment.OFFICER, "PC", true);

        EqualityReport report = report();

        assertThat(report.people()).isNull();
        assertThat(report.totals()).isEmpty();
        assertThat(report.tables()).isEmpty();
    }

    @Test
    void noCountUnderTheThresholdIsEverShown() {
        people(60, Employment.OFFICER, "PC", true);
        people(4, Employment.OFFICER, "Inspector", true);
        people(2, Employment.OFFICER, "Inspector", false);
        people(20, Employment.OFFICER, "PC", false);
        people(9, Employment.PCSO, "PCSO", true);

        EqualityReport report = report();

        assertThat(report.tables())
                .flatExtracting(Table::rows)
                .flatExtracting(row -> {
                    List<Long> shown = new ArrayList<>(row.counts());
                    shown.add(row.people());
                    return shown.stream().filter(Objects::nonNull).toList();
                })
                .allMatch(count -> count >= EqualityReports.THRESHOLD)
                .isNotEmpty();
    }
}
