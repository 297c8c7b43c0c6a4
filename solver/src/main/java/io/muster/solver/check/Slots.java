package io.muster.solver.check;

import io.muster.data.model.Programme.Slot;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The slots of a day. A set of them is a bit mask, bit 0 the first in time; slots nobody knows are not in it. */
final class Slots {

    private final List<Slot> inOrder;
    private final Map<String, Integer> indexById = new HashMap<>();

    Slots(List<Slot> inOrder) {
        this.inOrder = inOrder;
        for (int i = 0; i < inOrder.size(); i++) {
            indexById.put(inOrder.get(i).id(), i);
        }
    }

    int count() {
        return inOrder.size();
    }

    String id(int index) {
        return inOrder.get(index).id();
    }

    /** {@return the known slots among the ids} */
    int mask(List<String> ids) {
        int mask = 0;
        for (String id : ids) {
            Integer index = indexById.get(id);
            if (index != null) {
                mask |= 1 << index;
            }
        }
        return mask;
    }

    /** {@return whether all ids are known, each once, in time order} */
    boolean areInOrder(List<String> ids) {
        int before = -1;
        for (String id : ids) {
            Integer index = indexById.get(id);
            if (index == null || index <= before) {
                return false;
            }
            before = index;
        }
        return true;
    }

    /** {@return the index of the earliest slot of a mask; for an empty one, an index after every slot} */
    static int first(int mask) {
        return Integer.numberOfTrailingZeros(mask);
    }

    /** {@return the index of the latest slot of a mask; for an empty one, -1} */
    static int last(int mask) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(mask);
    }

    /** {@return when the earliest slot of a mask starts; null for an empty one} */
    @Nullable
    LocalTime start(int mask) {
        return mask == 0 ? null : inOrder.get(first(mask)).start();
    }

    Span span(long day, int index) {
        Slot slot = inOrder.get(index);
        return Span.of(day, slot.start(), slot.end());
    }

    /** {@return from the start of the earliest slot of a mask to the end of the latest; null for an empty one} */
    @Nullable
    Span outerSpan(long day, int mask) {
        return mask == 0
                ? null
                : Span.of(
                        day,
                        inOrder.get(first(mask)).start(),
                        inOrder.get(last(mask)).end());
    }
}
