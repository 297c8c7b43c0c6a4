package io.muster.api.service.support;

import io.muster.api.dataset.DataSetService;
import io.muster.api.dataset.LoadedDataSet;
import io.muster.api.plan.AuditFigures;
import io.muster.api.scope.DecidedScope;
import io.muster.api.scope.ScopingService;
import io.muster.api.service.content.Contents;
import io.muster.api.service.content.Ids;
import io.muster.api.service.dataset.DataSets;
import io.muster.api.service.dataset.Revision;
import io.muster.api.service.dataset.StoredDataSet;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.plan.Plans;
import io.muster.api.service.plan.StoredPlan;
import io.muster.data.io.DataSetWriter;
import io.muster.data.io.PlanWriter;
import io.muster.data.plan.Booking;
import io.muster.data.plan.Plan;
import io.muster.data.plan.PlanSummary;
import io.muster.data.plan.PlanSummary.LowerBounds;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import io.muster.data.plan.Unbooked;
import io.muster.solver.check.AuditReport;
import io.muster.solver.check.PlanAuditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * A plan small enough to know by heart. Seven people in office hours, each of whom needs two half-days, {@code C} and {@code
 * D}, and half a day of digital learning, {@code DIG}:
 *
 * <pre>
 * CN-A (ERPT)  P1 P2 P3     AW-A (ERPT)  P6 P7 (priority 2)
 * CN-B (NPT)   P4 P5
 *
 * Fri 28 Mar 2025 AM  R1 (4 seats)  C  T1  P1 P2 P6     winter time
 * Mon 31 Mar 2025 PM  R1            D  T1  P1 P6        summer time
 * Fri 24 Oct 2025 AM  R2 (2 seats)  C  T2  P3 P7        summer time
 * Mon 27 Oct 2025 AM  R1            D  T2  P2           winter time
 * Tue  1 Apr 2025     digital              P1 (AM), P4 (PM)
 * </pre>
 *
 * 10 of 21 requirements are booked. T1 may teach both modules, as may T2; R1 is at venue V1, R2 at V2.
 */
public final class SmallPlan {
    /** The session of 28 March. */
    public static final String FRIDAY_IN_MARCH = "2025-03-28-AM-R1";

    /** The session of 31 March. */
    public static final String MONDAY_IN_MARCH = "2025-03-31-PM-R1";

    /** The session of 24 October. */
    public static final String FRIDAY_IN_OCTOBER = "2025-10-24-AM-R2";

