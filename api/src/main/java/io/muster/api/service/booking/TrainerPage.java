package io.muster.api.service.booking;

import java.time.LocalDate;
import java.util.List;

/**
 * A trainer's page.
 *
 * @param trainer the trainer
 * @param away when they are away, without the reason
 * @param timetable their sessions, by time
 */
public record TrainerPage(TrainerView trainer, List<Away> away, List<SessionView> timetable) {

    /**
     * Days away.
     *
     * @param from the first
     * @param to the last
     */
    public record Away(LocalDate from, LocalDate to) {}
}
