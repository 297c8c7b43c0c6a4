package io.muster.api.service.booking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What runs on a day.
 *
 * @param date the day
 * @param trainingDay whether training may take place
 * @param calendar what the calendar says of it
 * @param demand operational demand on it
 * @param staffTraining people who train, digital learning included
 * @param digital bookings of digital learning
 * @param seats seats of the sessions that run
 * @param booked seats taken
 * @param occupancy seats taken of their seats, a fraction; 0 when none runs
 * @param sessions the sessions, by time and room
 */
public record DayView(
        LocalDate date,
        boolean trainingDay,
        List<Note> calendar,
        List<Demand> demand,
        int staffTraining,
        int digital,
        int seats,
        int booked,
        double occupancy,
        List<SessionView> sessions) {

    /**
     * What the calendar says.
     *
     * @param kind its kind; {@code CLOSED}: no training
     * @param name what it is
     */
    public record Note(String kind, String name) {}

    /**
     * Operational demand.
     *
     * @param scope whom it covers
     * @param ceilingFactor what ceilings are multiplied by; 0: frozen
     * @param name what it is
     */
    public record Demand(String scope, BigDecimal ceilingFactor, String name) {}
}
