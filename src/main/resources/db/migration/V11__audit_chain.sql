-- The record of who did what says from where, tells looks from changes, and is sealed: each entry gets a place in a
-- chain of hashes soon after it was committed. Sealing is not done by the writers: they would wait for each other.
alter table mcu.audit_entry
    add column client    text,
    add column sensitive boolean not null default false,
    -- an entry that is written once only, such as a look of one person at one message on one day
    add column once_key  text,
    add column seal_no   bigint,
    add column seal_hash text,
    add constraint audit_entry_sealed check ((seal_no is null) = (seal_hash is null));

create unique index audit_entry_once on mcu.audit_entry (once_key) where once_key is not null;
create unique index audit_entry_seal on mcu.audit_entry (seal_no) where seal_no is not null;
create index audit_entry_unsealed on mcu.audit_entry (id) where seal_no is null;

-- The searches of the page «Журнал», newest first.
create index audit_entry_time on mcu.audit_entry (at, id);
create index audit_entry_actor on mcu.audit_entry (actor, at, id);
create index audit_entry_look on mcu.audit_entry (at, id) where sensitive;

create function mcu.audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'mcu.audit_entry is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;

create function mcu.audit_seal_only() returns trigger language plpgsql as $$
declare
    unsealed mcu.audit_entry := new;
begin
    unsealed.seal_no := null;
    unsealed.seal_hash := null;
    if old.seal_no is not null or new.seal_no is null or unsealed is distinct from old then
        raise exception 'mcu.audit_entry is append-only: UPDATE refused' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger audit_entry_born_unsealed before insert on mcu.audit_entry
    for each row when (new.seal_no is not null) execute function mcu.audit_refuse();
create trigger audit_entry_sealed_once before update on mcu.audit_entry
    for each row execute function mcu.audit_seal_only();
create trigger audit_entry_kept before delete on mcu.audit_entry
    for each row execute function mcu.audit_refuse();
create trigger audit_entry_not_emptied before truncate on mcu.audit_entry
    for each statement execute function mcu.audit_refuse();
