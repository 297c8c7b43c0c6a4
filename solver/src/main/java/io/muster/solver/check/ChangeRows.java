package io.muster.solver.check;

import io.muster.data.model.Programme;
import io.muster.data.plan.BookingKey;
import io.muster.data.plan.Change;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * FORMAT of changes.csv: on a re-plan a row for every baseline booking that moved or was dropped, with the right dates,
 * notice and price; any other row is free of charge. Without a baseline there is no row.
 */
final class ChangeRows {

    private final Programme programme;
    private final PlanIndex plan;

    ChangeRows(DataIndex index, PlanIndex plan) {
        this.programme = index.programme();
        this.plan = plan;
    }

    void check(Findings findings) {
        List<Change> rows = plan.plan().changes();
        if (!plan.baseline().isPresent()) {
            if (!rows.isEmpty()) {
                findings.addFormat("changes.csv", "There are changes, but no baseline.");
            }
            return;
        }
        Map<BookingKey, BaselineIndex.Old> changed = new HashMap<>();
        for (BaselineIndex.Old old : plan.baseline().all()) {
            if (plan.isChanged(old)) {
                changed.put(old.key(), old);
            }
        }
        Set<BookingKey> listed = new HashSet<>();
        for (Change row : rows) {
            BookingKey key = new BookingKey(row.staffId(), row.moduleId());
            if (!listed.add(key)) {
                findings.addFormat(key.toString(), "changes.csv has more than one row of the booking.");
            }
            BaselineIndex.Old old = changed.get(key);
            if (old != null) {
                check(key, row, old, findings);
            } else if (row.pence() != 0) {
                findings.addFormat(
                        key.toString(), "changes.csv has a price for a booking that neither moved nor fell.");
            }
        }
        for (BookingKey key : changed.keySet()) {
            if (!listed.contains(key)) {
                findings.addFormat(key.toString(), "changes.csv lacks a baseline booking that moved or was dropped.");
            }
        }
    }

    private void check(BookingKey key, Change row, BaselineIndex.Old old, Findings findings) {
        LocalDate oldDate = old.booking().date();
        LocalDate newDate = plan.newDateOf(old.cell());
        if (!oldDate.equals(row.oldDate()) || !Objects.equals(newDate, row.newDate())) {
            findings.addFormat(
                    key.toString(),
                    "changes.csv says " + row.oldDate() + " became " + row.newDate() + ", but " + oldDate + " became "
                            + newDate + ".");
        }
        ChangePrice price = ChangePrice.of(programme, oldDate, newDate);
        if (row.noticeDays() != price.noticeDays()
                || row.noticeBand() != price.bandMinDays()
                || row.pence() != price.pence()) {
            findings.addFormat(
                    key.toString(),
                    "changes.csv says " + row.noticeDays() + " days' notice, band " + row.noticeBand() + ", "
                            + row.pence() + " pence, but it is " + price.noticeDays() + ", " + price.bandMinDays()
                            + ", " + price.pence() + ".");
        }
    }
}
