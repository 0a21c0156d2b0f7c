-- What a POST with an Idempotency-Key was answered: stored in the transaction that carried it out, so that a crash
-- leaves both or neither. Kept for a day; requests with a key clear away what is older.
create table replay (
    key       bytea constraint replay_pkey primary key,
    request   bytea not null,
    at        timestamptz not null default now(),
    status    smallint not null,
    location  text,
    etag      text,
    feed_head text,
    body      bytea not null
);
comment on column replay.key is 'SHA-256 of the actor and the key that it chose.';
comment on column replay.request is 'SHA-256 of method, path and body: the same key with another request is refused.';
create index replay_at_idx on replay (at);
