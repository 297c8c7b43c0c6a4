package io.muster.benchmarks.suite;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Room;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is taken from a generated data set, so that full coverage is out of reach on purpose.
 *
 * @param ceilingPct no team may have more than this share of those rostered away, per cent; null: as generated
 * @param everyNthRoom only each so-many-th room of the file is left, {@code >= 1}; null: all
 * @param internalTrainersOnly whether the external trainers are gone; null: they are not
 */
public record Variant(
        @Nullable BigDecimal ceilingPct,
        @Nullable Integer everyNthRoom,
        @Nullable Boolean internalTrainersOnly) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses shares and steps that mean nothing. */
    public Variant {
        if (ceilingPct != null && (ceilingPct.signum() < 0 || ceilingPct.compareTo(HUNDRED) > 0)) {
            throw new IllegalArgumentException("'ceilingPct' (" + ceilingPct + ") is not in 0 to 100");
        }
        if (everyNthRoom != null && everyNthRoom < 1) {
            throw new IllegalArgumentException("'everyNthRoom' (" + everyNthRoom + ") is below 1");
        }
    }

    /**
     * Makes the variant.
     *
     * @param data a generated data set
     * @return it, with less room to plan in
     */
    public DataSet of(DataSet data) {
        List<Room> rooms = rooms(data);
        List<Trainer> trainers = trainers(data);
        Set<String> roomIds = rooms.stream().map(Room::id).collect(Collectors.toSet());
        Set<String> trainerIds = trainers.stream().map(Trainer::id).collect(Collectors.toSet());
        return new DataSet(
                programme(data.programme()),
                data.modules(),
                teams(data),
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                rooms,
                data.roomClosures().stream()
                        .filter(closure -> roomIds.contains(closure.roomId()))
                        .toList(),
                trainers,
                data.trainerAbsences().stream()
                        .filter(absence -> trainerIds.contains(absence.trainerId()))
                        .toList());
    }

    private Programme programme(Programme p) {
        return ceilingPct == null
                ? p
                : Programmes.withAbstraction(
                        p,
                        new Programme.Abstraction(
                                p.abstraction().ceilingPct().min(ceilingPct),
                                p.abstraction().minimumStrengthPct()));
    }

    private List<Team> teams(DataSet data) {
        BigDecimal most = ceilingPct;
        return most == null
                ? data.teams()
                : data.teams().stream()
                        .map(t -> new Team(
                                t.id(),
                                t.bcu(),
                                t.function(),
                                t.name(),
                                t.lat(),
                                t.lon(),
                                t.patternId(),
                                t.offset(),
                                t.ceilingPct() == null ? null : t.ceilingPct().min(most),
                                t.minimumStrengthPct()))
                        .toList();
    }

    private List<Room> rooms(DataSet data) {
        int step = everyNthRoom == null ? 1 : everyNthRoom;
        return IntStream.range(0, data.rooms().size())
                .filter(i -> i % step == 0)
                .mapToObj(data.rooms()::get)
                .toList();
    }

    private List<Trainer> trainers(DataSet data) {
        return Boolean.TRUE.equals(internalTrainersOnly)
                ? data.trainers().stream().filter(Trainer::internal).toList()
                : data.trainers();
    }
}
