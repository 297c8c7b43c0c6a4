package io.muster.solver.search;

/** All sessions of a venue's day get their trainers anew. Pairs up half-used days of trainers. */
final class RestaffMove implements MoveKind {

    private final MoveContext context;
    private final VenueDay venueDay;

    RestaffMove(MoveContext context) {
        this.context = context;
        venueDay = new VenueDay(context);
    }

    @Override
    public String label() {
        return "restaff";
    }

    @Override
    public boolean attempt() {
        int any = context.randomRunning();
        return any >= 0
                && context.curriculum.maxTrainers > 0
                && venueDay.restaff(context.estate.venueOf[context.estate.roomOf(any)], context.estate.dayOf(any));
    }
}
