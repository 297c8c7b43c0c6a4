package io.muster.api.service.explain;

import java.util.List;

/**
 * A place a requirement could be booked at instead; taking it keeps every hard rule.
 *
 * @param spot where and when
 * @param price what the plan would cost more or less
 * @param noticeDays days from the day of the plan to the date
 * @param travelMinutes one way from the team's base; 0 for virtual and digital
 * @param teamPlacesLeft how many more of the team may train that day once this is taken
 * @param withStaffIds members of the cohort who have to go along, as far as the caller may see them
 */
public record AlternativeView(
        SpotView spot,
        PriceView price,
        long noticeDays,
        int travelMinutes,
        int teamPlacesLeft,
        List<String> withStaffIds) {}
