package io.muster.rules;

import static io.muster.rules.support.Fixtures.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.data.model.StaffMember;
import io.muster.data.model.StaffMember.Employment;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.model.TrainingModule.Delivery;
import io.muster.data.model.TrainingModule.Grouping;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.ScopeDecision.Decision;
import io.muster.rules.fact.Ground;
import io.muster.rules.fact.Ground.Effect;
import io.muster.rules.fact.ModuleFacts;
import io.muster.rules.fact.PersonFacts;
import io.muster.rules.fact.Proposal;
import io.muster.rules.fact.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The one place where conflicts between rules are settled. */
class SettlementTest {
    private static final Settlement SETTLEMENT = new Settlement(
            List.of(new ModuleFacts(new TrainingModule(
                    "M", "M", Delivery.VIRTUAL, 1, 1, 9, 1, 0, null, List.of(), null, null, Grouping.INDIVIDUAL))),
            null,
            "");
    private static final PersonFacts PERSON = new PersonFacts(
            new StaffMember(
                    "P",
                    "T",
                    "Role",
                    "PC",
                    Employment.OFFICER,
                    "ACTIVE",
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    null,
                    1),
            new Team("T", "CN", "ERPT", "T", 0, 0, "P", 0, null, null),
            "ERPT",
            List.of());
    private static final List<Ground> DECIDING = Arrays.stream(Ground.values())
            .filter(ground -> ground.effect() == Effect.DECIDES)
            .toList();

    private static Proposal proposal(Ground ground, Decision decision) {
        return Proposal.of("SCOPE-" + (900 - ground.ordinal()) + " test", PERSON, ground, decision, ground + ".");
    }

    private static ScopeDecision settle(Proposal... proposals) {
        return SETTLEMENT.settle(PERSON, List.of(proposals)).getDecisions().get(0);
    }

    @Test
    void theOrderOfPrecedenceIsTheDocumentedOne() {
        assertThat(DECIDING)
                .containsExactly(
                        Ground.COMPLETION,
                        Ground.EQUIVALENT,
                        Ground.NOT_THERE,
                        Ground.LEAVER,
                        Ground.EXCLUSION,
                        Ground.OPT_IN,
                        Ground.EXEMPTION,
                        Ground.SHEET,
                        Ground.PREREQUISITE,
                        Ground.DEFAULT);
    }

    @Test
    void ofEveryTwoGroundsTheFirstDecidesWhateverTheOrderOfFiring() {
        for (int i = 0; i < DECIDING.size(); i++) {
            for (int j = i + 1; j < DECIDING.size(); j++) {
                Proposal first = proposal(DECIDING.get(i), Decision.OUT_OF_SCOPE);
                Proposal second = proposal(DECIDING.get(j), Decision.IN_SCOPE);
                assertThat(settle(first, second).ruleId()).isEqualTo(first.getRuleId());
                assertThat(settle(second, first).ruleId()).isEqualTo(first.getRuleId());
            }
        }
    }

