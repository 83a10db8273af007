-- Who is away, who stands in for him, and what the deputy got for that time only.

create table mcu.absence (
    id           uuid primary key,
    user_id      text        not null,
    deputy_id    text        not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    reason       text,
    created_by   text        not null,
    created_at   timestamptz not null,
    cancelled_by text,
    activated_at timestamptz,
    finished_at  timestamptz,
    version      integer     not null,
    constraint absence_has_another_deputy check (user_id <> deputy_id),
    constraint absence_ends_after_start check (ends_at >= starts_at)
);

-- The engine asks on every assignment; nearly all rows are finished ones.
create index absence_open_user on mcu.absence (user_id, starts_at) where finished_at is null;
create index absence_open_deputy on mcu.absence (deputy_id) where finished_at is null;
create index absence_newest on mcu.absence (starts_at desc, id);

-- Groups a deputy was put into; those he had himself are not here and stay his at the end.
create table mcu.deputy_membership (
    absence_id uuid not null references mcu.absence,
    deputy_id  text not null,
    group_id   text not null,
    primary key (absence_id, group_id)
);

create index deputy_membership_deputy on mcu.deputy_membership (deputy_id, group_id);
