package io.muster.api.service.report;

import io.muster.data.model.Team;
import java.time.LocalDate;

/**
 * A team's day: who is there, who may train, who does (DATASET.md, "Cap" and H12).
 *
 * @param team the team
 * @param date the day
 * @param onDuty staff of the team who are deployable and not on a rest day
 * @param absent those of them with an absence that overlaps their duty
 * @param cap how many on duty may be booked
 * @param used how many on duty are
 * @param minutes minutes they are booked for, together
 */
public record TeamDay(Team team, LocalDate date, int onDuty, int absent, int cap, int used, int minutes) {

    /** {@return how many more may be booked, {@code >= 0}} */
    public int headroom() {
        return Math.max(0, cap - used);
    }
}
