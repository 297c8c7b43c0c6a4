-- Decisions about whole sessions: they name no person and no module, but where the session goes.
alter table manual_decision alter column staff_id drop not null;
alter table manual_decision alter column module_id drop not null;
alter table manual_decision add column if not exists target varchar(1000);
