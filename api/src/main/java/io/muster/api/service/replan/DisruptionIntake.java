package io.muster.api.service.replan;

import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.api.service.replan.RecordedDisruption.State;
import io.muster.api.service.trail.Trail;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.DisruptionReadResult;
import io.muster.data.io.DisruptionReader;
import io.muster.data.issue.Issue;
import io.muster.data.issue.IssueCode;
import io.muster.data.issue.Severity;
import io.muster.data.model.DataSet;
import io.muster.data.model.DemandScope;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.Disruption;
import io.muster.data.plan.Disruption.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes disruptions in: all of those that come together, or none. */
@Component
class DisruptionIntake {
    private static final String FILE = "disruptions.csv";
    private static final String HEADER = "disruption,kind,subject,from,to,value,note";
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NOTE = 1000;
    private static final Set<Kind> OF_LEARNING = Set.copyOf(EnumSet.of(
            Kind.TRAINER_ABSENT,
            Kind.ROOM_CLOSED,
            Kind.VENUE_CLOSED,
            Kind.ROOM_CAPACITY,
            Kind.MODULE_RELEASE,
            Kind.SESSION_CANCELLED,
            Kind.NO_SHOW));

    private final RecordedDisruptions disruptions;
    private final Plans plans;
    private final DataSets dataSets;
    private final LivePlans livePlans;
    private final Contents contents;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DisruptionIntake(
            RecordedDisruptions disruptions,
            Plans plans,
            DataSets dataSets,
            LivePlans livePlans,
            Contents contents,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.disruptions = disruptions;
        this.plans = plans;
        this.dataSets = dataSets;
        this.livePlans = livePlans;
        this.contents = contents;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Disruptions that were taken in.
     *
     * @param disruptions the disruptions, in their order
     * @param warnings what is worth a look
     */
    record Taken(List<RecordedDisruption> disruptions, List<Issue> warnings) {}

    /**
     * Takes in one disruption.
     *
     * @param dataSetId the data set
     * @param asked the disruption; without an id it is given one
     * @param revision revision of the data set that knows what it names; null: the published plan's
     * @param caller who records it
     * @return the disruption
     * @throws ProblemException 404, 409 when nothing is published, 422 with every issue, 403 for kinds of others
     */
    Taken take(String dataSetId, NewDisruption asked, @Nullable Integer revision, Caller caller) {
        return take(dataSetId, csv(asked), revision, caller);
    }

    /**
     * Judges a disruption as {@link #take(String, NewDisruption, Integer, Caller)} does, and records nothing.
     *
     * @param dataSetId the data set
     * @param asked the disruption
     * @param revision revision of the data set that knows what it names; null: the published plan's
     * @param caller who asks
     * @return the disruption
     * @throws ProblemException as there
     */
    Disruption check(String dataSetId, NewDisruption asked, @Nullable Integer revision, Caller caller) {
        return checked(dataSetId, csv(asked), revision, caller)
                .disruptions()
                .get(0)
                .disruption();
    }

    private static byte[] csv(NewDisruption asked) {
        String id = asked.id() == null || asked.id().isBlank() ? Ids.next("disruption") : asked.id();
        String row = Stream.of(id, asked.kind(), asked.subject(), asked.from(), asked.to(), asked.value(), asked.note())
                .map(DisruptionIntake::cell)
                .collect(Collectors.joining(","));
        return (HEADER + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Takes in the rows of a {@code disruptions.csv}.
     *
     * @param dataSetId the data set
     * @param csv the file
     * @param revision revision of the data set that knows what it names; null: the published plan's
     * @param caller who records them
     * @return the disruptions
     * @throws ProblemException 404, 409 when nothing is published, 422 with every issue, 403 for kinds of others
     */
    Taken take(String dataSetId, byte[] csv, @Nullable Integer revision, Caller caller) {
        Taken taken = checked(dataSetId, csv, revision, caller);
        store(dataSetId, taken.disruptions(), caller);
        return taken;
    }

    private Taken checked(String dataSetId, byte[] csv, @Nullable Integer revision, Caller caller) {
        dataSets.get(dataSetId);
        StoredPlan published = plans.findPublished(dataSetId)
                .orElseThrow(() -> ProblemException.conflict(
                        "nothing-published",
                        "Data set '" + dataSetId + "' has no published plan that could be disrupted; publish one."));
        Revision named = dataSets.revision(dataSetId, revision == null ? published.revision() : revision);
        DataSet dataSet = livePlans.dataSet(named);
        DisruptionReadResult read = read(csv, seenBy(caller, dataSet), published);
        List<Disruption> rows = read.disruptions().orElseThrow(() -> invalid(read.issues()));
        requireAllowed(rows, caller);
        List<Issue> issues = new ArrayList<>(read.issues());
        checkLengths(rows, issues);
        checkMoves(rows, standing(dataSetId), issues);
        if (issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR)) {
            throw invalid(issues);
        }
        Map<String, String> bcuByTeam = dataSet.teams().stream().collect(Collectors.toMap(Team::id, Team::bcu));
        Map<String, String> bcuByStaff = new HashMap<>();
        for (StaffMember person : dataSet.staff()) {
            bcuByStaff.put(person.id(), bcuByTeam.getOrDefault(person.teamId(), ""));
        }
        Instant now = clock.instant();
        List<RecordedDisruption> recorded = rows.stream()
                .map(row -> new RecordedDisruption(
                        dataSetId, row, State.OPEN, bcuOf(row, bcuByStaff, bcuByTeam), null, now, caller.userId()))
                .toList();
        return new Taken(recorded, issues);
    }

    private DisruptionReadResult read(byte[] csv, DataSet dataSet, StoredPlan published) {
        Path file = contents.temporary(".csv");
        try {
            Files.write(file, csv);
            return DisruptionReader.read(
                    file, dataSet, livePlans.get(published.id()).plan());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException invalid(List<Issue> issues) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "disruptions-invalid",
                "Nothing was recorded: correct the errors and send all of it again.",
                issues);
    }

    /** The data set as a caller may know it: to a BCU's desk, people of other BCUs are not there. */
    private static DataSet seenBy(Caller caller, DataSet data) {
        if (caller.seesEveryBcu()) {
            return data;
        }
        Set<String> teams = data.teams().stream()
                .filter(team -> team.bcu().equals(caller.bcu()))
                .map(Team::id)
                .collect(Collectors.toSet());
        return new DataSet(
                data.programme(),
                data.modules(),
                data.teams(),
                data.patterns(),
                data.staff().stream()
                        .filter(person -> teams.contains(person.teamId()))
                        .toList(),
                List.of(),
                List.of(),
                data.demand(),
                data.calendar(),
                data.venues(),
                data.rooms(),
                data.roomClosures(),
                data.trainers(),
                data.trainerAbsences());
    }

    /** {@return whether a caller records disruptions of a kind} */
    static boolean mayRecord(Caller caller, Kind kind) {
        return caller.isAny(Role.PLANNER)
                || caller.isAny(Role.LEARNING) && OF_LEARNING.contains(kind)
                || caller.isAny(Role.BCU_RESOURCING) && RecordedDisruption.OF_STAFF.contains(kind);
    }

    private static void requireAllowed(List<Disruption> rows, Caller caller) {
        for (Disruption row : rows) {
            if (!mayRecord(caller, row.kind())) {
                throw new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "kind-not-allowed",
                        "Disruptions of kind " + row.kind() + " are recorded by others; ask a planner.",
                        List.of());
            }
        }
    }

    private static void checkLengths(List<Disruption> rows, List<Issue> issues) {
        for (int i = 0; i < rows.size(); i++) {
            Disruption row = rows.get(i);
            checkLength(row.id(), LONGEST_ID, "disruption", i, issues);
            checkLength(row.subject(), LONGEST_ID, "subject", i, issues);
            checkLength(row.value(), LONGEST_ID, "value", i, issues);
            checkLength(row.note(), LONGEST_NOTE, "note", i, issues);
        }
    }

    private static void checkLength(@Nullable String text, int most, String column, int index, List<Issue> issues) {
        if (text != null && text.length() > most) {
            issues.add(issue(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    index,
                    column,
                    null,
                    "The text has " + text.length() + " characters; shorten it to " + most + "."));
        }
    }

    private static Issue issue(IssueCode code, int index, String column, @Nullable String id, String message) {
        // Row 1 is the header.
        return new Issue(FILE, index + 2, column, id, code.name(), code.severity(), message);
    }

    private List<Disruption> standing(String dataSetId) {
        List<Disruption> standing = new ArrayList<>();
        for (State state : List.of(State.OPEN, State.APPLIED)) {
            disruptions.list(dataSetId, state).forEach(row -> standing.add(row.disruption()));
        }
        return standing;
    }

    /** Finds moves of a person that contradict one recorded before. */
    private static void checkMoves(List<Disruption> rows, List<Disruption> before, List<Issue> issues) {
        record PersonDay(String staffId, @Nullable String from) {}
        Map<PersonDay, Disruption> moves = new HashMap<>();
        for (Disruption row : before) {
            if (row.kind() == Kind.STAFF_MOVED) {
                moves.put(new PersonDay(row.subject(), row.from()), row);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            Disruption row = rows.get(i);
            Disruption other =
                    row.kind() == Kind.STAFF_MOVED ? moves.get(new PersonDay(row.subject(), row.from())) : null;
            if (other != null && !Objects.equals(other.value(), row.value())) {
                issues.add(issue(
                        IssueCode.MOVES_CONTRADICT,
                        i,
                        "value",
                        row.id(),
                        "Disruption '" + other.id() + "' already moves the same person to another team on that day;"
                                + " withdraw it, or correct this one."));
            }
        }
    }

    private static @Nullable String bcuOf(
            Disruption row, Map<String, String> bcuByStaff, Map<String, String> bcuByTeam) {
        if (RecordedDisruption.OF_STAFF.contains(row.kind())) {
            return bcuByStaff.get(row.subject());
        }
        if (row.kind() == Kind.TEAM_CAP) {
            return bcuByTeam.get(row.subject());
        }
        DemandScope scope = row.kind() == Kind.DEMAND ? DemandScope.parse(row.subject()) : null;
        if (scope == null) {
            return null;
        }
        return switch (scope.kind()) {
            case BCU -> scope.name();
            case TEAM -> bcuByTeam.get(scope.name());
            case ALL, FUNCTION -> null;
        };
    }

    private void store(String dataSetId, List<RecordedDisruption> recorded, Caller caller) {
        try {
            transaction.executeWithoutResult(status -> {
                disruptions.add(recorded);
                trail.write(
                        caller.userId(),
                        "DISRUPTIONS_RECORDED",
                        "data-set/" + dataSetId,
                        recorded.stream()
                                .map(row -> row.disruption().id() + " "
                                        + row.disruption().kind())
                                .collect(Collectors.joining(", ", recorded.size() + ": ", "")));
            });
        } catch (DuplicateKeyException e) {
            List<Issue> issues = new ArrayList<>();
            for (int i = 0; i < recorded.size(); i++) {
                String id = recorded.get(i).disruption().id();
                if (disruptions.find(dataSetId, id).isPresent()) {
                    issues.add(issue(
                            IssueCode.DUPLICATE_KEY,
                            i,
                            "disruption",
                            id,
                            "A disruption with this id was recorded before; give another, or leave this one out."));
                }
            }
            throw invalid(issues);
        }
    }
}
