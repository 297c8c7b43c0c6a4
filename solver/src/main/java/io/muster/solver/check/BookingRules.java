package io.muster.solver.check;

import io.muster.data.model.Room;
import io.muster.data.model.TrainingModule;
import io.muster.data.plan.ScopeDecision;
import io.muster.solver.catalogue.TrainingConstraint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rules that judge one booking by itself: H01 scope, H05 duty, H06 absence, H08 travel, H10 room features. */
final class BookingRules {

    private final DataIndex index;
    private final PlanIndex plan;

    BookingRules(DataIndex index, PlanIndex plan) {
        this.index = index;
        this.plan = plan;
    }

    void check(Breaches breaches) {
        for (PlacedBooking booking : plan.bookings()) {
            if (!booking.past()) {
                scope(booking, breaches);
                duty(booking, breaches);
                absence(booking, breaches);
                travel(booking, breaches);
                needs(booking, breaches);
            }
        }
    }

    private void scope(PlacedBooking booking, Breaches breaches) {
        List<String> causes = new ArrayList<>();
        LocalDate date = booking.date();
        ScopeDecision decision = booking.decision();
        if (decision == null) {
            causes.add("there is no scope decision");
        } else if (!decision.isRequirement(index.programme().lastDay())) {
            causes.add("the decision is " + decision.decision() + ", which is not a requirement");
        } else {
            LocalDate earliest = decision.earliest();
            LocalDate latest = decision.latest();
            if (earliest != null && date.isBefore(earliest)) {
                causes.add("the earliest date is " + earliest);
            }
            if (latest != null && date.isAfter(latest)) {
                causes.add("the latest date is " + latest);
            }
        }
        if (!index.isTrainingDay(booking.day())) {
            causes.add("it is not a training day");
        }
        LocalDate release = booking.module().releaseDate();
        if (release != null && date.isBefore(release)) {
            causes.add("the module is released on " + release);
        }
        if (!causes.isEmpty()) {
            breaches.add(
                    TrainingConstraint.H01_SCOPE,
                    1,
                    booking.subject(),
                    "Booked on " + date + ", but " + String.join(" and ", causes) + ".",
                    List.of(booking));
        }
    }

    private void duty(PlacedBooking booking, Breaches breaches) {
        Person person = booking.person();
        if (!person.isDeployableOn(booking.day())) {
            breaches.add(
                    TrainingConstraint.H05_DUTY,
                    1,
                    booking.subject(),
                    "Booked on " + booking.date() + ", when the staff member is not deployable.",
                    List.of(booking));
        } else if (!index.programme().limits().restDayTraining() && person.isRestDay(booking.day())) {
            breaches.add(
                    TrainingConstraint.H05_DUTY,
                    1,
                    booking.subject(),
                    "Booked on " + booking.date() + ", a rest day, and rest-day training is not permitted.",
                    List.of(booking));
        }
    }

    private void absence(PlacedBooking booking, Breaches breaches) {
        Slots slots = index.slots();
        for (int slot = 0; slot < slots.count(); slot++) {
            if ((booking.slots() & (1 << slot)) != 0
                    && booking.person().isAwayDuring(slots.span(booking.day(), slot))) {
                breaches.add(
                        TrainingConstraint.H06_ABSENCE,
                        1,
                        booking.subject(),
                        "Absent during " + slots.id(slot) + " of " + booking.date() + ".",
                        List.of(booking));
                return;
            }
        }
    }

    private void travel(PlacedBooking booking, Breaches breaches) {
        String venueId = booking.venueId();
        if (venueId == null) {
            return;
        }
        int minutes = index.travelMinutes(booking.team(), venueId);
        int limit = index.programme().limits().maxTravelMinutes();
        if (minutes > limit) {
            breaches.add(
                    TrainingConstraint.H08_TRAVEL,
                    1,
                    booking.subject(),
                    "Travel to " + venueId + " takes " + minutes + " minutes, more than " + limit + ".",
                    List.of(booking));
        }
    }

    private void needs(PlacedBooking booking, Breaches breaches) {
        RunningSession session = booking.session();
        Room room = session == null || booking.module().delivery() != TrainingModule.Delivery.FACE_TO_FACE
                ? null
                : session.room();
        if (room == null || booking.person().member().needs().isEmpty()) {
            return;
        }
        List<String> missing = booking.person().member().needs().stream()
                .filter(need -> !room.features().contains(need))
                .toList();
        if (!missing.isEmpty()) {
            breaches.add(
                    TrainingConstraint.H10_NEEDS,
                    1,
                    booking.subject(),
                    "Room " + room.id() + " lacks " + String.join(", ", missing) + ".",
                    List.of(booking));
        }
    }
}
