package io.muster.api.service.replan;

import io.muster.api.service.web.PageView;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the open disruptions break of the published plan, of those bookings that the caller may see.
 *
 * @param planId the published plan
 * @param asOf the day that was asked about
 * @param disruptions how many open disruptions there are
 * @param standingDisruptions how many that earlier plans answered still hold
 * @param bookings bookings of the plan dated on or after the day, of everybody
 * @param brokenBookings bookings that are broken; where several break a rule together, all of them, though not all need
 *     be moved
 * @param peopleHit people with one of them
 * @param sessionsHit sessions with one of them
 * @param brokenByBcu broken bookings by BCU
 * @param brokenByModule broken bookings by module
 * @param broken the broken bookings, by staff member and module
 */
record EffectView(
        String planId,
        LocalDate asOf,
        int disruptions,
        int standingDisruptions,
        int bookings,
        int brokenBookings,
        int peopleHit,
        int sessionsHit,
        SortedMap<String, Integer> brokenByBcu,
        SortedMap<String, Integer> brokenByModule,
        PageView<BrokenView> broken) {

    /**
     * A booking that is broken.
     *
     * @param staffId the staff member
     * @param teamId their team
     * @param bcu its BCU
     * @param moduleId the module
     * @param sessionId the session; null: digital
     * @param date its day
     * @param slots its slots
     */
    record BrokenView(
            String staffId,
            String teamId,
            String bcu,
            String moduleId,
            @Nullable String sessionId,
            LocalDate date,
            List<String> slots) {

        static BrokenView of(Effects.Hit hit) {
            return new BrokenView(
                    hit.booking().staffId(),
                    hit.teamId(),
                    hit.bcu(),
                    hit.booking().moduleId(),
                    hit.booking().sessionId(),
                    hit.booking().date(),
                    hit.booking().slotIds());
        }
    }
}
