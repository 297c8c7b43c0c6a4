package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import java.util.Arrays;

/** Prices of the cost lines, pence (DATASET.md section 4). */
public final class Prices {

    /** A staff member's day with a booking. */
    public final long abstractionDay;
    /** A booked rest day. */
    public final long restDay;
    /** An empty seat under the target occupancy. */
    public final long emptySeat;
    /** A session under its minimum class. */
    public final long belowMinimumClass;
    /** A booking of the largest team over its share. */
    public final long sameTeamOverShare;
    /** A priority point and week. */
    public final long priorityWeek;
    /** A booking behind trajectory. */
    public final long behindTrajectory;
    /** Seats of a class that must be filled, by capacity: {@code ceil(occupancyPct / 100 * capacity)}. */
    public final int[] targetSeats;
    /** Bookings of the largest team that cost nothing, by bookings: {@code ceil(sameTeamSharePct / 100 * bookings)}. */
    public final int[] permittedShare;

    Prices(DataSet dataSet, int largestCapacity, int requirements) {
        Programme.Prices prices = dataSet.programme().prices();
        abstractionDay = prices.abstractionDay();
        restDay = prices.restDay();
        emptySeat = prices.emptySeat();
        belowMinimumClass = prices.belowMinimumClass();
        sameTeamOverShare = prices.sameTeamOverShare();
        priorityWeek = prices.priorityWeek();
        behindTrajectory = prices.behindTrajectory();
        targetSeats = new int[largestCapacity + 1];
        Arrays.setAll(targetSeats, new Share(dataSet.programme().target().occupancyPct())::of);
        int mostBookings = Math.max(largestCapacity, requirements);
        permittedShare = new int[mostBookings + 1];
        Arrays.setAll(permittedShare, new Share(prices.sameTeamSharePct())::of);
    }
}
