package io.muster.api.service.booking;

import static io.muster.api.service.support.SmallPlan.FRIDAY_IN_MARCH;
import static io.muster.api.service.support.SmallPlan.FRIDAY_IN_OCTOBER;
import static io.muster.api.service.support.SmallPlan.MONDAY_IN_MARCH;
import static io.muster.api.service.support.SmallPlan.MONDAY_IN_OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.api.service.access.Role;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.support.ServiceTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

class BookingListsTest extends ServiceTest {
    private StoredPlan plan;

    @BeforeEach
    void aPublishedPlan() {
        plan = small().add(PlanState.PUBLISHED);
    }

    @Test
    void bookingsAreFoundByWhateverIsKnownOfThem() {
        assertThat(bookings("staff=P1")).containsExactly("P1 C", "P1 D", "P1 DIG");
        assertThat(bookings("team=AW-A")).containsExactly("P6 C", "P6 D", "P7 C");
        assertThat(bookings("bcu=AW&module=D")).containsExactly("P6 D");
        assertThat(bookings("session=" + FRIDAY_IN_MARCH)).containsExactly("P1 C", "P2 C", "P6 C");
        assertThat(bookings("venue=V2")).containsExactly("P3 C", "P7 C");
        assertThat(bookings("room=R1&from=2025-04-01")).containsExactly("P2 D");
        assertThat(bookings("trainer=T1&to=2025-03-28")).containsExactly("P1 C", "P2 C", "P6 C");
        assertThat(bookings("from=2025-04-01&to=2025-04-01")).containsExactly("P1 DIG", "P4 DIG");
        assertThat(bookings("status=CANCELLED")).isEmpty();
        assertThat(bookings("staff=P99")).isEmpty();
    }

