-- An import that runs says so every half a minute: on a cluster a node that starts must not end another node's import.
alter table mcu.import_batch add column heartbeat_at timestamptz;

-- The mark of 1 to 5 that the author gave in the source system (ПОС); our own survey has its own column.
alter table mcu.message add column source_mark smallint check (source_mark between 1 and 5);

-- What citizens of one channel wrote, newest first.
create index message_channel on mcu.message (channel, registered_at desc, id);
