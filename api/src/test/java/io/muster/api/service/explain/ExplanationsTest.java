package io.muster.api.service.explain;

import static io.muster.api.service.support.SmallPlan.FRIDAY_IN_MARCH;
import static io.muster.api.service.support.SmallPlan.MONDAY_IN_MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.explain.OpenPlan;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LiveExplainers;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

class ExplanationsTest extends ServiceTest {
    private StoredPlan plan;

    @Autowired
    private LiveExplainers explainers;

    @BeforeEach
    void aDraft() {
        plan = small().add(PlanState.DRAFT);
    }

    @Test
    void aBookingIsWhereItIsAtItsPrice() {
        JsonNode module = get(Role.PLANNER, "/people/P2/why?module=D").at("/modules/0");

        assertThat(module.get("moduleName").asText()).isEqualTo("Domestic abuse");
        assertThat(module.at("/scope/decision").asText()).isEqualTo("IN_SCOPE");
        assertThat(module.at("/scope/trace/ruleName").asText()).isNotEmpty();
        assertThat(module.at("/booking/spot/start").asText()).isEqualTo("2025-10-27T09:00:00Z");
        assertThat(module.at("/booking/held")).isEmpty();
        // The day alone, as they are the only one of that session: the room, the trainer, and the way of no length.
        assertThat(module.at("/booking/adds/lines/room").asLong()).isEqualTo(1_000);
        assertThat(module.at("/booking/adds/lines/trainer").asLong()).isEqualTo(50_000);
        assertThat(module.at("/booking/adds/lines/abstraction").asLong()).isEqualTo(6_000);
        assertThat(module.get("unbooked").isNull()).isTrue();
    }

    @Test
    void anUnbookedRequirementIsToldWhatStandsInTheWay() {
        JsonNode unbooked = get(Role.PLANNER, "/people/P7/why?module=D").at("/modules/0/unbooked");

        assertThat(unbooked.get("daySlots").asInt()).isGreaterThan(100);
        assertThat(unbooked.get("relaxations").isArray()).isTrue();
        assertThat(get(Role.PLANNER, "/people/P7/why").get("modules")).hasSize(3);
    }

    @Test
    void alternativesAreRankedByPrice() {
        JsonNode module =
                get(Role.PLANNER, "/people/P3/alternatives?module=D&most=3").at("/modules/0");

        assertThat(module.get("now").isNull()).isTrue();
        assertThat(module.get("alternatives")).hasSize(3);
        // They train that morning with T2 next door already: a room, an empty seat, and no day away more.
        assertThat(module.at("/alternatives/0/spot/decisionId").asText()).isEqualTo("2025-10-24-PM-R2");
        assertThat(module.at("/alternatives/0/spot/opens").asBoolean()).isTrue();
        assertThat(module.at("/alternatives/0/price/lines/room").asLong()).isEqualTo(500);
        assertThat(module.at("/alternatives/0/price/lines/seats").asLong()).isEqualTo(500);
        assertThat(module.at("/alternatives/0/price/lines").has("abstraction")).isFalse();
        long first = module.at("/alternatives/0/price/costPence").asLong();
        assertThat(module.at("/alternatives/1/price/costPence").asLong()).isGreaterThanOrEqualTo(first);
        assertThat(module.at("/alternatives/0/price/coverageShortfall").asLong())
                .isEqualTo(-1);
    }

    @Test
    void seatsGoToThoseWhoCanCome() {
        JsonNode candidates = get(Role.PLANNER, "/sessions/" + MONDAY_IN_MARCH + "/candidates?seats=2");

        // P3, P4 and P5 can. P7's team has its one place taken, P2 is away that day.
        assertThat(candidates.get("unbooked").asInt()).isEqualTo(3);
        assertThat(candidates.get("movable").asInt()).isZero();
        assertThat(candidates.get("freeSeats").asInt()).isEqualTo(2);
        assertThat(candidates.get("picks")).hasSize(2);
    }

    @Test
    void ledgersTellWhatLimits() {
        JsonNode team = get(Role.PLANNER, "/ledgers/teams/AW-A");
        assertThat(team.get("required").asInt()).isEqualTo(6);
        assertThat(team.get("booked").asInt()).isEqualTo(3);
        JsonNode parade = null;
        for (JsonNode day : team.get("days")) {
            parade = day.get("date").asText().equals("2025-03-31") ? day : parade;
        }
        assertThat(Objects.requireNonNull(parade).get("cap").asInt()).isEqualTo(1);
        assertThat(parade.get("headroom").asInt()).isZero();
        assertThat(get(Role.PLANNER, "/ledgers/rooms/R1").get("slotsUsed").asInt())
                .isEqualTo(3);
        assertThat(get(Role.PLANNER, "/ledgers/trainers/T2").get("costPence").asLong())
                .isEqualTo(100_000);
        assertThat(get(Role.PLANNER, "/ledgers/sessions/" + FRIDAY_IN_MARCH)
                        .get("freeSeats")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aResourcingDeskAsksAboutItsOwnPeopleOnly() {
        assertThat(status(Role.BCU_RESOURCING, "/people/P1/why")).isEqualTo(HttpStatus.OK);
        assertThat(status(Role.BCU_RESOURCING, "/people/P6/why")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.BCU_RESOURCING, "/people/P6/alternatives")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.BCU_RESOURCING, "/ledgers/teams/AW-A")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Role.BCU_RESOURCING, "/ledgers/sessions/" + FRIDAY_IN_MARCH)
                        .get("staffIds")
                        .toString())
                .isEqualTo("[\"P1\",\"P2\"]");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(status(Role.PLANNER, "/people/P99/why")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.PLANNER, "/people/P1/why?module=X")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.PLANNER, "/sessions/none/candidates")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.PLANNER, "/ledgers/rooms/none")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.PLANNER, "/people/P1/alternatives?most=-1")).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void whoeverAsksAtOnceWaitsForOneOpening() {
        CompletableFuture<OpenPlan> one = CompletableFuture.supplyAsync(() -> explainers.open(plan, null));
        CompletableFuture<OpenPlan> other = CompletableFuture.supplyAsync(() -> explainers.open(plan, null));

        assertThat(one.join()).isSameAs(other.join());
    }

    private JsonNode get(Role role, String path) {
        var response =
                as(role).get().uri("/v1/plans/" + plan.id() + path).retrieve().toEntity(JsonNode.class);
        assertThat(response.getStatusCode())
                .as("%s: %s", path, response.getBody())
                .isEqualTo(HttpStatus.OK);
        return Objects.requireNonNull(response.getBody());
    }

    private HttpStatusCode status(Role role, String path) {
        return as(role).get()
                .uri("/v1/plans/" + plan.id() + path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode();
    }
}
