-- Contents of files in pieces of 256 KB (docs/adr/0011-where-files-live.md); they are compressed already.
create table attachment_piece (
    attachment_id uuid  not null references attachment (id),
    number        int   not null,
    content       bytea not null,
    primary key (attachment_id, number)
);
alter table attachment_piece alter column content set storage external;
insert into attachment_piece (attachment_id, number, content)
select attachment_id, number, substring(content from number * 262144 + 1 for 262144)
from attachment_content
cross join lateral generate_series(0, (octet_length(content) - 1) / 262144) as number;
drop table attachment_content;

-- Pictures small enough for a list.
create table attachment_preview (
    attachment_id uuid primary key references attachment (id),
    content       bytea not null
);

-- A file is shown only after the antivirus, where there is one, has seen it.
alter table attachment add column scan text not null default 'CLEAN' check (scan in ('CLEAN', 'WAITING', 'INFECTED'));
alter table attachment add column scan_after timestamptz;
alter table attachment add column virus text;
create index attachment_unscanned on attachment (added_at) where scan = 'WAITING';

create index remote_file_message on remote_file (message_id, added_at);
