-- Keys are 256 random bits and kept as HMAC-SHA-256 only; what is lost here can be made anew but not read back.
create table access_secret (
    one  boolean primary key default true constraint access_secret_one_check check (one),
    hmac bytea not null
);
comment on table access_secret is 'The key of the HMAC under which all keys are kept.';
insert into access_secret (hmac)
select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create table access_key (
    id         uuid constraint access_key_pkey primary key,
    name       text not null constraint access_key_name_key unique,
    digest     bytea not null constraint access_key_digest_key unique,
    role       text not null constraint access_key_role_check check (role in ('reader', 'editor', 'admin')),
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz
);
comment on column access_key.name is 'The actor that history and feed name.';
