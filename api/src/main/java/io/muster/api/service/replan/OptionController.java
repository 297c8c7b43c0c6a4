package io.muster.api.service.replan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.muster.api.service.access.Allowed;
import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.content.Contents;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.live.LivePlans;
import io.muster.api.service.replan.ChangeView.Tell;
import io.muster.api.service.replan.Message.Recipient;
import io.muster.api.service.web.PageQuery;
import io.muster.api.service.web.PageView;
import io.muster.api.service.web.ProblemException;
import io.muster.data.io.FigureFiles;
import io.muster.data.model.StaffMember;
import io.muster.data.plan.Booking;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import io.muster.data.plan.SessionRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an option of a re-plan changes, and who must be told. */
@RestController
@RequestMapping("/v1/replans/{replanId}/options/{planId}")
@Tag(name = "Re-plans")
class OptionController {
    private static final int KEPT = 2;
    private static final Map<String, Comparator<ChangeView>> ORDERS = Map.of(
            "staffId", Comparator.comparing(ChangeView::staffId),
            "bcu", Comparator.comparing(ChangeView::bcu),
            "moduleId", Comparator.comparing(ChangeView::moduleId),
            "reason", Comparator.comparing(ChangeView::reason),
            "noticeDays", Comparator.comparing(ChangeView::noticeDays),
            "pence", Comparator.comparing(ChangeView::pence));

    private final Replans replans;
    private final LivePlans livePlans;
    private final Contents contents;
    private final Cache<String, List<Message>> messagesByPlan =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private final Cache<String, List<PlaceView>> placesByPlan =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    OptionController(Replans replans, LivePlans livePlans, Contents contents) {
        this.replans = replans;
        this.livePlans = livePlans;
        this.contents = contents;
    }

    @GetMapping("/changes")
    @Operation(summary = "Bookings that an option moves, drops or adds, each with who must be told")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    PageView<ChangeView> changes(
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String bcu,
            @RequestParam(required = false) @Nullable Integer noticeBand,
            PageQuery query,
            Caller caller) {
        replanOf(replanId, planId);
        LivePlan plan = livePlans.get(planId);
        String own = bcuOf(caller);
        List<ChangeView> rows = plan.plan().changes().stream()
                .map(change -> view(plan, change))
                .filter(row -> own == null || row.bcu().equals(own))
                .filter(row -> bcu == null || row.bcu().equals(bcu))
                .filter(row -> reason == null || row.reason().equals(reason))
                .filter(row -> noticeBand == null || row.noticeBand() == noticeBand)
                .toList();
        return query.of(rows, ORDERS);
    }

    @GetMapping("/places")
    @Operation(summary = "Bookings that keep day and time and are in another room, each with both rooms")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    PageView<PlaceView> places(
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable String bcu,
            PageQuery query,
            Caller caller) {
        StoredReplan replan = replanOf(replanId, planId);
        String own = bcuOf(caller);
        List<PlaceView> rows =
                placesByPlan.get(planId, id -> places(livePlans.get(replan.parentId()), livePlans.get(id))).stream()
                        .filter(row -> own == null || row.bcu().equals(own))
                        .filter(row -> bcu == null || row.bcu().equals(bcu))
                        .toList();
        return query.of(
                rows,
                Map.of(
                        "staffId", Comparator.comparing(PlaceView::staffId),
                        "bcu", Comparator.comparing(PlaceView::bcu),
                        "moduleId", Comparator.comparing(PlaceView::moduleId),
                        "date", Comparator.comparing(PlaceView::date)));
    }

    private static List<PlaceView> places(LivePlan before, LivePlan after) {
        Map<BookingKey, Booking> old = new HashMap<>();
        for (Booking booking : before.plan().bookings()) {
            if (booking.counts() && booking.sessionId() != null) {
                old.put(BookingKey.of(booking), booking);
            }
        }
        List<PlaceView> places = new ArrayList<>();
        for (Booking now : after.plan().bookings()) {
            Booking then = old.get(BookingKey.of(now));
            if (then == null
                    || !now.counts()
                    || !then.date().equals(now.date())
                    || !then.slotIds().equals(now.slotIds())) {
                continue;
            }
            SessionRow left = before.sessionById().get(String.valueOf(then.sessionId()));
            SessionRow next = after.sessionById().get(String.valueOf(now.sessionId()));
            if (left != null && next != null && !Objects.equals(left.roomId(), next.roomId())) {
                StaffMember person = after.staffById().get(now.staffId());
                places.add(new PlaceView(
                        now.staffId(),
                        person == null ? "" : person.teamId(),
                        person == null ? "" : after.bcuOf(person),
                        now.moduleId(),
                        now.date(),
                        now.slotIds(),
                        left.id(),
                        left.venueId(),
                        left.roomId(),
                        next.id(),
                        next.venueId(),
                        next.roomId()));
            }
        }
        return List.copyOf(places);
    }

