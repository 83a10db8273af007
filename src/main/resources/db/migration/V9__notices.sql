-- How each member of staff wants to be told of things; a missing row means the defaults.
create table notice_person (
    user_id     text primary key,
    quiet_from  time,
    quiet_to    time,
    rest_days   boolean not null default true,
    telegram    text,
    max         text
);

-- What a person does not want, by kind and way; everything else is told.
create table notice_refusal (
    user_id text not null,
    kind    text not null,
    route   text not null,
    primary key (user_id, kind, route)
);

-- One-time codes by which a person shows that a messenger's account is his.
create table notice_link (
    code_hash  text primary key,
    user_id    text        not null,
    route      text        not null,
    expires_at timestamptz not null
);

-- Days whose morning digest is sent; one node writes the row, so the digest goes out once.
create table notice_digest (
    day date primary key,
    at  timestamptz not null
);