    /** The session of 27 October. */
    public static final String MONDAY_IN_OCTOBER = "2025-10-27-AM-R1";

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("programme.json", """
                    { "formatVersion": "1", "id": "small", "name": "Small programme",
                      "timeZone": "Europe/London", "firstDay": "2025-03-24", "lastDay": "2025-10-31", "asOf": "2025-02-03",
                      "trainingWeekdays": ["MON","TUE","WED","THU","FRI"],
                      "slots": [ {"id":"AM","start":"09:00","end":"12:30"}, {"id":"PM","start":"13:30","end":"17:00"} ],
                      "notice": {"newBookingDays": 28, "frozenDays": 15},
                      "target": {"completionPct": 95, "completeBy": "2025-10-24", "occupancyPct": 85},
                      "budget": [ {"financialYear":"2025/26","pence":1000000} ],
                      "limits": {"minRestHours": 11, "maxTrainingDaysPerStaffPerWeek": 2, "maxTravelMinutes": 90,
                                 "restDayTraining": false},
                      "travel": {"fixedMinutes": 15, "minutesPerKm": 3.0},
                      "abstraction": {"ceilingPct": 100, "minimumStrengthPct": 0},
                      "prices": {"travelMinute": 40, "longTravelMinute": 100, "targetTravelMinutes": 60,
                        "abstractionDay": 6000, "restDay": 25000, "emptySeat": 500, "belowMinimumClass": 20000,
                        "sameTeamOverShare": 1000, "sameTeamSharePct": 40, "priorityWeek": 200, "behindTrajectory": 50,
                        "change": 1000, "changeBands": [ {"minDays":28,"factor":1}, {"minDays":0,"factor":3} ] } }
                    """),
            Map.entry("modules.csv", """
                    module,name,delivery,slots,min_class,max_class,trainers,internal_trainers,release_date,after,min_gap_days,max_gap_days,grouping
                    C,Children,FACE_TO_FACE,1,1,4,1,0,,,,,INDIVIDUAL
                    D,Domestic abuse,FACE_TO_FACE,1,1,4,1,0,,,,,INDIVIDUAL
                    DIG,Digital,DIGITAL,1,0,0,0,0,,,,,INDIVIDUAL
                    """),
            Map.entry("teams.csv", """
                    team,bcu,function,name,lat,lon,pattern,offset,ceiling_pct,minimum_strength_pct
                    CN-A,AS,ERPT,Camden Response,51.52,-0.12,OFFICE,0,,
                    CN-B,AS,NPT,Camden Ward,51.52,-0.12,OFFICE,0,,
                    AW-A,AW,ERPT,Westminster Response,51.51,-0.13,OFFICE,0,,
                    """),
            Map.entry("patterns.csv", """
                    pattern,cycle_start,day,duty,start,end
                    OFFICE,2025-01-06,0,D,08:00,16:00
                    OFFICE,2025-01-06,1,D,08:00,16:00
                    OFFICE,2025-01-06,2,D,08:00,16:00
                    OFFICE,2025-01-06,3,D,08:00,16:00
                    OFFICE,2025-01-06,4,D,08:00,16:00
                    OFFICE,2025-01-06,5,R,,
                    OFFICE,2025-01-06,6,R,,
                    """),
            Map.entry("staff.csv", """
                    staff,team,role,rank,employment,status,status_until,joined,leaves,pattern,offset,needs,not_before,tags,cohort,priority
                    P1,CN-A,ERPT,PC,OFFICER,ACTIVE,,,,,,,,,,0
                    P2,CN-A,ERPT,PC,OFFICER,ACTIVE,,,,,,,,,,0
                    P3,CN-A,ERPT,Sergeant,OFFICER,ACTIVE,,,,,,,,,,0
                    P4,CN-B,NPT,PC,OFFICER,ACTIVE,,,,,,,,,,0
                    P5,CN-B,NPT,PC,OFFICER,ACTIVE,,,,,,STEP_FREE,,,,0
                    P6,AW-A,ERPT,PC,OFFICER,ACTIVE,,,,,,,,,,0
                    P7,AW-A,ERPT,PC,OFFICER,ACTIVE,,,,,,,,,,2
                    """),
            Map.entry("completions.csv", "staff,module,date,source\n"),
            Map.entry("absences.csv", """
                    staff,from,to,reason
                    P2,2025-03-31T00:00,2025-04-01T00:00,LEAVE
                    """),
            Map.entry("demand.csv", """
                    scope,from,to,ceiling_factor,name
                    BCU:AW,2025-03-31,2025-03-31,0.5,Parade
                    """),
            Map.entry("calendar.csv", """
                    date,kind,name
                    2025-04-18,CLOSED,Good Friday
                    """),
            Map.entry("venues.csv", """
                    venue,name,lat,lon,internal
                    V1,North House,51.52,-0.12,true
                    V2,South House,51.51,-0.13,false
                    """),
            Map.entry("rooms.csv", """
                    room,venue,capacity,pence_per_slot,features,from,to
                    R1,V1,4,1000,STEP_FREE,,
                    R2,V2,2,500,,,
                    """),
            Map.entry("room_closures.csv", "room,from,to,reason\n"),
            Map.entry("trainers.csv", """
                    trainer,internal,modules,pence_per_day,max_days_per_week,from,to
                    T1,true,C;D,0,4,,
                    T2,false,C;D,50000,4,,
                    """),
            Map.entry("trainer_absences.csv", "trainer,from,to,reason\n"));

    private static final Path FOLDER = TestDatabase.home();
    private static boolean isMade;

    private final Contents contents;
    private final DataSets dataSets;
    private final Plans plans;

    /**
     * For a service.
     *
     * @param context its beans
     */
    public SmallPlan(ApplicationContext context) {
        contents = context.getBean(Contents.class);
        dataSets = context.getBean(DataSets.class);
        plans = context.getBean(Plans.class);
    }

    /**
     * A data set of its own with the plan.
     *
     * @param state where the plan stands: complete
     * @return the plan
     */
    public StoredPlan add(PlanState state) {
        make();
        String id = Ids.next("dataset");
        dataSets.add(new StoredDataSet(id, "Small programme", Instant.EPOCH, "planner"));
        LoadedDataSet loaded = new DataSetService().load(FOLDER.resolve("data.zip"));
        dataSets.add(new Revision(
                id,
                1,
                Revision.State.READY,
                Revision.Origin.SAMPLE,
                null,
                "",
                null,
                contents.store(FOLDER.resolve("data.zip")),
                contents.storeText("[]"),
                0,
                0,
                loaded.inputHash(),
                "small",
                7,
                null,
                Instant.EPOCH,
                "planner"));
        StoredPlan stored = new StoredPlan(
                Ids.next("plan"),
                id,
                1,
                "everyone",
                "0".repeat(64),
                StoredPlan.Kind.SOLVE,
                state,
                "Small plan",
                null,
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                null,
                contents.store(FOLDER.resolve("plan.zip")),
                "{}",
                10,
                21,
                13L,
                0L,
                0.66,
                Instant.EPOCH,
                "planner",
                Instant.EPOCH,
                0);
        plans.add(stored);
        return stored;
    }

    private static synchronized void make() {
        if (isMade) {
            return;
        }
        try {
            Path folder = Files.createDirectories(FOLDER.resolve("data"));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            LoadedDataSet loaded = new DataSetService().load(folder);
            DataSetWriter.writeZip(loaded.dataSet(), FOLDER.resolve("data.zip"));
            PlanWriter.writeZip(plan(loaded), FOLDER.resolve("plan.zip"), false);
            isMade = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Plan plan(LoadedDataSet loaded) {
        DecidedScope scope = new ScopingService().decide(loaded.dataSet(), null);
        List<Booking> bookings = List.of(
                booking("P1", "C", FRIDAY_IN_MARCH, "2025-03-28", "AM"),
                booking("P1", "D", MONDAY_IN_MARCH, "2025-03-31", "PM"),
                booking("P1", "DIG", null, "2025-04-01", "AM"),
                booking("P2", "C", FRIDAY_IN_MARCH, "2025-03-28", "AM"),
                booking("P2", "D", MONDAY_IN_OCTOBER, "2025-10-27", "AM"),
                booking("P3", "C", FRIDAY_IN_OCTOBER, "2025-10-24", "AM"),
                booking("P4", "DIG", null, "2025-04-01", "PM"),
                booking("P6", "C", FRIDAY_IN_MARCH, "2025-03-28", "AM"),
                booking("P6", "D", MONDAY_IN_MARCH, "2025-03-31", "PM"),
                booking("P7", "C", FRIDAY_IN_OCTOBER, "2025-10-24", "AM"));
        List<SessionRow> sessions = List.of(
                session(FRIDAY_IN_MARCH, "C", "2025-03-28", "AM", "R1", "V1", "T1", 4, 3),
                session(MONDAY_IN_MARCH, "D", "2025-03-31", "PM", "R1", "V1", "T1", 4, 2),
                session(FRIDAY_IN_OCTOBER, "C", "2025-10-24", "AM", "R2", "V2", "T2", 2, 2),
                session(MONDAY_IN_OCTOBER, "D", "2025-10-27", "AM", "R1", "V1", "T2", 4, 1));
        List<Unbooked> unbooked = new ArrayList<>();
        for (ScopeDecision row : scope.decisions()) {
            boolean isBooked = bookings.stream()
                    .anyMatch(booking -> booking.staffId().equals(row.staffId())
                            && booking.moduleId().equals(row.moduleId()));
            if (!isBooked) {
                String reason = row.moduleId().equals("DIG") ? "SEAT_LEFT" : "NO_SESSION";
                unbooked.add(new Unbooked(row.staffId(), row.moduleId(), reason, "Book it."));
            }
        }
        Plan plan = new Plan(scope.decisions(), sessions, bookings, unbooked, List.of(), null);
        AuditReport audit = new PlanAuditor(loaded.dataSet()).audit(plan, null);
        if (!audit.isValid()) {
            throw new IllegalStateException(audit.violations().toString());
        }
        PlanSummary summary = new PlanSummary(
                "small",
                scope.ruleSetId(),
                scope.ruleSetHash(),
                loaded.inputHash(),
                "test",
                1,
                null,
                0,
                audit.requirements(),
                audit.booked(),
                audit.requirements() - audit.booked(),
                audit.coverageShortfall(),
                new TreeMap<>(AuditFigures.cost(audit)),
                new LowerBounds(null, null, "none", "none"),
                audit.occupancy(),
                audit.sessionsRun(),
                AuditFigures.hardViolations(audit));
        return new Plan(scope.decisions(), sessions, bookings, unbooked, List.of(), summary);
    }

    private static Booking booking(String staff, String module, @Nullable String session, String date, String slot) {
        return new Booking(staff, module, session, LocalDate.parse(date), List.of(slot), Booking.Status.PLANNED);
    }

    private static SessionRow session(
            String id,
            String module,
            String date,
            String slot,
            String room,
            String venue,
            String trainer,
            int capacity,
            int booked) {
        return new SessionRow(
                id,
                module,
                LocalDate.parse(date),
                List.of(slot),
                room,
                venue,
                List.of(trainer),
                capacity,
                booked,
                SessionRow.Status.PLANNED);
    }
}
