package io.muster.solver.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.plan.Plan;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.sample.SampleGenerator;
import io.muster.solver.DefaultPlanSolver;
import io.muster.solver.SolveListener;
import io.muster.solver.SolveOptions;
import io.muster.solver.SolvedPlan;
import io.muster.solver.bound.Bounds;
import io.muster.solver.catalogue.TrainingConstraint;
import io.muster.solver.check.AuditReport;
import io.muster.solver.problem.Problem;
import io.muster.solver.support.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileTest {
    private static final DataSet DATA = SampleGenerator.generate("nmfl-phase-2", 100, 1);
    private static final List<ScopeDecision> SCOPE = Plans.scopeByRules(DATA);
    private static final SolveListener SILENT = (phase, fraction, shortfall, cost, booked, requirements) -> {};

    @TempDir
    Path folder;

    static List<String> shipped() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedProfileLeadsToAPlanThatIsValidForTheDataSet(String name) {
        SolvedPlan solved = solve(Profiles.find(name).orElseThrow(), 0);

        AuditReport audit = Plans.audit(DATA, SCOPE, solved);
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.totalCost())
                .isGreaterThanOrEqualTo(solved.lowerBounds().cost());
    }

    @Test
    void aProfileLeadsToWhatItFavoursAndItsBoundsAreTheDataSets() throws IOException {
        SolvedPlan plain = solve(Profile.NONE, 3_000);
        SolvedPlan favoured = solve(profile("""
                {"description": "x", "prices": {"travelMinute": 9000}}"""), 3_000);

        AuditReport audit = Plans.audit(DATA, SCOPE, favoured);
        assertThat(audit.cost().get(TrainingConstraint.TRAVEL))
                .isLessThan(Plans.audit(DATA, SCOPE, plain).cost().get(TrainingConstraint.TRAVEL));
        assertThat(favoured.lowerBounds()).isEqualTo(Bounds.of(Problem.of(DATA, SCOPE), audit.coverageShortfall()));
    }

    @Test
    void weeksKeptFreeAreFreeAndWhatIsUnbookedForThemHasAReason() {
        SolvedPlan solved = solve(Profiles.find("front-loaded").orElseThrow(), 500);

        LocalDate lastDay = DATA.programme().lastDay();
        assertThat(solved.bookings())
                .isNotEmpty()
                .allSatisfy(booking -> assertThat(booking.date()).isBeforeOrEqualTo(lastDay.minusWeeks(3)));
        assertThat(Plans.audit(DATA, SCOPE, solved).violations()).isEmpty();
    }

    @Test
    void aSolveIsTakenUpAgainUnderTheSameProfile() {
        Profile flat = Profiles.find("flat").orElseThrow();
        SolvedPlan first = solve(flat, 500);
        Plan start = new Plan(SCOPE, first.sessions(), first.bookings(), List.of(), List.of(), null);

        SolvedPlan second =
                new DefaultPlanSolver().resume(DATA, SCOPE, start, new SolveOptions(1, null, 500L).with(flat), SILENT);

        assertThat(second.bookings().size())
                .isGreaterThanOrEqualTo(first.bookings().size());
        assertThat(Plans.audit(DATA, SCOPE, second).violations()).isEmpty();
    }

    @Test
    void theDefaultChangesNothing() {
        assertThat(Profiles.find(Profiles.DEFAULT)).contains(Profile.NONE);
        assertThat(Profile.NONE.applyTo(DATA)).isSameAs(DATA);
        assertThat(Profiles.find("frugal")).isEmpty();
    }

    @Test
    void aProfileChangesWhatItNamesAndNothingElse() throws IOException {
        Programme seen = profile("""
                {"description": "x", "prices": {"travelMinute": 77}, "limits": {"maxTravelMinutes": 45},
                 "occupancyPct": 92.5}""").applyTo(DATA).programme();
        Programme given = DATA.programme();

        assertThat(seen.prices().travelMinute()).isEqualTo(77);
        assertThat(seen.prices().abstractionDay()).isEqualTo(given.prices().abstractionDay());
        assertThat(seen.prices().changeBands()).isEqualTo(given.prices().changeBands());
        assertThat(seen.limits().maxTravelMinutes()).isEqualTo(45);
        assertThat(seen.limits().minRestHours())
                .isEqualByComparingTo(given.limits().minRestHours());
        assertThat(seen.target().occupancyPct()).isEqualByComparingTo("92.5");
        assertThat(seen.target().completeBy()).isEqualTo(given.target().completeBy());
    }

    @Nested
    class Refused {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{                                              | line 1 is not JSON",
                    "null                                           | no profile",
                    "[]                                             | Cannot deserialize",
                    "{}                                             | description",
                    "{\"description\": null}                        | 'description' is missing",
                    "{\"description\": \"x\", \"price\": {}}        | no key 'price'",
                    "{\"description\": \"x\", \"prices\": 3}        | 'prices'",
                    "{\"description\": \"x\", \"occupancyPct\": 101} | 'occupancyPct' (101)",
                    "{\"description\": \"x\", \"seatReservePct\": 100} | 0 to 99%",
                    "{\"description\": \"x\", \"reserveWeeks\": 1.5} | 'reserveWeeks'"
                })
        void aFileThatIsNone(String text, String complaint) {
            assertThatThrownBy(() -> profile(text))
                    .isInstanceOf(UnfitProfileException.class)
                    .hasMessageContaining("mine.json")
                    .hasMessageContaining(complaint);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"prices\": {\"travelMinutes\": 3}          | 'prices.travelMinutes'",
                    "\"prices\": {\"travelMinute\": -1}          | prices.travelMinute",
                    "\"prices\": {\"travelMinute\": \"dear\"}    | prices.travelMinute",
                    "\"prices\": {\"changeBands\": null}         | 'prices.changeBands' is null",
                    "\"limits\": {\"maxTravelMinutes\": 600}     | stricter",
                    "\"limits\": {\"minRestHours\": 1}           | stricter"
                })
        void aProfileThatDoesNotSuitTheDataSet(String part, String complaint) throws IOException {
            Profile profile = profile("{\"description\": \"x\", " + part + "}");

            assertThatThrownBy(() -> profile.applyTo(DATA))
                    .isInstanceOf(UnfitProfileException.class)
                    .hasMessageContaining(complaint);
        }

        @Test
        void aFileThatIsNotThere() {
            assertThatThrownBy(() -> Profiles.read(folder.resolve("none.json")))
                    .isInstanceOf(UnfitProfileException.class)
                    .hasMessageContaining("no such file");
        }
    }

    private Profile profile(String text) throws IOException {
        return Profiles.read(Files.writeString(folder.resolve("mine.json"), text));
    }

    private static SolvedPlan solve(Profile profile, long steps) {
        return new DefaultPlanSolver().solve(DATA, SCOPE, new SolveOptions(1, null, steps).with(profile), SILENT);
    }
}
