package io.muster.api.service.booking;

import io.muster.api.service.web.PageView;
import java.time.LocalDate;
import java.util.List;

/**
 * How many of each team may train on each day, and do.
 *
 * @param dates training days, in order: what the figures of a team stand for
 * @param teams a page of teams
 */
public record AbstractionView(List<LocalDate> dates, PageView<Row> teams) {

    /**
     * A team's days; each list has a figure for each date.
     *
     * @param teamId the team
     * @param teamName its name
     * @param bcu its BCU
     * @param function its function
     * @param rostered staff on duty
     * @param absent those of them with an absence
     * @param cap how many may train
     * @param used how many on duty do
     * @param headroom how many more may; negative where more do than may
     */
    public record Row(
            String teamId,
            String teamName,
            String bcu,
            String function,
            List<Integer> rostered,
            List<Integer> absent,
            List<Integer> cap,
            List<Integer> used,
            List<Integer> headroom) {}
}
