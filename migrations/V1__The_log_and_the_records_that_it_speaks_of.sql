-- The log is history and feed in one: an entry for every record that a write changed, numbered without a gap.
-- What else stands here can be made again from it: which entry is a record's newest, what a list shows, who refers
-- to whom.

-- One row. A writer locks it last and moves it, so that numbers are given in the order in which they become visible.
create table log_head (
    one    boolean primary key default true constraint log_head_one_check check (one),
    log_id uuid not null default gen_random_uuid(),
    n      bigint not null,
    at     timestamptz not null,
    hash   bytea not null
);
comment on table log_head is 'The last number given, when, and the hash that the next entry is chained to.';
comment on column log_head.log_id is 'Which log this is: cursors of another one are refused.';

create table log (
    n            bigint constraint log_pkey primary key constraint log_n_check check (n > 0),
    at           timestamptz not null constraint log_at_key unique,
    kind         text not null,
    record_id    uuid not null,
    slug         text not null,
    revision     integer not null,
    op           text not null,
    change_type  text not null,
    significance text not null,
    actor        text not null,
    reason       text,
    cause        bigint constraint log_cause_fkey references log (n),
    changed      text[] not null,
    format       smallint not null,
    document     bytea not null,
    salt         bytea not null,
    payload_hash bytea not null,
    hash         bytea not null,
    constraint log_record_id_revision_key unique (record_id, revision)
);
create index log_record_id_n_idx on log (record_id, n);
comment on column log.document is 'The record exactly as it was served after this entry; jsonb would not keep the bytes.';
comment on column log.format is 'Which release''s rendering the document has.';
comment on column log.salt is 'Random, so that the hash of a document that is redacted some day does not give it away.';
comment on column log.payload_hash is 'Covers salt, document, reason and actor: a redaction empties those and the chain stays whole.';
comment on column log.cause is 'The entry whose change made this one necessary (rederived).';
comment on column log.changed is 'JSON Pointers to what changed, list members by their id.';

-- What identifies a record, and which entry is its newest. Slugs are never used again, so rows are never deleted.
create table record (
    id          uuid constraint record_pkey primary key,
    kind        text not null,
    slug        text not null,
    revision    integer not null,
    n           bigint not null constraint record_n_fkey references log (n) deferrable initially deferred,
    state       text not null constraint record_state_check check (state in ('live', 'deleted', 'merged')),
    merged_into uuid constraint record_merged_into_fkey references record (id),
    constraint record_kind_slug_key unique (kind, slug)
) with (fillfactor = 80);

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- What a list shows of a record from one entry to the next, and what it is found and sorted by: one query serves now
-- and any past moment.
create table listing (
    record_id  uuid not null constraint listing_record_id_fkey references record (id) deferrable initially deferred,
    kind       text not null,
    from_n     bigint not null,
    to_n       bigint,
    slug       text collate "C" not null,
    title      text collate "C" not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    stage      smallint,
    day        date,
    worth      numeric,
    terms      text[] not null,
    names      text not null,
    item       bytea not null,
    constraint listing_pkey primary key (record_id, from_n)
) with (fillfactor = 80);
comment on column listing.to_n is 'The entry that ended this; null while it holds.';
comment on column listing.title is 'Collated as bytes, so that an order is the same on every server.';
comment on column listing.stage is 'An agreement''s stage, by its place in the vocabulary.';
comment on column listing.day is 'What "date" sorts by: an agreement''s first dated day, a source''s publication.';
comment on column listing.worth is 'What "value" sorts by: the highest figure reported for the whole of an agreement.';
comment on column listing.terms is 'What filters by code or reference find, each as name:value.';
comment on column listing.names is 'What filters by name look like, one name a line.';

