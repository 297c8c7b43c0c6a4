-- The trail is append-only.
create or replace function refuse_trail_change() returns trigger language plpgsql as $$
begin
    raise exception 'the trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
drop trigger if exists trail_rows_stay on trail;
create trigger trail_rows_stay before update or delete on trail for each row execute function refuse_trail_change();
drop trigger if exists trail_stays on trail;
create trigger trail_stays before truncate on trail for each statement execute function refuse_trail_change();
