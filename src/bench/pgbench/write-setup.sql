-- Copies that can be written to and thrown away: history itself is append-only.
create schema bench;
create table bench.log_head (like public.log_head including all);
insert into bench.log_head select * from public.log_head;
create table bench.log (like public.log including all);
create table bench.record (like public.record including all);
create table bench.listing (like public.listing including all);
create table bench.listing_span (like public.listing_span including all);
create table bench.reference (like public.reference including all);
insert into bench.log select * from public.log;
insert into bench.record select * from public.record;
insert into bench.listing (record_id, kind, from_n, to_n, slug, title, created_at, updated_at, stage, day, worth, terms,
    names, search, item)
select record_id, kind, from_n, to_n, slug, title, created_at, updated_at, stage, day, worth, terms, names, search, item
from public.listing;
insert into bench.listing_span select * from public.listing_span;
insert into bench.reference select * from public.reference;
alter table bench.record add foreign key (n) references bench.log (n);
alter table bench.listing add foreign key (record_id) references bench.record (id) deferrable initially deferred;
alter table bench.reference add foreign key (from_id) references bench.record (id) deferrable initially deferred;
alter table bench.reference add foreign key (to_id) references bench.record (id);
-- The row to be written again and again: what the service made of the benchmark's own POST.
create table bench.sample as
    select l.document, i.stage, i.day, i.worth, i.terms, i.names, i.search, i.item, f.to_id, f.pointer
    from public.record r
    join public.log l on l.n = r.n
    join public.listing i on i.record_id = r.id and i.to_n is null
    join public.reference f on f.from_id = r.id
    where r.kind = 'agreement' and r.slug = 'bench-small' limit 1;
create table bench.span as
    select s.* from public.listing_span s join public.listing i on (i.record_id, i.from_n) = (s.record_id, s.from_n)
    where i.kind = 'agreement' and i.slug = 'bench-small' and i.to_n is null;
analyze bench.log, bench.record, bench.listing, bench.listing_span, bench.reference;
