package io.muster.solver.check;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme.Travel;
import io.muster.data.model.Team;
import io.muster.data.model.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Travel minutes from every team's base to every venue (DATASET.md section 2). */
public final class TravelTable {

    private static final double EARTH_RADIUS_KM = 6371.0;
    private static final double AT_BASE_KM = 0.1;

    private final Map<String, Map<String, Integer>> minutesByTeamAndVenue = new HashMap<>();

    /**
     * The table of a data set.
     *
     * @param data a valid data set
     */
    public TravelTable(DataSet data) {
        for (Team team : data.teams()) {
            Map<String, Integer> byVenue = new HashMap<>();
            for (Venue venue : data.venues()) {
                double km = greatCircleKm(team.lat(), team.lon(), venue.lat(), venue.lon());
                byVenue.put(venue.id(), minutes(km, data.programme().travel()));
            }
            minutesByTeamAndVenue.put(team.id(), byVenue);
        }
    }

    /**
     * How far it is.
     *
     * @param team a team of the data set
     * @param venueId one of its venues
     * @return whole minutes, one way, {@code >= 0}
     */
    public int minutes(Team team, String venueId) {
        Map<String, Integer> byVenue = Objects.requireNonNull(minutesByTeamAndVenue.get(team.id()), team.id());
        return Objects.requireNonNull(byVenue.get(venueId), venueId);
    }

    /** {@return minutes of a distance: 0 under 0.1 km, else fixed plus per kilometre, rounded half up} */
    static int minutes(double km, Travel travel) {
        if (km < AT_BASE_KM) {
            return 0;
        }
        return travel.minutesPerKm()
                .multiply(new BigDecimal(km))
                .add(travel.fixedMinutes())
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** {@return great-circle kilometres between two points given in degrees, by the haversine formula} */
    static double greatCircleKm(double lat1, double lon1, double lat2, double lon2) {
        double phi1 = Math.toRadians(lat1);
        double phi2 = Math.toRadians(lat2);
        double sinLat = Math.sin((phi2 - phi1) / 2);
        double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double a = sinLat * sinLat + Math.cos(phi1) * Math.cos(phi2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1.0, Math.sqrt(a)));
    }
}
