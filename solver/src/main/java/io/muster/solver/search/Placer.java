package io.muster.solver.search;

/** Finds a place for an unbooked requirement: a free seat, or a new session in a free room with free trainers. */
final class Placer {

    private static final int SEATS_TRIED = 30;
    private static final int DAYS_TRIED = 12;
    private static final int WAITING_ASKED = 40;

    private final MoveContext context;
    private final Staffing staffing;

    Placer(MoveContext context) {
        this.context = context;
        staffing = new Staffing(context);
    }

    /** Books a requirement in a random free seat, else in a new session; false when a few tries found neither. */
    boolean placeAnywhere(int r) {
        return takeSeat(r) || open(r);
    }

    /** Books a requirement in a random free seat of a running session, or in digital learning time. */
    boolean takeSeat(int r) {
        for (int i = 0; i < SEATS_TRIED; i++) {
            int session = context.randomSession(r);
            if (session < 0) {
                return false;
            }
            if (context.bookIn(r, session)) {
                return true;
            }
        }
        return false;
    }

    /** Books some of those who wait for its module in the free seats of a running session. */
    void fill(int session) {
        for (int i = 0; i < WAITING_ASKED && context.state.hasSeat(session) && context.state.unbookedCount() > 0; i++) {
            int r = context.randomUnbooked();
            if (r >= 0 && context.requirements.moduleOf[r] == context.state.moduleOf(session)) {
                context.bookIn(r, session);
            }
        }
    }

    /** Opens a session for a requirement on a random day on which everything it needs is free. */
    boolean open(int r) {
        int module = context.requirements.moduleOf[r];
        if (context.curriculum.isDigital(module)) {
            return false;
        }
        for (int i = 0; i < DAYS_TRIED; i++) {
            int d = context.randomDay();
            int slot = context.random.nextInt(context.calendar.slots);
            if (context.part.mayBook(r, d) && context.curriculum.fitsSlot(module, slot) && openOn(r, d, slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean openOn(int r, int d, int slot) {
        int p = context.requirements.staffOf[r];
        int module = context.requirements.moduleOf[r];
        int mask = context.curriculum.slotMask(module, slot);
        int bits = context.workforce.dayBits[p * context.calendar.days + d];
        if ((bits & mask) != mask) {
            return false;
        }
        int rooms = context.estate.rooms;
        int start = rooms == 0 ? 0 : context.random.nextInt(rooms);
        for (int i = 0; i < rooms; i++) {
            int place = context.estate.sessionAt((start + i) % rooms, d, slot);
            if (context.state.isFree(place, module) && context.canPlace(r, place)) {
                context.trial.teach(place, module);
                context.trial.unstaff(place);
                staffing.drawPrices();
                return staffing.fill(place) && context.bookIn(r, place);
            }
        }
        return false;
    }
}