    @Property(tries = 200, seed = "20250407")
    void theOrderOfFiringNeverMatters(@ForAll long seed) {
        Random random = new Random(seed);
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Ground ground = Ground.values()[random.nextInt(Ground.values().length)];
            Decision decision = Decision.values()[random.nextInt(4)];
            LocalDate from = random.nextBoolean() ? FIRST.plusDays(random.nextInt(100)) : null;
            proposals.add(Proposal.of("SCOPE-00" + i + " test", PERSON, ground, decision, "Reason " + i + ".")
                    .from(from)
                    .until(random.nextInt(4) == 0 ? FIRST.plusDays(random.nextInt(100)) : null));
        }
        List<Proposal> shuffled = new ArrayList<>(proposals);
        Collections.shuffle(shuffled, random);
        assertThat(SETTLEMENT.settle(PERSON, shuffled).getDecisions())
                .isEqualTo(SETTLEMENT.settle(PERSON, proposals).getDecisions());
    }

    @Test
    void aDeferralCountsOnlyWhereTheModuleIsNeeded() {
        Proposal deferral = proposal(Ground.LONG_ABSENCE, Decision.DEFERRED).from(FIRST);
        assertThat(settle(deferral, proposal(Ground.SHEET, Decision.IN_SCOPE)).decision())
                .isEqualTo(Decision.DEFERRED);
        assertThat(settle(deferral, proposal(Ground.SHEET, Decision.OUT_OF_SCOPE))
                        .decision())
                .isEqualTo(Decision.OUT_OF_SCOPE);
        assertThat(settle(deferral, proposal(Ground.EQUIVALENT, Decision.CREDITED))
                        .earliest())
                .isNull();
    }

    @Test
    void theLatestOfSeveralDeferralsCounts() {
        Proposal need = proposal(Ground.SHEET, Decision.IN_SCOPE);
        Proposal early = proposal(Ground.LONG_ABSENCE, Decision.DEFERRED).from(FIRST);
        Proposal late = proposal(Ground.INITIAL_TRAINING, Decision.DEFERRED).from(FIRST.plusDays(9));
        Proposal open = proposal(Ground.MISSING_PREREQUISITE, Decision.DEFERRED);
        assertThat(settle(need, early, late).earliest()).isEqualTo(FIRST.plusDays(9));
        assertThat(settle(need, early, late).ruleId()).isEqualTo(late.getRuleId());
        assertThat(settle(need, early, open, late).earliest()).isNull();
        assertThat(settle(need, early, open, late).ruleId()).isEqualTo(open.getRuleId());
    }

    @Test
    void serviceDatesNarrowTheDatesOfARow() {
        Proposal need = proposal(Ground.SHEET, Decision.IN_SCOPE)
                .from(FIRST.plusDays(5))
                .until(FIRST.plusDays(50));
        Proposal joins = proposal(Ground.SERVICE_DATES, Decision.IN_SCOPE).from(FIRST.plusDays(7));
        Proposal leaves = proposal(Ground.SERVICE_DATES, Decision.IN_SCOPE).until(FIRST.plusDays(60));
        ScopeDecision decision = settle(need, joins, leaves);
        assertThat(decision.earliest()).isEqualTo(FIRST.plusDays(7));
        assertThat(decision.latest()).isEqualTo(FIRST.plusDays(50));
        assertThat(decision.decision()).isEqualTo(Decision.IN_SCOPE);
    }

    @Test
    void aSingleDayThatRemainsIsEnoughAndNoDayDefersWithoutADate() {
        Proposal need = proposal(Ground.SHEET, Decision.IN_SCOPE).from(FIRST);
        Proposal oneDay = proposal(Ground.SERVICE_DATES, Decision.IN_SCOPE).until(FIRST);
        Proposal noDay = proposal(Ground.SERVICE_DATES, Decision.IN_SCOPE).until(FIRST.minusDays(1));
        assertThat(settle(need, oneDay).decision()).isEqualTo(Decision.IN_SCOPE);
        ScopeDecision none = settle(need, noDay);
        assertThat(none.decision()).isEqualTo(Decision.DEFERRED);
        assertThat(none.earliest()).isNull();
        assertThat(none.latest()).isNull();
        assertThat(none.reason()).contains("No day remains between 7 April 2025 and 6 April 2025.");
    }

    @Test
    void thePriorityIsTheRowsOrElseTheStaffMembers() {
        assertThat(settle(proposal(Ground.SHEET, Decision.IN_SCOPE)).priority()).isEqualTo(1);
        assertThat(settle(proposal(Ground.SHEET, Decision.IN_SCOPE).priority(2)).priority())
                .isEqualTo(2);
    }

    @Test
    void aProposalAboutAnotherModuleDoesNotCount() {
        assertThat(settle(proposal(Ground.COMPLETION, Decision.CREDITED).forModule("X"))
                        .ruleId())
                .isEqualTo("NO-ROW");
    }
}
