-- Who did what to which subject, when, why and for whom deputised. Append-only; holds no message texts.
create table audit_entry (
    id            bigint generated always as identity primary key,
    subject_id    uuid        not null,
    at            timestamptz not null,
    actor         text        not null,
    on_behalf_of  text,
    action        text        not null,
    reason        text,
    details       jsonb       not null default '{}'
);
create index audit_entry_subject on audit_entry (subject_id, id);

-- Everything that leaves the database: written in the transaction of the decision, delivered once.
create table outbox (
    id               uuid primary key,
    channel          text        not null,
    idempotency_key  text        not null unique,
    reference        uuid        not null,
    subject          text,
    body             text        not null,
    recipient        text,
    thread           text,
    content_hash     text        not null,
    status           text        not null check (status in ('WAITING', 'SENDING', 'DELIVERED', 'FAILED')),
    attempts         int         not null default 0,
    next_attempt_at  timestamptz not null,
    locked_until     timestamptz,
    last_error       text,
    link             text,
    external_id      text,
    created_at       timestamptz not null,
    settled_at       timestamptz,
    notified_at      timestamptz
);
create index outbox_due on outbox (next_attempt_at, id) where status = 'WAITING';
create index outbox_stuck on outbox (locked_until) where status = 'SENDING';
create index outbox_unnotified on outbox (next_attempt_at) where status in ('DELIVERED', 'FAILED') and notified_at is null;
create index outbox_identical on outbox (channel, content_hash, settled_at) where status = 'DELIVERED';
create index outbox_reference on outbox (reference);

-- What a person typed into a task's form and has not submitted yet. Kept per person, so that nobody loses a text
-- when somebody else was quicker.
create table task_input (
    task_id    text        not null,
    user_id    text        not null,
    message_id uuid,
    input      jsonb       not null,
    saved_at   timestamptz not null,
    primary key (task_id, user_id)
);
create index task_input_age on task_input (saved_at);

-- Replies to repeated requests of other systems (header Idempotency-Key).
create table idempotent_request (
    caller       text        not null,
    key          text        not null,
    request_hash text        not null,
    subject_id   uuid,
    created_at   timestamptz not null,
    primary key (caller, key)
);
