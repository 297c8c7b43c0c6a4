package io.muster.api.service.replan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking that a re-plan moved, dropped or added.
 *
 * @param staffId the staff member
 * @param teamId their team
 * @param bcu its BCU
 * @param moduleId the module
 * @param oldSessionId session before; null: none (digital, or newly booked)
 * @param oldDate day before; null: newly booked
 * @param newSessionId session after; null: none (digital, or dropped)
 * @param newDate day after; null: dropped
 * @param reason stable code of the cause (docs/REPLAN.md)
 * @param disruptionId the disruption that caused it; null: none did
 * @param noticeDays days of notice
 * @param noticeBand least days of the notice band
 * @param pence its price
 * @param tell who must be told
 */
record ChangeView(
        String staffId,
        String teamId,
        String bcu,
        String moduleId,
        @Nullable String oldSessionId,
        @Nullable LocalDate oldDate,
        @Nullable String newSessionId,
        @Nullable LocalDate newDate,
        String reason,
        @Nullable String disruptionId,
        int noticeDays,
        int noticeBand,
        long pence,
        Tell tell) {

    /**
     * Who must be told of a change.
     *
     * @param officer the staff member
     * @param lineManagerOfTeam the team whose line manager
     * @param resourcingOfBcu the BCU whose resourcing desk
     * @param trainers trainers of the session before and of the one after
     * @param venues venues of the two
     * @param learningAndDevelopment whether learning and development are told: always, of the classes
     */
    record Tell(
            String officer,
            String lineManagerOfTeam,
            String resourcingOfBcu,
            List<String> trainers,
            List<String> venues,
            boolean learningAndDevelopment) {}
}
