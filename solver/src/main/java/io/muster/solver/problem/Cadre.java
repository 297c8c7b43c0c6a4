package io.muster.solver.problem;

import io.muster.data.model.DataSet;
import io.muster.data.model.Trainer;
import io.muster.data.model.TrainerAbsence;
import io.muster.data.model.TrainingModule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The trainers, by position in the data set. */
public final class Cadre {

    /** Number of trainers. */
    public final int trainers;
    /** Whether each is internal. */
    public final boolean[] internal;
    /** Whether a trainer is accredited: [trainer * modules + module]. */
    public final boolean[] accredited;
    /** Whether a trainer is available: [trainer * days + day]. */
    public final boolean[] available;
    /** Price of each trainer's day, pence. */
    public final long[] pencePerDay;
    /** Days of an ISO week on which each may deliver. */
    public final int[] maxDaysPerWeek;

    /** Trainers who are accredited for a module and available on a day, by number: [module * days + day]. */
    public final int[][] able;

    Cadre(DataSet dataSet, Calendar calendar) {
        List<Trainer> list = dataSet.trainers();
        Map<String, Integer> moduleAt = Ids.positions(dataSet.modules(), TrainingModule::id);
        int modules = dataSet.modules().size();
        int days = calendar.days;
        trainers = list.size();
        internal = new boolean[trainers];
        accredited = new boolean[trainers * modules];
        available = new boolean[trainers * days];
        pencePerDay = new long[trainers];
        maxDaysPerWeek = new int[trainers];
        for (int t = 0; t < trainers; t++) {
            Trainer trainer = list.get(t);
            internal[t] = trainer.internal();
            pencePerDay[t] = trainer.pencePerDay();
            maxDaysPerWeek[t] = trainer.maxDaysPerWeek();
            for (String id : trainer.moduleIds()) {
                accredited[t * modules + Ids.at(moduleAt, id)] = true;
            }
            for (int d = 0; d < days; d++) {
                available[t * days + d] = (trainer.from() == null || !calendar.dateOf[d].isBefore(trainer.from()))
                        && (trainer.to() == null || !calendar.dateOf[d].isAfter(trainer.to()));
            }
        }
        Map<String, Integer> trainerAt = Ids.positions(list, Trainer::id);
        for (TrainerAbsence absence : dataSet.trainerAbsences()) {
            int t = Ids.at(trainerAt, absence.trainerId());
            int last = calendar.lastOnOrBefore(absence.to());
            for (int d = calendar.firstOnOrAfter(absence.from()); d <= last; d++) {
                available[t * days + d] = false;
            }
        }
        able = new int[modules * days][];
        for (int m = 0; m < modules; m++) {
            for (int d = 0; d < days; d++) {
                int module = m;
                int day = d;
                able[m * days + d] = IntStream.range(0, trainers)
                        .filter(t -> accredited[t * modules + module] && available[t * days + day])
                        .toArray();
            }
        }
    }
}
