create sequence message_number;

create table message (
    id                 uuid primary key,
    number             text        not null unique,
    channel            text        not null,
    external_id        text,
    source_hash        text,
    source_number      text,
    thread             text,
    link               text,
    author_name        text,
    author_contact     text,
    author_link        text,
    author_key         text,
    anonymous          boolean     not null default false,
    original_text      text        not null,
    text               text        not null,
    fingerprint        text        not null,
    near_fingerprint   bigint      not null default 0,
    place              text,
    place_key          text,
    district           text,
    topic_group        text,
    topic              text,
    priority           text        not null,
    kind               text        not null,
    regime             text        not null,
    status             text        not null,
    close_reason       text,
    outcome            text,
    executor_body      text,
    parent_id          uuid references message (id),
    received_at        timestamptz not null,
    registered_at      timestamptz not null,
    registered_by      text        not null,
    planned_at         timestamptz,
    due_at             timestamptz,
    due_provisional    boolean     not null default false,
    due_why            jsonb,
    promised_on        date,
    closed_at          timestamptz,
    return_count       int         not null default 0,
    rework_count       int         not null default 0,
    reopen_count       int         not null default 0,
    deleted_by_author  boolean     not null default false,
    survey_mark        int,
    has_media          boolean     not null default false,
    suggestion         jsonb,
    concept            text,
    version            int         not null default 0
);
create unique index message_external on message (channel, external_id) where external_id is not null;
create index message_fingerprint on message (fingerprint, received_at);
create index message_place on message (place_key, topic_group, received_at) where place_key is not null;
create index message_recent on message (topic_group, received_at desc) where near_fingerprint <> 0;
create index message_author on message (author_key, received_at) where author_key is not null;
create index message_parent on message (parent_id) where parent_id is not null;
create index message_open on message (due_at, id) where status <> 'CLOSED';
create index message_body on message (executor_body, registered_at desc, id);
create index message_registered on message (registered_at desc, id);

create table attachment (
    id           uuid primary key,
    message_id   uuid        not null references message (id),
    role         text        not null check (role in ('MESSAGE', 'PROOF', 'FACT')),
    file_name    text        not null,
    content_type text        not null,
    size         bigint      not null,
    added_at     timestamptz not null,
    added_by     text        not null
);
create index attachment_message on attachment (message_id);
create table attachment_content (
    attachment_id uuid primary key references attachment (id),
    content       bytea not null
);

create table draft (
    id             uuid primary key,
    message_id     uuid        not null references message (id),
    version_no     int         not null,
    kind           text        not null check (kind in ('FINAL', 'INTERIM')),
    outcome        text        not null,
    text           text        not null,
    sha256         text        not null,
    final_due_on   date,
    promised_on    date,
    author         text        not null,
    body           text,
    links_confirmed boolean    not null default false,
    created_at     timestamptz not null,
    unique (message_id, version_no)
);

create table approval (
    id           uuid primary key,
    message_id   uuid        not null references message (id),
    draft_id     uuid        not null references draft (id),
    stage        text        not null check (stage in ('MCU', 'CUR', 'HEAD', 'CURATOR')),
    round        int         not null,
    decision     text        not null check (decision in ('APPROVED', 'RETURNED')),
    remarks      text,
    decided_by   text        not null,
    on_behalf_of text,
    decided_at   timestamptz not null
);
create index approval_message on approval (message_id, decided_at);

create table cur_link (
    token_hash  text primary key,
    message_id  uuid        not null references message (id),
    draft_id    uuid        not null references draft (id),
    task_key    text        not null,
    process_instance_id text not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create table publication (
    id             uuid primary key,
    message_id     uuid        not null references message (id),
    kind           text        not null check (kind in ('ANSWER', 'INTERIM', 'QUESTION', 'FORMAL_ROUTE', 'SURVEY')),
    draft_id       uuid references draft (id),
    text           text        not null,
    sha256         text        not null,
    channel        text        not null,
    status         text        not null check (status in ('PREPARED', 'SENDING', 'PUBLISHED', 'FAILED', 'WITHHELD')),
    link           text,
    proof_id       uuid references attachment (id),
    error          text,
    created_at     timestamptz not null,
    published_at   timestamptz,
    published_by   text,
    version        int         not null default 0
);
create index publication_message on publication (message_id, created_at);

create table fact_request (
    id           uuid primary key,
    message_id   uuid        not null references message (id),
    body         text        not null,
    question     text        not null,
    answer       text,
    refused      boolean     not null default false,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    answered_by  text,
    answered_at  timestamptz,
    version      int         not null default 0
);
create index fact_request_message on fact_request (message_id);

create table follow_up (
    id          uuid primary key,
    message_id  uuid        not null references message (id),
    kind        text        not null check (kind in ('ADDED', 'EDITED', 'DELETED', 'REPLY')),
    external_id text,
    text        text,
    at          timestamptz not null,
    unique (message_id, external_id)
);

create table pause (
    id         uuid primary key,
    message_id uuid        not null references message (id),
    reason     text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz
);
create index pause_message on pause (message_id);

create table step_deadline (
    id                   uuid primary key,
    message_id           uuid        not null references message (id),
    process_instance_id  text        not null,
    activity_id          text        not null,
    task_id              text,
    step                 text        not null,
    norm_amount          numeric     not null,
    norm_unit            text        not null,
    norm_source          text,
    started_at           timestamptz not null,
    due_at               timestamptz not null,
    warn_at              timestamptz,
    escalate_at          timestamptz,
    provisional          boolean     not null,
    why                  jsonb       not null,
    warned_at            timestamptz,
    escalation_level     int         not null default 0,
    closed_at            timestamptz,
    closed_by            text,
    version              int         not null default 0
);
create unique index step_deadline_open on step_deadline (process_instance_id, activity_id) where closed_at is null;
create index step_deadline_message on step_deadline (message_id, started_at);
create index step_deadline_task on step_deadline (task_id) where closed_at is null;
create index step_deadline_provisional on step_deadline (provisional) where provisional and closed_at is null;

create table import_batch (
    id          uuid primary key,
    source      text        not null check (source in ('IM', 'POS')),
    file_name   text        not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    failure     text,
    rows_read   int         not null default 0,
    rows_total  int,
    created     int         not null default 0,
    updated     int         not null default 0,
    unchanged   int         not null default 0,
    refused     int         not null default 0
);
create index import_batch_started on import_batch (started_at desc);
create table import_refusal (
    batch_id   uuid not null references import_batch (id),
    row_no     int  not null,
    column_name text,
    reason     text not null,
    seq        bigint generated always as identity primary key
);
create index import_refusal_batch on import_refusal (batch_id, seq);

-- Messages that got their end and whose waiting duplicates go on in the background.
create table resolved_parent (
    message_id  uuid primary key references message (id),
    resolved_at timestamptz not null
);
