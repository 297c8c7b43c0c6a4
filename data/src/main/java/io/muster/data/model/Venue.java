package io.muster.data.model;

/**
 * A venue ({@code venues.csv}).
 *
 * @param id the key
 * @param name name for people
 * @param lat latitude, degrees in -90 to 90
 * @param lon longitude, degrees in -180 to 180
 * @param internal whether it belongs to the service
 */
public record Venue(String id, String name, double lat, double lon, boolean internal) {}
