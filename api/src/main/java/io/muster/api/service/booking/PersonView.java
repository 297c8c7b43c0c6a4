package io.muster.api.service.booking;

import io.muster.data.plan.ScopeDecision;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's page.
 *
 * @param person who they are and how far they are booked
 * @param deployable whether they can be trained on the programme's first day or later as their status is
 * @param notDeployableUntil last day on which they are not; null: open, or they are
 * @param cohort their cohort; null: none
 * @param needs features a room must have for them
 * @param notBefore earliest start of their training; null: any
 * @param tags tags that rules know
 * @param away when they are away, without the reason
 * @param bookings their bookings, by time
 * @param unbooked what they require and are not booked for, with the reason
 * @param scope what is decided about each module
 * @param history what became of their bookings from one published version of the plan to the next, the oldest first
 */
public record PersonView(
        PersonRow person,
        boolean deployable,
        @Nullable LocalDate notDeployableUntil,
        @Nullable String cohort,
        List<String> needs,
        @Nullable LocalTime notBefore,
        List<String> tags,
        List<Away> away,
        List<BookingView> bookings,
        List<UnbookedView> unbooked,
        List<Scope> scope,
        List<HistoryView> history) {

    /**
     * A time away.
     *
     * @param from its start, on the programme's wall clock
     * @param to its end
     */
    public record Away(LocalDateTime from, LocalDateTime to) {}

    /**
     * What is decided about a module.
     *
     * @param moduleId the module
     * @param moduleName its name
     * @param decision what
     * @param ruleId by which rule
     * @param reason why
     * @param priority 0 normal, 1 high, 2 highest
     * @param earliest first day it may be booked; null: any
     * @param latest last day it may be booked; null: any
     */
    public record Scope(
            String moduleId,
            String moduleName,
            ScopeDecision.Decision decision,
            String ruleId,
            String reason,
            int priority,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {}
}
