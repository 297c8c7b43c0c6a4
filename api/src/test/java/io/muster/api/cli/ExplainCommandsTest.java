package io.muster.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.solver.DefaultPlanSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about a small plan, and decisions that are written. */
class ExplainCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String data;
    private static String plan;
    private static String staff;
    private static String module;
    private static String session;

    @BeforeAll
    static void makeAPlan() throws IOException {
        data = shared.resolve("data").toString();
        plan = shared.resolve("plan").toString();
        CliRun.of("generate", "--people", "150", "--seed", "5", "--out", data);
        assertThat(CliRun.with(new DefaultPlanSolver(), "plan", data, "--out", plan, "--steps", "0")
                        .code())
                .isZero();
        for (String line : Files.readAllLines(Path.of(plan, "bookings.csv"))) {
            String[] cells = line.split(",");
            if (!cells[0].equals("staff") && !cells[2].isEmpty()) {
                staff = cells[0];
                module = cells[1];
                session = cells[2];
            }
        }
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.code()).isZero();
        return JSON.readTree(run.out());
    }

    @Test
    void whyTellsScopeBookingsAndWhatTheyAdd() throws IOException {
        CliRun text = CliRun.of("why", data, plan, "--staff", staff);

        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("in scope")
                .contains(module + " is booked: ")
                .contains("it adds");
        JsonNode answer = json(CliRun.of("why", data, plan, "--staff", staff, "--module", module, "--json"));
        assertThat(answer.at("/scope/0/decision/moduleId").asText()).isEqualTo(module);
        assertThat(answer.at("/bookings")).hasSize(1);
        assertThat(answer.at("/bookings/0/spot/sessionId").asText()).isEqualTo(session);
        assertThat(answer.at("/bookings/0/spot/date").asText()).matches("2025-\\d\\d-\\d\\d");
    }

    @Test
    void anUnknownIdIsAnsweredWithTheNearest() {
        CliRun run = CliRun.of("why", data, plan, "--staff", staff + "X");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no staff member '" + staff + "X'").contains("Maybe " + staff);
    }

    @Test
    void ledgersAndSeatsAreThereForPeopleAndPrograms() throws IOException {
        assertThat(CliRun.of("ledger", data, plan, "--session", session).out())
                .contains(session)
                .contains(staff)
                .contains("adds");
        assertThat(json(CliRun.of("ledger", data, plan, "--trainer", "T0001", "--json"))
                        .at("/trainerId")
                        .asText())
                .isEqualTo("T0001");
        assertThat(CliRun.of("options", data, plan, "--session", session, "--seats", "2")
                        .out())
                .contains("free seats");
    }

    @Test
    void anOptionThatIsTakenMakesAPlanThatPassesTheAudit() throws IOException {
        JsonNode options = json(CliRun.of("options", data, plan, "--staff", staff, "--module", module, "--json"));
        JsonNode first = options.at("/0/alternatives/0");
        String to = first.at("/spot/sessionId").asText();
        String out = folder.resolve("decided").toString();

        CliRun run = CliRun.of(
                "decide",
                data,
                plan,
                "--move",
                staff + "," + module + "," + to,
                "--pin",
                staff + "," + other(),
                "--apply",
                "--out",
                out);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("every hard rule holds").contains("Plan written to");
        assertThat(CliRun.of("audit", data, out).code()).isZero();
        assertThat(Files.readAllLines(Path.of(out, "pins.csv"))).containsExactly("staff,module", staff + "," + other());
        JsonNode difference = json(CliRun.of("diff", data, plan, out, "--json"));
        assertThat(difference.at("/people")).hasSize(1);
        assertThat(difference.at("/cost/total/after").asLong()
                        - difference.at("/cost/total/before").asLong())
                .isEqualTo(first.at("/price/pence").asLong());
        assertThat(CliRun.of("diff", data, plan, out).out()).contains("By BCU").contains(staff + " " + module);
    }

    /** Another module the staff member is booked for. */
    private static String other() throws IOException {
        return Files.readAllLines(Path.of(plan, "bookings.csv")).stream()
                .map(line -> List.of(line.split(",")))
                .filter(cells -> cells.get(0).equals(staff) && !cells.get(1).equals(module))
                .map(cells -> cells.get(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWholeDayThatIsTakenCostsWhatItSays() throws IOException {
        CliRun text = CliRun.of("options", data, plan, "--staff", staff, "--whole-day", "--most", "2");
        JsonNode days = json(CliRun.of("options", data, plan, "--staff", staff, "--whole-day", "--most", "2", "--json"))
                .at("/days");

        assertThat(text.out()).contains(module + " of " + staff + ": ").contains("Whole day, ");
        JsonNode offered = null;
        for (JsonNode options : days) {
            offered = offered == null && !options.at("/alternatives").isEmpty() ? options : offered;
        }
        assertThat(offered).isNotNull();
        List<String> decide = new ArrayList<>(List.of("decide", data, plan, "--json"));
        for (int i = 0; i < offered.at("/moduleIds").size(); i++) {
            decide.add(offered.at("/now/" + i).isNull() ? "--book" : "--move");
            JsonNode spot = offered.at("/alternatives/0/spots/" + i);
            // Digital learning has no session: its place is date and slot.
            String place = spot.at("/sessionId").isNull()
                    ? spot.at("/date").asText() + "-" + spot.at("/slotIds/0").asText()
                    : spot.at("/sessionId").asText();
            decide.add(staff + "," + offered.at("/moduleIds/" + i).asText() + "," + place);
        }
        JsonNode judged = json(CliRun.of(decide.toArray(String[]::new)));
        assertThat(judged.at("/judgement/price/pence").asLong())
                .isEqualTo(offered.at("/alternatives/0/price/pence").asLong());
    }

    @Test
    void wholeDaysAreOfAPerson() {
        CliRun run = CliRun.of("options", data, plan, "--session", session, "--whole-day");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--whole-day goes with --staff");
    }

    @Test
    void aDecisionAgainstARuleIsNotWritten() {
        Path out = folder.resolve("refused");

        // On 20 August the booking is past or inside the frozen period: it stays.
        CliRun run = CliRun.of(
                "decide",
                data,
                plan,
                "--as-of",
                "2025-08-20",
                "--cancel",
                staff + "," + module,
                "--apply",
                "--out",
                out.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).contains("breaks H18");
        assertThat(out).doesNotExist();
    }
}
