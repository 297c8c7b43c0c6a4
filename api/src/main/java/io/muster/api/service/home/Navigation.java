package io.muster.api.service.home;

import io.muster.api.service.access.Caller;
import io.muster.api.service.plan.PlanState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one is, and where one can go from there; the layout calls it {@code nav}.
 *
 * @param caller who looks; null: nobody has signed in
 * @param programme the programme; null: there is none, or none for them
 * @param plan the plan that the links lead to; null: there is none
 * @param groups links by group
 */
public record Navigation(
        @Nullable Caller caller,
        @Nullable Programme programme,
        @Nullable PlanLink plan,
        List<Group> groups) {

    /**
     * A programme.
     *
     * @param id of the data set
     * @param name for people
     */
    public record Programme(String id, String name) {}

    /**
     * A plan.
     *
     * @param id its id
     * @param name for people
     * @param state where it stands
     */
    public record PlanLink(String id, String name, PlanState state) {}

    /**
     * Links of a kind.
     *
     * @param title what they have in common
     * @param items the links
     */
    public record Group(String title, List<Item> items) {}

    /**
     * A link.
     *
     * @param label what it leads to
     * @param href where
     * @param here whether one is there, or below
     */
    public record Item(String label, String href, boolean here) {}
}