    @GetMapping("/messages")
    @Operation(summary = "What everybody who must be told of an option is told")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    PageView<Message> messages(
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable Recipient recipient,
            PageQuery query,
            Caller caller) {
        return query.of(seen(replanId, planId, recipient, caller), Map.of());
    }

    @GetMapping(path = "/messages.csv", produces = "text/csv")
    @Operation(summary = "The messages as a CSV file")
    @Allowed(
            value = {Role.PLANNER, Role.LEARNING, Role.BCU_RESOURCING, Role.AUDITOR},
            personal = true)
    ResponseEntity<byte[]> messagesCsv(
            @PathVariable String replanId,
            @PathVariable String planId,
            @RequestParam(required = false) @Nullable Recipient recipient,
            Caller caller) {
        List<List<String>> rows = seen(replanId, planId, recipient, caller).stream()
                .map(message -> List.of(
                        message.recipient().name(),
                        message.recipientId(),
                        message.bcu(),
                        String.valueOf(message.changes()),
                        message.subject(),
                        message.text()))
                .toList();
        Path csv = contents.temporary(".csv");
        try {
            FigureFiles.writeCsv(List.of("recipient", "recipient_id", "bcu", "changes", "subject", "text"), rows, csv);
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"messages.csv\"")
                    .body(Files.readAllBytes(csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(csv);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Message> seen(String replanId, String planId, @Nullable Recipient recipient, Caller caller) {
        StoredReplan replan = replanOf(replanId, planId);
        String own = bcuOf(caller);
        return messagesByPlan
                .get(planId, id -> Messages.of(livePlans.get(replan.parentId()), livePlans.get(id)))
                .stream()
                .filter(message -> own == null || message.bcu().equals(own))
                .filter(message -> recipient == null || message.recipient() == recipient)
                .toList();
    }

    private StoredReplan replanOf(String replanId, String planId) {
        StoredReplan replan = replans.get(replanId);
        if (replans.options(replanId).stream()
                .noneMatch(option -> option.planId().equals(planId))) {
            throw ProblemException.notFound("option", planId);
        }
        return replan;
    }

    /** The BCU a caller sees alone; null: every BCU. A desk that is bound to none sees none. */
    private static @Nullable String bcuOf(Caller caller) {
        return caller.seesEveryBcu() ? null : Objects.requireNonNullElse(caller.bcu(), "\n");
    }

    private static ChangeView view(LivePlan plan, Change change) {
        StaffMember person = plan.staffById().get(change.staffId());
        String team = person == null ? "" : person.teamId();
        String bcu = person == null ? "" : plan.bcuOf(person);
        TreeSet<String> trainers = new TreeSet<>();
        TreeSet<String> venues = new TreeSet<>();
        tell(plan, change.oldSessionId(), trainers, venues);
        tell(plan, change.newSessionId(), trainers, venues);
        LocalDate oldDate = change.oldDate();
        return new ChangeView(
                change.staffId(),
                team,
                bcu,
                change.moduleId(),
                change.oldSessionId(),
                oldDate,
                change.newSessionId(),
                change.newDate(),
                change.reason(),
                change.disruptionId(),
                change.noticeDays(),
                change.noticeBand(),
                change.pence(),
                new Tell(change.staffId(), team, bcu, List.copyOf(trainers), List.copyOf(venues), true));
    }

    private static void tell(
            LivePlan plan, @Nullable String sessionId, TreeSet<String> trainers, TreeSet<String> venues) {
        SessionRow session = sessionId == null ? null : plan.sessionById().get(sessionId);
        if (session != null) {
            trainers.addAll(session.trainerIds());
            if (session.venueId() != null) {
                venues.add(session.venueId());
            }
        }
    }
}
