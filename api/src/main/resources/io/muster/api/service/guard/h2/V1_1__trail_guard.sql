-- The trail is append-only.
create trigger if not exists trail_rows_stay before update, delete on trail
    for each row call 'io.muster.api.service.trail.TrailGuard';
