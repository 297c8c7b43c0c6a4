package io.muster.data.sample;

import io.muster.data.model.DataSet;
import io.muster.data.model.Programme;
import io.muster.data.model.Programme.Abstraction;
import io.muster.data.model.Room;
import io.muster.data.model.RoomClosure;
import io.muster.data.model.Team;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ways to make a generated data set short of something on purpose, so that plans can be compared where not everybody can
 * be covered. The people stay the same ones; nothing is drawn at random.
 */
public enum SampleVariant {
    /** No team may have more than 8% of those rostered in training; smaller ceilings of teams' own stay. */
    TIGHT_CEILINGS("tight-ceilings") {
        @Override
        DataSet applyTo(DataSet data) {
            Programme programme = data.programme();
            Abstraction tight = new Abstraction(
                    programme.abstraction().ceilingPct().min(TIGHT_CEILING_PCT),
                    programme.abstraction().minimumStrengthPct());
            List<Team> teams =
                    data.teams().stream().map(SampleVariant::withTightCeiling).toList();
            return copy(
                    data,
                    withAbstraction(programme, tight),
                    teams,
                    data.rooms(),
                    data.roomClosures(),
                    data.trainerAbsences());
        }
    },
    /** Every second room is not there, counted venue by venue; the first stays. Virtual programmes stay as they are. */
    HALF_ROOMS("half-rooms") {
        @Override
        DataSet applyTo(DataSet data) {
            List<Room> byVenue = new ArrayList<>(data.rooms());
            byVenue.sort(Comparator.comparing(Room::venueId));
            Set<String> kept = new HashSet<>();
            for (int i = 0; i < byVenue.size(); i += 2) {
                kept.add(byVenue.get(i).id());
            }
            List<Room> rooms = data.rooms().stream()
                    .filter(room -> kept.contains(room.id()))
                    .toList();
            List<RoomClosure> closures = data.roomClosures().stream()
                    .filter(closure -> kept.contains(closure.roomId()))
                    .toList();
            return copy(data, data.programme(), data.teams(), rooms, closures, data.trainerAbsences());
        }
    },
    /**
     * Three in four of the internal trainers accredited for the first module that asks for one (or of all its trainers,
     * where no module does) are seconded elsewhere from the first day to the last.
     */
    MISSING_TRAINERS("missing-trainers") {
        @Override
        DataSet applyTo(DataSet data) {
            Optional<TrainingModule> internal = data.modules().stream()
                    .filter(module -> module.internalTrainers() > 0)
                    .findFirst();
            Optional<TrainingModule> taught = internal.or(() -> data.modules().stream()
                    .filter(module -> module.trainers() > 0)
                    .findFirst());
            List<Trainer> group = data.trainers().stream()
                    .filter(trainer -> taught.filter(m -> trainer.moduleIds().contains(m.id()))
                            .isPresent())
                    .filter(trainer -> internal.isEmpty() || trainer.internal())
                    .toList();
            List<TrainerAbsence> absences = new ArrayList<>(data.trainerAbsences());
            for (int i = 0; i < group.size(); i++) {
                if (i % ONE_STAYS_OF != 0) {
                    absences.add(new TrainerAbsence(
                            group.get(i).id(),
                            data.programme().firstDay(),
                            data.programme().lastDay(),
                            "SECONDED"));
                }
            }
            return copy(data, data.programme(), data.teams(), data.rooms(), data.roomClosures(), absences);
        }
    };

    private static final BigDecimal TIGHT_CEILING_PCT = new BigDecimal("8");
    private static final int ONE_STAYS_OF = 4;

    private final String id;

    SampleVariant(String id) {
        this.id = id;
    }

    /** {@return the stable id, such as {@code tight-ceilings}} */
    public String id() {
        return id;
    }

    /**
     * Finds a variant by its id.
     *
     * @param id the id
     * @return the variant, or empty when none has this id
     */
    public static Optional<SampleVariant> find(String id) {
        return Arrays.stream(values()).filter(variant -> variant.id.equals(id)).findFirst();
    }

    /** {@return the ids of all variants, in order, separated by commas} */
    public static String ids() {
        return Arrays.stream(values()).map(SampleVariant::id).collect(Collectors.joining(", "));
    }

    /** {@return the data set made short} */
    abstract DataSet applyTo(DataSet data);

    private static Team withTightCeiling(Team team) {
        return team.ceilingPct() == null
                ? team
                : new Team(
                        team.id(),
                        team.bcu(),
                        team.function(),
                        team.name(),
                        team.lat(),
                        team.lon(),
                        team.patternId(),
                        team.offset(),
                        team.ceilingPct().min(TIGHT_CEILING_PCT),
                        team.minimumStrengthPct());
    }

    private static Programme withAbstraction(Programme programme, Abstraction abstraction) {
        return new Programme(
                programme.formatVersion(),
                programme.id(),
                programme.name(),
                programme.timeZone(),
                programme.firstDay(),
                programme.lastDay(),
                programme.asOf(),
                programme.trainingWeekdays(),
                programme.slots(),
                programme.notice(),
                programme.target(),
                programme.budget(),
                programme.limits(),
                programme.travel(),
                abstraction,
                programme.prices());
    }

    private static DataSet copy(
            DataSet data,
            Programme programme,
            List<Team> teams,
            List<Room> rooms,
            List<RoomClosure> closures,
            List<TrainerAbsence> trainerAbsences) {
        return new DataSet(
                programme,
                data.modules(),
                teams,
                data.patterns(),
                data.staff(),
                data.completions(),
                data.absences(),
                data.demand(),
                data.calendar(),
                data.venues(),
                rooms,
                closures,
                data.trainers(),
                trainerAbsences);
    }
}
