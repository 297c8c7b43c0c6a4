package io.muster.api.service.report;

import io.muster.api.service.report.Boroughs.Borough;
import io.muster.data.model.Team;
import io.muster.data.plan.CodePointOrder;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of abstraction as it is published: on duty, but away from the normal role. By month and team, never by person.
 *
 * @param month such as {@code 2025-04}
 * @param bcu the BCU
 * @param borough the borough; empty where the data set does not tell
 * @param boroughCode its code; empty where the data set does not tell
 * @param team name of the team
 * @param abstractedFromDuty the team's normal role
 * @param abstractionType what they are away for: always training here
 * @param abstractedMinutes minutes of training of all who were on duty, together
 */
public record PublicAbstraction(
        String month,
        String bcu,
        String borough,
        String boroughCode,
        String team,
        String abstractedFromDuty,
        String abstractionType,
        long abstractedMinutes) {
    private static final String TRAINING = "Training";

    /**
     * Sums a ledger up.
     *
     * @param ledger the ledger
     * @return a row for each month and team with abstraction, by month, BCU and team
     */
    public static List<PublicAbstraction> of(AbstractionLedger ledger) {
        record Key(YearMonth month, Team team) {}
        Comparator<Key> order = Comparator.comparing(Key::month)
                .thenComparing(key -> key.team().bcu(), CodePointOrder.COMPARATOR)
                .thenComparing(key -> key.team().id(), CodePointOrder.COMPARATOR);
        Map<Key, Long> minutes = new TreeMap<>(order);
        for (TeamDay day : ledger.days()) {
            if (day.minutes() > 0) {
                minutes.merge(new Key(YearMonth.from(day.date()), day.team()), (long) day.minutes(), Long::sum);
            }
        }
        List<PublicAbstraction> rows = new ArrayList<>(minutes.size());
        minutes.forEach((key, sum) -> {
            Team team = key.team();
            Borough borough = Boroughs.find(team.bcu(), team.name()).orElse(new Borough("", ""));
            rows.add(new PublicAbstraction(
                    key.month().toString(),
                    team.bcu(),
                    borough.name(),
                    borough.code(),
                    team.name(),
                    team.function(),
                    TRAINING,
                    sum));
        });
        return rows;
    }
}
