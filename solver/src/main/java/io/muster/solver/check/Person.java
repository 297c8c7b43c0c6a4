package io.muster.solver.check;

import io.muster.data.model.ShiftPattern;
import io.muster.data.model.ShiftPattern.Duty;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A staff member with team, pattern and absences resolved: the definitions of DATASET.md section 2 about people. */
final class Person {

    private final StaffMember member;
    private final Team team;
    private final ShiftPattern pattern;
    private final int offset;
    private final Absences absences;

    Person(StaffMember member, Team team, ShiftPattern pattern, int offset, Absences absences) {
        this.member = member;
        this.team = team;
        this.pattern = pattern;
        this.offset = offset;
        this.absences = absences;
    }

    StaffMember member() {
        return member;
    }

    String id() {
        return member.id();
    }

    Team team() {
        return team;
    }

    boolean isDeployableOn(LocalDate date) {
        return member.isDeployableOn(date);
    }

    boolean isRestDay(LocalDate date) {
        return pattern.dutyOn(date, offset).isRestDay();
    }

    /** {@return whether an absence overlaps the interval} */
    boolean isAwayDuring(Span span) {
        return absences.overlaps(span);
    }

    /** {@return whether rostered on a date: deployable, and the duty is not a rest day} */
    boolean isRostered(LocalDate date) {
        return !isRestDay(date) && isDeployableOn(date);
    }

    /** {@return whether an absence overlaps the duty of a date, which may end the next day} */
    boolean isAwayFromDutyOn(LocalDate date) {
        if (absences.areNone()) {
            return false;
        }
        Span duty = dutySpan(date);
        return duty != null && absences.overlaps(duty);
    }

    /** {@return the working interval of a date without a booking; null: none} */
    @Nullable
    Span workingSpanWithoutBooking(LocalDate date) {
        Span duty = dutySpan(date);
        return duty == null || !isDeployableOn(date) || absences.cover(duty) ? null : duty;
    }

    private @Nullable Span dutySpan(LocalDate date) {
        Duty duty = pattern.dutyOn(date, offset);
        LocalTime start = duty.start();
        LocalTime end = duty.end();
        return duty.isRestDay() || start == null || end == null ? null : Span.of(date, start, end);
    }
}
