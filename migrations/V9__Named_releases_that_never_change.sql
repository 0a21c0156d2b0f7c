-- What was published under a name stays what it was: which entry of which log, and the sums of the files that were made of
-- the register as of it.
create table snapshot (
    name         text collate "C" constraint snapshot_pkey primary key
        constraint snapshot_name_check check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    n            bigint not null constraint snapshot_n_check check (n >= 0),
    at           timestamptz,
    log_id       uuid not null,
    chain        bytea not null,
    title        text,
    notes        text,
    published_at timestamptz not null constraint snapshot_published_at_key unique,
    published_by text not null,
    files        jsonb not null,
    constraint snapshot_at_check check ((at is null) = (n = 0))
);
-- Two releases whose names differ in case only would be one for whoever writes a citation down, and one file on many disks.
create unique index snapshot_lower_name_key on snapshot (lower(name));
comment on table snapshot is 'Named releases. Not of history, but as fixed: rows are appended, never changed.';
comment on column snapshot.n is 'The entry of the log as of which this is; 0 is before the first, hence no foreign key.';
comment on column snapshot.at is 'When that entry was recorded.';
comment on column snapshot.chain is 'The hash of that entry in the chain of the log, at 0 the SHA-256 of log_id.';
comment on column snapshot.published_at is 'Later than that of every release published before, so that a list has an order.';
comment on column snapshot.files is 'An array of {path, bytes, rows, sha256, href}.';

create trigger snapshot_append_only before update or delete on snapshot
    for each row execute function history_is_append_only();
create trigger snapshot_no_truncate before truncate on snapshot
    for each statement execute function history_is_append_only();
