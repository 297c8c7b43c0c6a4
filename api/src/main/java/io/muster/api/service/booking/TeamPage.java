package io.muster.api.service.booking;

import java.util.List;

/**
 * A team's page.
 *
 * @param team the team
 * @param members its staff, by id
 */
public record TeamPage(TeamView team, List<PersonRow> members) {}
