package io.muster.api.plan;

import io.muster.data.model.DataSet;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.Booking;
import io.muster.data.plan.ScopeDecision;
import io.muster.data.plan.SessionRow;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of a plan for people, beside those the auditor gives.
 *
 * @param byBcu completion by BCU, by name
 * @param byModule completion by module, in the data set's order
 * @param trainersUsed different trainers of the sessions that run
 * @param trainers trainers of the data set
 */
public record PlanFigures(List<Completion> byBcu, List<Completion> byModule, int trainersUsed, int trainers) {

    /** Copies the lists. */
    public PlanFigures {
        byBcu = List.copyOf(byBcu);
        byModule = List.copyOf(byModule);
    }

    /**
     * Counts a plan.
     *
     * @param dataSet its data set
     * @param scope its scope decisions
     * @param sessions its sessions
     * @param bookings its bookings
     * @return the figures
     */
    public static PlanFigures of(
            DataSet dataSet, List<ScopeDecision> scope, List<SessionRow> sessions, List<Booking> bookings) {
        Map<String, String> bcuByTeam = dataSet.teams().stream().collect(Collectors.toMap(Team::id, Team::bcu));
        Map<String, String> bcuByStaff = dataSet.staff().stream()
                .collect(Collectors.toMap(StaffMember::id, s -> bcuByTeam.getOrDefault(s.teamId(), "")));
        LocalDate lastDay = dataSet.programme().lastDay();
        List<ScopeDecision> requirements =
                scope.stream().filter(d -> d.isRequirement(lastDay)).toList();
        Set<Key> booked = bookings.stream()
                .filter(Booking::counts)
                .map(b -> new Key(b.staffId(), b.moduleId()))
                .collect(Collectors.toCollection(HashSet::new));

        Map<String, Completion> modules = completions(requirements, booked, ScopeDecision::moduleId);
        return new PlanFigures(
                List.copyOf(completions(requirements, booked, d -> bcuByStaff.getOrDefault(d.staffId(), ""))
                        .values()),
                dataSet.modules().stream()
                        .map(TrainingModule::id)
                        .map(id -> modules.getOrDefault(id, new Completion(id, 0, 0)))
                        .toList(),
                trainersUsed(sessions, bookings),
                dataSet.trainers().size());
    }

    private static Map<String, Completion> completions(
            List<ScopeDecision> requirements, Set<Key> booked, Function<ScopeDecision, String> part) {
        Map<String, Completion> completions = new TreeMap<>();
        for (ScopeDecision requirement : requirements) {
            int one = booked.contains(new Key(requirement.staffId(), requirement.moduleId())) ? 1 : 0;
            completions.merge(
                    part.apply(requirement),
                    new Completion(part.apply(requirement), 1, one),
                    (a, b) -> new Completion(a.name(), a.requirements() + b.requirements(), a.booked() + b.booked()));
        }
        return completions;
    }

    private static int trainersUsed(List<SessionRow> sessions, List<Booking> bookings) {
        Set<String> running = bookings.stream()
                .filter(Booking::counts)
                .map(Booking::sessionId)
                .filter(id -> id != null)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> trainers = new TreeSet<>();
        sessions.stream().filter(s -> running.contains(s.id())).forEach(s -> trainers.addAll(s.trainerIds()));
        return trainers.size();
    }

    private record Key(String staffId, String moduleId) {}
}
