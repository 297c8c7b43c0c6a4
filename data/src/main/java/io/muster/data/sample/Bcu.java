package io.muster.data.sample;

import java.util.List;

/**
 * The twelve basic command units with their shares of officers and bases (DOMAIN, "People and organisation"). Stations
 * stand for boroughs; their places are approximate.
 */
enum Bcu {
    AW(
            113,
            new Base("Charing Cross", 51.510, -0.125),
            new Base("Westminster", 51.497, -0.137),
            new Base("Kensington & Chelsea", 51.502, -0.195),
            new Base("Hammersmith & Fulham", 51.493, -0.224)),
    CN(
            70,
            new Base("Holborn", 51.521, -0.117),
            new Base("Camden", 51.539, -0.142),
            new Base("Islington", 51.536, -0.103)),
    CE(
            73,
            new Base("Stoke Newington", 51.561, -0.074),
            new Base("Hackney", 51.545, -0.055),
            new Base("Tower Hamlets", 51.515, -0.035)),
    NE(
            68,
            new Base("Forest Gate", 51.547, 0.028),
            new Base("Newham", 51.525, 0.035),
            new Base("Waltham Forest", 51.590, -0.013)),
    EA(
            78,
            new Base("Romford", 51.578, 0.179),
            new Base("Barking & Dagenham", 51.554, 0.134),
            new Base("Havering", 51.576, 0.183),
            new Base("Redbridge", 51.569, 0.076)),
    NA(
            70,
            new Base("Edmonton", 51.625, -0.060),
            new Base("Enfield", 51.652, -0.081),
            new Base("Haringey", 51.600, -0.112)),
    NW(
            88,
            new Base("Wembley", 51.552, -0.300),
            new Base("Barnet", 51.605, -0.208),
            new Base("Brent", 51.553, -0.277),
            new Base("Harrow", 51.580, -0.334)),
    WA(
            97,
            new Base("Acton", 51.508, -0.270),
            new Base("Ealing", 51.513, -0.305),
            new Base("Hillingdon", 51.545, -0.450),
            new Base("Hounslow", 51.468, -0.361)),
    SW(
            84,
            new Base("Lavender Hill", 51.465, -0.164),
            new Base("Kingston", 51.410, -0.300),
            new Base("Merton", 51.410, -0.190),
            new Base("Richmond", 51.450, -0.310),
            new Base("Wandsworth", 51.457, -0.192)),
    AS(
            82,
            new Base("Brixton", 51.465, -0.113),
            new Base("Lambeth", 51.457, -0.117),
            new Base("Southwark", 51.480, -0.080)),
    SE(
            88,
            new Base("Lewisham", 51.458, -0.013),
            new Base("Bexley", 51.456, 0.138),
            new Base("Greenwich", 51.483, 0.010),
            new Base("Catford", 51.445, -0.020)),
    SN(
            87,
            new Base("Croydon", 51.372, -0.096),
            new Base("Bromley", 51.404, 0.016),
            new Base("Croydon Centre", 51.376, -0.100),
            new Base("Sutton", 51.362, -0.193));

    /** A BCU joins a data set for each of these: enough for five relief teams of about thirty. */
    private static final int PEOPLE_PER_BCU = 500;

    /** Order in which BCUs join a small data set: from the middle outwards, north and south in turn. */
    private static final List<Bcu> BY_SIZE_OF_DATA_SET = List.of(AS, CN, SE, NW, AW, NE, SW, WA, SN, EA, CE, NA);

    private final int shareTenths;
    private final Base headquarters;
    private final List<Base> stations;

    Bcu(int shareTenths, Base headquarters, Base... stations) {
        this.shareTenths = shareTenths;
        this.headquarters = headquarters;
        this.stations = List.of(stations);
    }

    /** {@return the share of officers, in tenths of a per cent} */
    int shareTenths() {
        return shareTenths;
    }

    /** {@return the base of its detectives} */
    Base headquarters() {
        return headquarters;
    }

    /** {@return the bases of its uniformed teams, one a borough} */
    List<Base> stations() {
        return stations;
    }

    /** {@return the BCUs a data set of this many people has, all twelve from 6,000 up, in alphabetical order} */
    static List<Bcu> spread(int people) {
        int count = Math.max(1, Math.min(values().length, people / PEOPLE_PER_BCU));
        return BY_SIZE_OF_DATA_SET.subList(0, count).stream().sorted().toList();
    }

    /**
     * A place people work from.
     *
     * @param name name for people
     * @param lat latitude, degrees
     * @param lon longitude, degrees
     */
    record Base(String name, double lat, double lon) {}
}
