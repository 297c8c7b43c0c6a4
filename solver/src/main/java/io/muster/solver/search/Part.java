package io.muster.solver.search;

import io.muster.solver.problem.Calendar;
import io.muster.solver.problem.Curriculum;
import io.muster.solver.problem.Problem;
import io.muster.solver.problem.Requirements;
import io.muster.solver.state.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one search may change: bookings and sessions of some days. Whole weeks go to one part, so rooms, trainers,
 * ceilings, weekly limits and rest (days next to another part's stay as they are) never meddle with what other parts
 * change. Order between two modules of one person (H11) may span parts: then each keeps to its side of the middle.
 */
final class Part {

    /** Days on which this part may book, in order. */
    final int[] days;

    private final boolean[] isOpen;
    /** The part that may move each requirement; none: nobody may. */
    private final byte[] owner;

    private final byte own;
    private final int[] firstDay;
    private final int[] lastDay;

    private Part(int own, byte[] owner, byte[] partOfDay, int[] firstDay, int[] lastDay) {
        this.own = (byte) own;
        this.owner = owner;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        isOpen = new boolean[partOfDay.length];
        int n = 0;
        int[] list = new int[partOfDay.length];
        for (int d = 0; d < partOfDay.length; d++) {
            isOpen[d] = partOfDay[d] == own;
            if (isOpen[d]) {
                list[n++] = d;
            }
        }
        days = Arrays.copyOf(list, n);
    }

    /** Whether a requirement may be booked, moved or unbooked. */
    boolean mayMove(int r) {
        return owner[r] == own;
    }

    /** Whether a requirement may be booked on a day. */
    boolean mayBook(int r, int d) {
        return isOpen[d] && d >= firstDay[r] && d <= lastDay[r];
    }

    /** A plan cut into parts. */
    static final class Cut {

        private static final byte NOBODY = -1;

        private final Problem problem;
        private final int[] sessionOf;
        private final byte[] partOfDay;
        /** First week that is not past. */
        private final int firstWeek;
        /** The part on whose days each requirement is booked, or which may book it. */
        private final byte[] home;
        /** The part that may move each requirement to another day. */
        private final byte[] owner;

        private final int[] firstDay;
        private final int[] lastDay;
        private final List<Part> parts = new ArrayList<>();

        /**
         * Cuts a plan at random.
         *
         * @param plan a plan
         * @param count number of parts, from 1 on; fewer are made of a programme of few weeks
         * @param random the dice
         */
        Cut(Problem problem, Assignment plan, int count, SplittableRandom random) {
            this.problem = problem;
            sessionOf = plan.sessionOf();
            firstWeek = firstWeek(problem);
            int most = Math.max(1, Math.min(count, (problem.calendar.weeks - firstWeek) / 2));
            partOfDay = dealWeeks(most, random);
            firstDay = firstDays(problem);
            lastDay = problem.requirements.lastDay.clone();
            home = new byte[problem.requirements.count];
            owner = new byte[problem.requirements.count];
            dealRequirements(most, random);
            keepApart();
            for (int i = 0; i < count; i++) {
                parts.add(new Part(i, owner, partOfDay, firstDay, lastDay));
            }
        }

        /** One of the parts; without any day where there are fewer parts than wanted. */
        Part part(int i) {
            return parts.get(i);
        }

        private static int firstWeek(Problem problem) {
            int firstFree = problem.baseline.firstFree;
            if (firstFree == 0) {
                return 0;
            }
            return firstFree < problem.calendar.days ? problem.calendar.weekOf[firstFree] : problem.calendar.weeks;
        }

        /** First day of each requirement, where its baseline booking stands included. */
        private static int[] firstDays(Problem problem) {
            int[] first = problem.requirements.firstDay.clone();
            for (int r = 0; r < first.length; r++) {
                int day = problem.baseline.dayAt[r];
                first[r] = day < 0 ? first[r] : Math.min(first[r], day);
            }
            return first;
        }

        private boolean isBooked(int r) {
            return sessionOf[r] >= 0;
        }

        private int dayOf(int r) {
            return problem.estate.dayOf(sessionOf[r]);
        }

        private byte[] dealWeeks(int count, SplittableRandom random) {
            Calendar calendar = problem.calendar;
            byte[] partOfWeek = new byte[calendar.weeks];
            for (int i = 0; i < calendar.weeks - firstWeek; i++) {
                int other = random.nextInt(i + 1);
                partOfWeek[firstWeek + i] = partOfWeek[firstWeek + other];
                partOfWeek[firstWeek + other] = (byte) (i % count);
            }
            byte[] dealt = new byte[calendar.days];
            for (int d = 0; d < calendar.days; d++) {
                int before = calendar.dayBefore[d];
                dealt[d] = partOfWeek[calendar.weekOf[d]];
                if (before >= 0 && partOfWeek[calendar.weekOf[before]] != dealt[d]) {
                    dealt[d] = NOBODY;
                    dealt[before] = NOBODY;
                }
            }
            Arrays.fill(dealt, 0, problem.baseline.firstFree, NOBODY);
            return dealt;
        }

        /** A booking belongs to the part of its day; who has something to book is moved by the part only that may. */
        private void dealRequirements(int count, SplittableRandom random) {
            Requirements requirements = problem.requirements;
            for (int p = 0; p < problem.workforce.staff; p++) {
                int first = requirements.firstOf[p];
                int end = requirements.firstOf[p + 1];
                byte only = NOBODY;
                for (int r = first; r < end && only == NOBODY; r++) {
                    only = isBooked(r) || requirements.blocked[r] ? NOBODY : (byte) random.nextInt(count);
                }
                for (int r = first; r < end; r++) {
                    home[r] = isBooked(r) ? partOfDay[dayOf(r)] : only;
                    owner[r] = only == NOBODY || only == home[r] ? home[r] : NOBODY;
                }
            }
        }

        /** Where a module comes after another in another part, the room between them is halved. */
        private void keepApart() {
            Requirements requirements = problem.requirements;
            Curriculum curriculum = problem.curriculum;
            for (int r = 0; r < requirements.count; r++) {
                int module = requirements.moduleOf[r];
                for (int a : curriculum.after[module]) {
                    int q = requirements.at[requirements.staffOf[r] * curriculum.modules + a];
                    if (q >= 0
                            && isBooked(q)
                            && isBooked(r)
                            && owner[q] != NOBODY
                            && owner[r] != NOBODY
                            && owner[q] != owner[r]) {
                        keepApart(q, dayOf(q), r, dayOf(r), module);
                    }
                }
            }
        }

        private void keepApart(int q, int day, int r, int later, int module) {
            int[] date = problem.calendar.epochDay;
            long gap = date[later] - date[day];
            long nearer = gap - Math.max(1, problem.curriculum.minGap[module]);
            long farther = problem.curriculum.maxGap[module] - gap;
            lastDay[q] = Math.min(lastDay[q], problem.calendar.lastOnOrBefore(date[day] + nearer / 2));
            firstDay[r] = Math.max(firstDay[r], problem.calendar.firstOnOrAfter(date[later] - (nearer - nearer / 2)));
            firstDay[q] = Math.max(firstDay[q], problem.calendar.firstOnOrAfter(date[day] - farther / 2));
            lastDay[r] = Math.min(lastDay[r], problem.calendar.lastOnOrBefore(date[later] + (farther - farther / 2)));
        }

        /**
         * What the parts made of the plan, put together.
         *
         * @param before the plan that was cut
         * @param made what each part made of it
         * @return the whole
         */
        Assignment join(Assignment before, Assignment[] made) {
            Assignment whole = before.copy();
            int places = problem.curriculum.maxTrainers;
            for (int s = 0; s < problem.estate.digitalBase; s++) {
                int part = partOfDay[problem.estate.dayOf(s)];
                if (part != NOBODY) {
                    whole.moduleOf()[s] = made[part].moduleOf()[s];
                    System.arraycopy(made[part].trainerAt(), s * places, whole.trainerAt(), s * places, places);
                }
            }
            for (int r = 0; r < home.length; r++) {
                if (home[r] != NOBODY) {
                    whole.sessionOf()[r] = made[home[r]].sessionOf()[r];
                }
            }
            return whole;
        }
    }
}
