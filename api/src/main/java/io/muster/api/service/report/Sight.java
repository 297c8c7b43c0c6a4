package io.muster.api.service.report;

import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a caller sees.
 *
 * @param bcu those of this BCU only; null: all
 */
public record Sight(@Nullable String bcu) {
    /** The BCU of nobody: a resourcing desk that is bound to none sees nothing. */
    private static final String NONE = "";

    /**
     * Of rows about teams and people.
     *
     * @param caller who asks
     * @return what they see
     */
    public static Sight of(Caller caller) {
        return new Sight(caller.seesEveryBcu() ? null : Objects.requireNonNullElse(caller.bcu(), NONE));
    }

    /**
     * Of aggregates.
     *
     * @param caller who asks
     * @return what they see
     */
    public static Sight ofAggregates(Caller caller) {
        return caller.isAny(Role.GOVERNANCE) ? new Sight(null) : of(caller);
    }

    /**
     * Whether rows of a BCU are seen.
     *
     * @param of the BCU
     * @return whether they are
     */
    public boolean sees(String of) {
        return bcu == null || bcu.equals(of);
    }

    /**
     * The part of a ledger that is seen.
     *
     * @param ledger the ledger
     * @return rows by team and date
     */
    public List<TeamDay> days(AbstractionLedger ledger) {
        return bcu == null ? ledger.days() : ledger.ofBcu(bcu);
    }

    /**
     * The part of a ledger that is seen, as it is published.
     *
     * @param ledger the ledger
     * @return rows by month, BCU and team
     */
    public List<PublicAbstraction> published(AbstractionLedger ledger) {
        return PublicAbstraction.of(ledger).stream()
                .filter(row -> sees(row.bcu()))
                .toList();
    }
}
