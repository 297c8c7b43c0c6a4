package io.muster.api.service.publication;

import java.util.List;

/**
 * What is still wrong with a plan.
 *
 * @param planId the plan
 * @param publishable whether nothing stands in the way that cannot be acknowledged
 * @param toAcknowledge codes that whoever publishes is to give
 * @param items all that was looked at, in a fixed order
 */
record ChecklistView(String planId, boolean publishable, List<String> toAcknowledge, List<ChecklistItem> items) {

    static ChecklistView of(String planId, List<ChecklistItem> items) {
        return new ChecklistView(
                planId,
                items.stream().noneMatch(item -> item.state() == ChecklistItem.State.BLOCKING),
                items.stream()
                        .filter(item -> item.state() == ChecklistItem.State.ACKNOWLEDGE)
                        .map(ChecklistItem::code)
                        .toList(),
                items);
    }
}
