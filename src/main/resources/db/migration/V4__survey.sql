-- Satisfaction survey (Stavropol 1296 III.7.3, III.9.7; Rubtsovsk 3071 2.2.1, 2.2.8.4, 4.4.3).

create table mcu.survey (
    id                  uuid primary key,
    message_id          uuid        not null,
    round               integer     not null check (round >= 1),
    message_number      text        not null,
    question            text        not null,
    answer              text        not null,
    token_hash          text        not null unique check (length(token_hash) = 64),
    reminder_token_hash text        unique check (length(reminder_token_hash) = 64),
    created_at          timestamptz not null,
    sent_at             timestamptz,
    reminded_at         timestamptz,
    expires_at          timestamptz not null,
    answered_at         timestamptz,
    mark                integer     check (mark between 1 and 5),
    solved              boolean,
    comment             text        check (char_length(comment) <= 2000),
    by_phone            boolean     not null default false,
    recorded_by         text,
    version             integer     not null,
    constraint survey_one_per_round unique (message_id, round),
    constraint survey_answer_is_whole check (num_nulls(answered_at, mark, solved) in (0, 3)),
    constraint survey_no_comment_without_answer check (comment is null or answered_at is not null),
    constraint survey_phone_names_the_recorder
        check (by_phone = (recorded_by is not null) and (not by_phone or answered_at is not null)),
    constraint survey_reminder_has_its_link check ((reminded_at is null) = (reminder_token_hash is null))
);

comment on table mcu.survey is 'One invitation to rate a published answer; a reopened message gets the next round';
comment on column mcu.survey.token_hash is 'SHA-256 (hex) of the one-time token; the token itself is never stored';
comment on column mcu.survey.reminder_token_hash is 'SHA-256 (hex) of the token in the reminder; both links work';
comment on column mcu.survey.question is 'Excerpt of what was asked, as shown on the public page';
comment on column mcu.survey.answer is 'The published answer, as shown on the public page';

create table mcu.survey_photo (
    survey_id    uuid primary key references mcu.survey (id) on delete cascade,
    content_type text  not null check (content_type = 'image/jpeg'),
    content      bytea not null check (octet_length(content) <= 5242880)
);

comment on table mcu.survey_photo is 'Photo of the answer''s author, re-encoded: no EXIF, no place of shooting';
