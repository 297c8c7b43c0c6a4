package io.muster.api.service.booking;

import io.muster.api.service.access.Caller;
import io.muster.api.service.access.Role;
import io.muster.api.service.live.LivePlan;
import io.muster.api.service.plan.PlanState;
import io.muster.api.service.web.ProblemException;
import io.muster.data.model.StaffMember;
import io.muster.data.model.Team;
import io.muster.data.plan.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see of a plan: planners, learning and development and auditors everything; a resourcing desk the people
 * of its own BCU, whoever changes BCU being seen by both; a trainer their own sessions once they are published, with names
 * only.
 */
public final class Sight {
    private final Caller caller;
    private final LivePlan live;

    private Sight(Caller caller, LivePlan live) {
        this.caller = caller;
        this.live = live;
    }

    /**
     * What a caller may see of a plan.
     *
     * @param caller who asks
     * @param live the plan
     * @param state where the plan stands now
     * @return what they may see
     * @throws ProblemException 404 when that is nothing: a trainer and a plan that does not hold
     */
    public static Sight of(Caller caller, LivePlan live, PlanState state) {
        if (!caller.seesEveryBcu() && !caller.isAny(Role.BCU_RESOURCING) && state != PlanState.PUBLISHED) {
            throw ProblemException.notFound("plan", live.stored().id());
        }
        return new Sight(caller, live);
    }

    /** {@return whether they may see everything} */
    boolean isWhole() {
        return caller.seesEveryBcu();
    }

    /** {@return the BCU whose people they may see; null: of every one. A desk that is bound to no BCU sees nobody} */
    @Nullable
    String bcu() {
        if (isWhole()) {
            return null;
        }
        String own = caller.bcu();
        return caller.isAny(Role.BCU_RESOURCING) && own != null ? own : NOBODYS;
    }

    /** No BCU is called so. */
    private static final String NOBODYS = "\u0000";

    /** {@return the trainer whose sessions alone they may see; null: all sessions} */
    @Nullable
    String trainer() {
        if (isWhole() || caller.isAny(Role.BCU_RESOURCING)) {
            return null;
        }
        String own = caller.trainerId();
        return own == null ? NOBODYS : own;
    }

    /**
     * Whether they may see a staff member.
     *
     * @param member the staff member
     * @return whether they may
     */
    public boolean sees(StaffMember member) {
        String bcu = bcu();
        return bcu == null || live.isEverOf(member, bcu);
    }

    /** {@return whether they may see who is in a session, names only} */
    boolean teaches(SessionRow session) {
        String own = caller.trainerId();
        return caller.isAny(Role.TRAINER) && own != null && session.trainerIds().contains(own);
    }

    /**
     * A staff member they may see.
     *
     * @param staffId the staff member
     * @return the staff member
     * @throws ProblemException 404 when there is none that they may see
     */
    public StaffMember member(String staffId) {
        StaffMember member = live.staffById().get(staffId);
        if (member == null || !sees(member)) {
            throw ProblemException.notFound("staff-member", staffId);
        }
        return member;
    }

    /**
     * A team they may see.
     *
     * @param teamId the team
     * @return the team
     * @throws ProblemException 404 when there is none that they may see
     */
    public Team team(String teamId) {
        Team team = live.teamById().get(teamId);
        String bcu = bcu();
        if (team == null || (bcu != null && !team.bcu().equals(bcu))) {
            throw ProblemException.notFound("team", teamId);
        }
        return team;
    }

    /**
     * A session they may see.
     *
     * @param sessionId the session
     * @return the session
     * @throws ProblemException 404 when there is none that they may see
     */
    public SessionRow session(String sessionId) {
        SessionRow session = live.sessionById().get(sessionId);
        String trainer = trainer();
        if (session == null || (trainer != null && !session.trainerIds().contains(trainer))) {
            throw ProblemException.notFound("session", sessionId);
        }
        return session;
    }
}
