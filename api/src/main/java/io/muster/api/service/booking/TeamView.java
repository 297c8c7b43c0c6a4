package io.muster.api.service.booking;

/**
 * A team and how far it is booked.
 *
 * @param teamId its id
 * @param teamName its name
 * @param bcu its BCU
 * @param function its function
 * @param people its staff
 * @param required what they require
 * @param booked how much of that is booked
 * @param unbooked how much is not
 */
public record TeamView(
        String teamId,
        String teamName,
        String bcu,
        String function,
        int people,
        int required,
        int booked,
        int unbooked) {}
