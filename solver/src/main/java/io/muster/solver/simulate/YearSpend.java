package io.muster.solver.simulate;

import org.jspecify.annotations.Nullable;

/**
 * What rooms and trainers of a financial year cost, against its budget.
 *
 * @param financialYear the year from April to March, such as {@code 2025/26}
 * @param roomPence hire of the sessions that ran or are still planned
 * @param trainerPence their trainers' days
 * @param budgetPence the budget; null: the programme has none for the year
 */
public record YearSpend(
        String financialYear,
        long roomPence,
        long trainerPence,
        @Nullable Long budgetPence) {

    /** {@return hire and trainers together, pence} */
    public long pence() {
        return roomPence + trainerPence;
    }
}
