package io.muster.solver.check;

import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A staff member with teams, shifts and absences resolved: the definitions of DATASET.md section 2 about people. */
final class Person {

    private final StaffMember member;
    private final int position;
    private final List<Post> posts;
    private final Absences absences;
    private final long deployableFrom;
    private final long deployableBefore;

    /** Posts are in the order of their days; the first, of {@code staff.csv}, holds from any day on. */
    Person(StaffMember member, int position, List<Post> posts, Absences absences) {
        this.member = member;
        this.position = position;
        this.posts = posts;
        this.absences = absences;
        LocalDate joined = member.joined();
        LocalDate leaves = member.leaves();
        LocalDate until = member.statusUntil();
        long active = member.status().equals(StaffMember.ACTIVE)
                ? Long.MIN_VALUE
                : until == null ? Long.MAX_VALUE : until.toEpochDay() + 1;
        this.deployableFrom = joined == null ? active : Math.max(active, joined.toEpochDay());
        this.deployableBefore = leaves == null ? Long.MAX_VALUE : leaves.toEpochDay();
    }

    StaffMember member() {
        return member;
    }

    String id() {
        return member.id();
    }

    /** {@return the row in staff.csv, from 0} */
    int position() {
        return position;
    }

    /** {@return the team of staff.csv, whose BCU answers for the training; transfers do not change it} */
    Team homeTeam() {
        return posts.get(0).team();
    }

    /** {@return the team on a day} */
    Team teamOn(long day) {
        return postOn(day).team();
    }

    private Post postOn(long day) {
        int last = posts.size() - 1;
        while (last > 0 && posts.get(last).from() > day) {
            last--;
        }
        return posts.get(last);
    }

    boolean isDeployableOn(long day) {
        return deployableFrom <= day && day < deployableBefore;
    }

    boolean isRestDay(long day) {
        Post post = postOn(day);
        return post.cycle().isRestDay(day, post.offset());
    }

    /** {@return whether an absence overlaps the interval} */
    boolean isAwayDuring(Span span) {
        return absences.overlaps(span);
    }

    /** {@return whether rostered on a day: deployable, and the duty is not a rest day} */
    boolean isRostered(long day) {
        return isDeployableOn(day) && !isRestDay(day);
    }

    /** {@return whether an absence overlaps the duty of a day, which may end the next day} */
    boolean isAwayFromDutyOn(long day) {
        if (absences.areNone()) {
            return false;
        }
        Span duty = dutySpan(day);
        return duty != null && absences.overlaps(duty);
    }

    /** {@return the working interval of a day without a booking; null: none} */
    @Nullable
    Span workingSpanWithoutBooking(long day) {
        Span duty = dutySpan(day);
        return duty == null || !isDeployableOn(day) || absences.cover(duty) ? null : duty;
    }

    private @Nullable Span dutySpan(long day) {
        Post post = postOn(day);
        return post.cycle().span(day, post.offset());
    }
}