    @Test
    void bookingsComePageByPageInAnyOrder() {
        JsonNode page = get(Role.PLANNER, "/bookings?sort=-date&size=3&page=0");

        assertThat(page.get("total").asInt()).isEqualTo(10);
        assertThat(keys(page)).containsExactly("P2 D", "P7 C", "P3 C");
        assertThat(keys(get(Role.PLANNER, "/bookings?sort=-date&size=3&page=3")))
                .containsExactly("P1 C");
        assertThat(keys(get(Role.PLANNER, "/bookings?sort=date&module=D"))).containsExactly("P1 D", "P6 D", "P2 D");
        assertThat(status(Role.PLANNER, "/bookings?sort=shoeSize")).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(status(Role.PLANNER, "/bookings?from=2025-05-01&to=2025-04-01"))
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void timesAreThoseOfTheWallClockWhenTheClocksChange() {
        assertThat(get(Role.PLANNER, "/bookings?staff=P1&module=C")
                        .at("/items/0/start")
                        .asText())
                .isEqualTo("2025-03-28T09:00:00Z");
        assertThat(times(FRIDAY_IN_MARCH)).containsExactly("2025-03-28T09:00:00Z", "2025-03-28T12:30:00Z");
        assertThat(times(MONDAY_IN_MARCH)).containsExactly("2025-03-31T13:30:00+01:00", "2025-03-31T17:00:00+01:00");
        assertThat(times(FRIDAY_IN_OCTOBER)).containsExactly("2025-10-24T09:00:00+01:00", "2025-10-24T12:30:00+01:00");
        assertThat(times(MONDAY_IN_OCTOBER)).containsExactly("2025-10-27T09:00:00Z", "2025-10-27T12:30:00Z");
    }

    private List<String> times(String session) {
        JsonNode view = get(Role.PLANNER, "/sessions/" + session).get("session");
        return List.of(view.get("start").asText(), view.get("end").asText());
    }

    @Test
    void sessionsAreFoundByPlaceTimeAndOccupancy() {
        assertThat(sessions("module=C")).containsExactly(FRIDAY_IN_MARCH, FRIDAY_IN_OCTOBER);
        assertThat(sessions("venue=V1&sort=-date"))
                .containsExactly(MONDAY_IN_OCTOBER, MONDAY_IN_MARCH, FRIDAY_IN_MARCH);
        assertThat(sessions("trainer=T2&room=R1")).containsExactly(MONDAY_IN_OCTOBER);
        assertThat(sessions("from=2025-03-29&to=2025-10-24")).containsExactly(MONDAY_IN_MARCH, FRIDAY_IN_OCTOBER);
        assertThat(sessions("minOccupancy=0.75")).containsExactly(FRIDAY_IN_MARCH, FRIDAY_IN_OCTOBER);
        assertThat(sessions("maxOccupancy=0.5&minFreeSeats=3")).containsExactly(MONDAY_IN_OCTOBER);
    }

    @Test
    void peopleAreFoundAndCounted() {
        assertThat(ids(get(Role.PLANNER, "/people?q=camden"), "staffId")).containsExactly("P1", "P2", "P3", "P4", "P5");
        assertThat(ids(get(Role.PLANNER, "/people?q=npt"), "staffId")).containsExactly("P4", "P5");
        assertThat(ids(get(Role.PLANNER, "/people?q=aw"), "staffId")).containsExactly("P6", "P7");
        assertThat(ids(get(Role.PLANNER, "/people?booked=true"), "staffId")).containsExactly("P1");
        assertThat(ids(get(Role.PLANNER, "/people?sort=-unbooked&size=1"), "staffId"))
                .containsExactly("P5");
        JsonNode person = get(Role.PLANNER, "/people?q=P2").at("/items/0");
        assertThat(person.get("required").asInt()).isEqualTo(3);
        assertThat(person.get("booked").asInt()).isEqualTo(2);
        assertThat(person.get("firstDay").asText()).isEqualTo("2025-03-28");
        assertThat(person.get("lastDay").asText()).isEqualTo("2025-10-27");
    }

    @Test
    void aPersonsPageTellsAllThereIs() {
        JsonNode page = get(Role.PLANNER, "/people/P2");

        assertThat(ids(page.get("bookings"), "moduleId")).containsExactly("C", "D");
        assertThat(page.at("/bookings/0/venueName").asText()).isEqualTo("North House");
        assertThat(ids(page.get("unbooked"), "reason")).containsExactly("SEAT_LEFT");
        assertThat(ids(page.get("scope"), "decision")).containsExactly("IN_SCOPE", "IN_SCOPE", "IN_SCOPE");
        assertThat(page.at("/away/0/from").asText()).isEqualTo("2025-03-31T00:00:00");
        assertThat(page.toString())
                .as("reasons of absence are nobody's business")
                .doesNotContain("LEAVE");
        assertThat(page.get("history")).isEmpty();
        assertThat(status(Role.PLANNER, "/people/P99")).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void theWorkListIsFilteredByReasonAndPriority() {
        assertThat(keys(get(Role.PLANNER, "/unbooked?reason=NO_SESSION&bcu=AS")))
                .containsExactly("P3 D", "P4 C", "P4 D", "P5 C", "P5 D");
        assertThat(keys(get(Role.PLANNER, "/unbooked?priority=2"))).containsExactly("P7 D", "P7 DIG");
        assertThat(keys(get(Role.PLANNER, "/unbooked?function=NPT&module=DIG"))).containsExactly("P5 DIG");
        assertThat(get(Role.PLANNER, "/unbooked").get("total").asInt()).isEqualTo(11);
    }

    @Test
    void teamsRoomsVenuesTrainersAndDaysAddUp() {
        assertThat(get(Role.PLANNER, "/teams/CN-A").at("/team/booked").asInt()).isEqualTo(6);
        assertThat(ids(get(Role.PLANNER, "/teams?sort=-unbooked"), "teamId")).containsExactly("CN-B", "AW-A", "CN-A");
        JsonNode room = get(Role.PLANNER, "/rooms?venue=V1").at("/items/0");
        assertThat(room.get("sessions").asInt()).isEqualTo(3);
        assertThat(room.get("occupancy").asDouble()).isEqualTo(0.5);
        assertThat(get(Role.PLANNER, "/venues").at("/items/1/booked").asInt()).isEqualTo(2);
        assertThat(ids(get(Role.PLANNER, "/trainers/T1").get("timetable"), "sessionId"))
                .containsExactly(FRIDAY_IN_MARCH, MONDAY_IN_MARCH);
        JsonNode day = get(Role.PLANNER, "/days/2025-03-31");
        assertThat(day.get("staffTraining").asInt()).isEqualTo(2);
        assertThat(day.at("/demand/0/name").asText()).isEqualTo("Parade");
        assertThat(get(Role.PLANNER, "/days/2025-04-01").get("digital").asInt()).isEqualTo(2);
        assertThat(get(Role.PLANNER, "/days/2025-04-18").get("trainingDay").asBoolean())
                .isFalse();
    }

    @Test
    void abstractionIsTheCapOfDutyAbsenceAndDemandAgainstWhoTrains() {
        JsonNode view = get(Role.PLANNER, "/abstraction?from=2025-03-28&to=2025-03-31&sort=teamId");

        assertThat(view.get("dates").toString()).isEqualTo("[\"2025-03-28\",\"2025-03-31\"]");
        JsonNode west = view.at("/teams/items/0");
        assertThat(west.get("teamId").asText()).isEqualTo("AW-A");
        // Two on duty; the parade of the 31st halves the ceiling of 100%.
        assertThat(west.get("cap").toString()).isEqualTo("[2,1]");
        assertThat(west.get("used").toString()).isEqualTo("[1,1]");
        assertThat(west.get("headroom").toString()).isEqualTo("[1,0]");
        JsonNode camden = view.at("/teams/items/1");
        // Three on duty; P2 is away on the 31st.
        assertThat(camden.get("absent").toString()).isEqualTo("[0,1]");
        assertThat(camden.get("cap").toString()).isEqualTo("[3,2]");
        assertThat(camden.get("used").toString()).isEqualTo("[2,1]");
    }

    @Test
    void aResourcingDeskSeesThePeopleOfItsOwnBcuOnly() {
        assertThat(keys(get(Role.BCU_RESOURCING, "/bookings")))
                .allMatch(key -> key.compareTo("P6") < 0)
                .hasSize(7);
        assertThat(keys(get(Role.BCU_RESOURCING, "/bookings?bcu=AW"))).isEmpty();
        assertThat(ids(get(Role.BCU_RESOURCING, "/people"), "staffId")).containsExactly("P1", "P2", "P3", "P4", "P5");
        assertThat(status(Role.BCU_RESOURCING, "/people/P6")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.BCU_RESOURCING, "/teams/AW-A")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(keys(get(Role.BCU_RESOURCING, "/unbooked?priority=2"))).isEmpty();
        assertThat(get(Role.BCU_RESOURCING, "/abstraction").at("/teams/total").asInt())
                .isEqualTo(2);
        JsonNode session = get(Role.BCU_RESOURCING, "/sessions/" + FRIDAY_IN_MARCH);
        assertThat(ids(session.get("attendees"), "staffId")).containsExactly("P1", "P2");
        assertThat(session.get("hidden").asInt()).isEqualTo(1);
    }

    @Test
    void aTrainerSeesNamesOfTheirOwnClassesOnly() {
        JsonNode session = get(Role.TRAINER, "/sessions/" + FRIDAY_IN_MARCH);

        assertThat(ids(session.get("attendees"), "staffId")).containsExactly("P1", "P2", "P6");
        assertThat(session.at("/attendees/0/teamId").isNull()).isTrue();
        assertThat(session.at("/attendees/0/rank").isNull()).isTrue();
        assertThat(sessions(Role.TRAINER, "")).containsExactly(FRIDAY_IN_MARCH, MONDAY_IN_MARCH);
        assertThat(status(Role.TRAINER, "/sessions/" + FRIDAY_IN_OCTOBER)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(status(Role.TRAINER, "/trainers/T2")).isEqualTo(HttpStatus.NOT_FOUND);
        JsonNode own = as(Role.TRAINER)
                .get()
                .uri("/v1/me/classes?dataSet=" + plan.dataSetId() + "&from=2025-03-29")
                .retrieve()
                .body(JsonNode.class);
        assertThat(Objects.requireNonNull(own).at("/items/0/session/sessionId").asText())
                .isEqualTo(MONDAY_IN_MARCH);
        assertThat(own.get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aTrainerSeesNothingOfAPlanThatDoesNotHold() {
        StoredPlan draft = small().add(PlanState.DRAFT);

        assertThat(as(Role.TRAINER)
                        .get()
                        .uri("/v1/plans/" + draft.id() + "/sessions")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private List<String> bookings(String query) {
        return keys(get(Role.PLANNER, "/bookings?" + query));
    }

    private List<String> sessions(String query) {
        return sessions(Role.PLANNER, query);
    }

    private List<String> sessions(Role role, String query) {
        return ids(get(role, "/sessions?" + query), "sessionId");
    }

    private static List<String> keys(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("staffId").asText() + " "
                        + item.get("moduleId").asText())
                .toList();
    }

    private static List<String> ids(JsonNode list, String field) {
        return StreamSupport.stream((list.has("items") ? list.get("items") : list).spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
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