-- A row is in the first set of indexes while it holds, and in the second from then on. What no record has sorts last
-- in both directions, hence two indexes each.
create index listing_now_slug_idx on listing (kind, slug, record_id) where to_n is null;
create index listing_now_title_idx on listing (kind, title, record_id) where to_n is null;
create index listing_now_created_idx on listing (kind, created_at, record_id) where to_n is null;
create index listing_now_updated_idx on listing (kind, updated_at, record_id) where to_n is null;
create index listing_now_stage_idx on listing (kind, stage, record_id) where to_n is null;
create index listing_now_day_idx on listing (kind, coalesce(day, 'infinity'), record_id) where to_n is null;
create index listing_now_day_desc_idx on listing (kind, coalesce(day, '-infinity'), record_id) where to_n is null;
create index listing_now_worth_idx on listing (kind, coalesce(worth, 'Infinity'), record_id) where to_n is null;
create index listing_now_worth_desc_idx on listing (kind, coalesce(worth, '-Infinity'), record_id) where to_n is null;
create index listing_now_terms_idx on listing using gin (terms) where to_n is null;
create index listing_now_names_idx on listing using gin (names gin_trgm_ops) where to_n is null;
create index listing_then_idx on listing using gist (kind, int8range(from_n, to_n)) where to_n is not null;
create index listing_then_slug_idx on listing (kind, slug, record_id) where to_n is not null;
create index listing_then_terms_idx on listing using gin (terms) where to_n is not null;

-- In which intervals the values of such a row may lie, and in which they certainly do.
create table listing_span (
    record_id uuid not null,
    from_n    bigint not null,
    what      text not null,
    part      text not null,
    unit      text not null,
    certain   boolean not null,
    span      numrange not null
);
create index listing_span_record_id_from_n_idx on listing_span (record_id, from_n);
create index listing_span_what_span_idx on listing_span using gist (what, certain, span);
comment on table listing_span is
    'Of listing (record_id, from_n), without a foreign key: a check for each row while the head is locked buys nothing.';
comment on column listing_span.what is 'value, count, date, review, published or stage.';
comment on column listing_span.part is 'Of a value the basis, of a count the category, of a date the event; else empty.';
comment on column listing_span.unit is 'Of a value the currency, empty where none is given.';
comment on column listing_span.certain is
    'False: any of the rows may hold what is asked for. True: the one row that holds whatever turns out to be so.';
comment on column listing_span.span is 'Of dates: days since 1970.';

-- Who refers to whom, and in which revisions of the one that refers.
create table reference (
    from_id       uuid not null constraint reference_from_id_fkey references record (id) deferrable initially deferred,
    to_id         uuid not null constraint reference_to_id_fkey references record (id),
    pointer       text not null,
    from_revision integer not null,
    to_revision   integer,
    constraint reference_pkey primary key (from_id, to_id, pointer, from_revision)
);
comment on column reference.pointer is 'Where in the referring record: the claim or event, not the citation within it.';
create index reference_to_id_idx on reference (to_id) where to_revision is null;

-- What only one record may have: a source's address, the digest of its content.
create table unique_key (
    kind      text not null,
    key       text not null,
    record_id uuid not null constraint unique_key_record_id_fkey references record (id) deferrable initially deferred,
    constraint unique_key_pkey primary key (kind, key)
);
create index unique_key_record_id_idx on unique_key (record_id);

insert into log_head (log_id, n, at, hash)
select id, 0, to_timestamp(0), sha256(uuid_send(id)) from gen_random_uuid() as id;
comment on column log_head.hash is 'At n = 0 the SHA-256 of log_id, so that no two logs share a chain.';

create function history_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only: % is refused', tg_table_name, tg_op
        using errcode = 'insufficient_privilege';
end
$$;
create trigger log_append_only before update or delete on log
    for each row execute function history_is_append_only();
create trigger log_no_truncate before truncate on log
    for each statement execute function history_is_append_only();
create trigger log_head_no_delete before delete or truncate on log_head
    for each statement execute function history_is_append_only();

-- The head moves one entry at a time, and only to the entry that was just appended.
create function head_moves_forward() returns trigger language plpgsql as $$
begin
    if new.n <> old.n + 1 or new.at <= old.at or new.log_id <> old.log_id then
        raise exception 'the head of the log may only move one entry forward'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger log_head_forward before update on log_head
    for each row execute function head_moves_forward();
