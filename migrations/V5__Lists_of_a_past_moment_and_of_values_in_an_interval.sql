-- The planner knows how many rows hold at an entry only from statistics of a column: for an expression it takes one in
-- two hundred, and then sorts half a register instead of reading the first page in order.
alter table listing add column held int8range not null generated always as (int8range(from_n, to_n)) stored;
comment on column listing.held is 'The entries from which to which this holds.';
drop index listing_then_idx;
create index listing_then_idx on listing using gist (kind, held) where to_n is not null;

-- Days and dollars in one column would have one statistic for both, which tells of neither.
alter table listing_span rename to listing_span_of_all;
alter index listing_span_record_id_from_n_idx rename to listing_span_of_all_record_id_from_n_idx;
alter index listing_span_what_span_idx rename to listing_span_of_all_what_span_idx;
create table listing_span (
    record_id uuid not null,
    from_n    bigint not null,
    what      text not null,
    part      text not null,
    unit      text not null,
    certain   boolean not null,
    span      numrange not null
) partition by list (what);
create table listing_span_value partition of listing_span for values in ('value');
create table listing_span_count partition of listing_span for values in ('count');
create table listing_span_date partition of listing_span for values in ('date');
create table listing_span_stage partition of listing_span for values in ('stage');
create table listing_span_other partition of listing_span default;
insert into listing_span select record_id, from_n, what, part, unit, certain, span from listing_span_of_all;
drop table listing_span_of_all;
create index listing_span_record_id_from_n_idx on listing_span (record_id, from_n);
create index listing_span_what_span_idx on listing_span using gist (what, certain, span);
-- A deal stands at some stage on every day: what tells deals apart here is which.
create index listing_span_stage_part_span_idx on listing_span_stage using gist (part, span);
comment on table listing_span is
    'Of listing (record_id, from_n), without a foreign key: a check for each row while the head is locked buys nothing.';
comment on column listing_span.what is 'value, count, date, review, published or stage.';
comment on column listing_span.part is 'Of a value the basis, of a count the category, of a date the event; else empty.';
comment on column listing_span.unit is 'Of a value the currency, empty where none is given.';
comment on column listing_span.certain is
    'False: any of the rows may hold what is asked for. True: the one row that holds whatever turns out to be so.';
comment on column listing_span.span is 'Of dates: days since 1970.';
