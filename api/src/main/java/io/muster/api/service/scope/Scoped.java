package io.muster.api.service.scope;

import io.muster.api.scope.DecidedScope;
import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A decided scope with what questions about it need.
 *
 * @param reference the rule set, a reference that will always mean the same
 * @param scope the decisions
 * @param bcuByStaff BCU of each staff member
 */
record Scoped(String reference, DecidedScope scope, Map<String, String> bcuByStaff) {

    static Scoped of(String reference, DataSet dataSet, DecidedScope scope) {
        Map<String, String> bcuByTeam = dataSet.teams().stream().collect(Collectors.toMap(Team::id, Team::bcu));
        Map<String, String> bcuByStaff = new HashMap<>(dataSet.staff().size() * 2);
        for (StaffMember member : dataSet.staff()) {
            bcuByStaff.put(member.id(), bcuByTeam.getOrDefault(member.teamId(), ""));
        }
        return new Scoped(reference, scope, bcuByStaff);
    }
}
