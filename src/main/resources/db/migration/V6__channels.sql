-- Deliveries: which of them may have arrived already, and who shares a pace with whom.
alter table outbox add column maybe_sent boolean not null default false;
alter table outbox add column choices jsonb;
alter table outbox add column lane text;
alter table outbox add column attempted_at timestamptz;
drop index outbox_due;
create index outbox_due on outbox (channel, next_attempt_at, id) where status = 'WAITING';
create index outbox_lane on outbox (channel, lane, attempted_at) where lane is not null;
create index outbox_delivered on outbox (channel, settled_at) where status = 'DELIVERED';
create index outbox_failed on outbox (channel, settled_at desc, id) where status = 'FAILED';
create index outbox_sending on outbox (channel, content_hash) where status = 'SENDING';

-- How each way out is doing; one row for each, shared by all nodes.
create table outbox_channel (
    channel           text primary key,
    tokens            double precision not null default 0,
    refilled_at       timestamptz,
    failures          int         not null default 0,
    held_until        timestamptz,
    broken_since      timestamptz,
    last_error        text,
    last_error_at     timestamptz,
    last_delivered_at timestamptz,
    paused_by         text,
    paused_at         timestamptz
);

-- What channels sent us, as they sent it; a worker turns it into messages, one transaction for each event.
create table inbound_event (
    id              bigint generated always as identity primary key,
    channel         text        not null,
    event_key       text        not null,
    body            bytea       not null,
    received_at     timestamptz not null,
    status          text        not null check (status in ('WAITING', 'DONE', 'IGNORED', 'POISON')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    settled_at      timestamptz,
    note            text,
    message_id      uuid,
    unique (channel, event_key)
);
create index inbound_event_waiting on inbound_event (channel, next_attempt_at, id) where status = 'WAITING';
create index inbound_event_poison on inbound_event (channel, id desc) where status = 'POISON';
create index inbound_event_recent on inbound_event (channel, id desc);
create index inbound_event_settled on inbound_event (settled_at) where status in ('DONE', 'IGNORED');

-- Every comment, letter or dialogue line of an author and the message it belongs to.
create table inbound_item (
    id           bigint generated always as identity primary key,
    channel      text        not null,
    external_id  text        not null,
    conversation text,
    message_id   uuid        not null references message (id),
    first        boolean     not null,
    text_hash    text        not null,
    at           timestamptz not null,
    unique (channel, external_id)
);
create index inbound_item_conversation on inbound_item (channel, conversation, id desc) where conversation is not null;
create index inbound_item_message on inbound_item (message_id);

-- Files that a channel named and that are fetched in the background.
create table remote_file (
    id              uuid primary key,
    message_id      uuid        not null references message (id),
    channel         text        not null,
    file_key        text        not null,
    kind            text        not null,
    handle          text        not null,
    file_name       text,
    size            bigint,
    status          text        not null check (status in ('WAITING', 'FETCHING', 'KEPT', 'REFUSED')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    locked_until    timestamptz,
    note            text,
    attachment_id   uuid references attachment (id),
    added_at        timestamptz not null,
    unique (message_id, file_key)
);
create index remote_file_due on remote_file (next_attempt_at, id) where status = 'WAITING';
create index remote_file_stuck on remote_file (locked_until) where status = 'FETCHING';
