-- Grows a register that holds the examples to @SIZE@ agreements: copies of theirs, as rich as they are, in an order that
-- looks random and is the same each time. Each hundred of them share copies of the examples' sources. Made as the owner,
-- beside the service, since it would take the API hours; every copy has a record, an entry of the log and a place in the
-- lists, but a hash that proves nothing.
alter table log_head disable trigger log_head_forward;

-- Indexes are made when all is in, as a restore does it.
create temp table index_made as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
where i.indrelid = 'listing'::regclass and c.oid is null;
do $$ declare i record; begin
    for i in select * from index_made loop execute 'drop index ' || i.name; end loop;
end $$;

create temp table model as
select row_number() over (partition by r.kind order by r.slug) as k, count(*) over (partition by r.kind) as models,
    r.id, r.kind, r.slug, convert_from(l.document, 'UTF8') as document, convert_from(s.item, 'UTF8') as item
from record r join log l on l.n = r.n join listing s on s.record_id = r.id and s.to_n is null
where r.state = 'live' and r.kind in ('agreement', 'source');

-- The sources of a hundred agreements get names of their own, wherever a document or another source names them.
create function pg_temp.renamed(document text, hundred int) returns text language plpgsql as $$
declare source record;
begin
    for source in select slug from model where kind = 'source' order by slug loop
        document := replace(document, '"' || source.slug || '"', '"' || source.slug || '-' || hundred || '"');
    end loop;
    return document;
end $$;

create temp table copy as
select m.kind, h as hundred, m.k, m.id, m.slug, pg_temp.renamed(m.document, h) as document,
    pg_temp.renamed(m.item, h) as item
from model m cross join generate_series(1, @SIZE@ / 100) as h;
create index on copy (kind, hundred, k);
analyze copy;

-- The beginning of an identifier is the examples' hour of birth, which they all share; a copy has its number there.
create temp table gen as
select c.kind, c.hundred as number, (to_hex(x'20000000'::int + c.hundred) || substr(c.id::text, 9))::uuid as id,
    c.id as model, c.slug || '-' || c.hundred as slug, c.slug as named, c.document, c.item,
    row_number() over (order by c.hundred, c.k) as place
from copy c where c.kind = 'source'
union all
select c.kind, a.i, (to_hex(x'40000000'::int + a.i) || substr(c.id::text, 9))::uuid, c.id, c.slug || '-' || a.i, c.slug,
    c.document, c.item, @SIZE@ / 100 * (select max(models) from model where kind = 'source') + a.i
from (select i, 1 + (i - 1) / 100 as hundred,
        1 + (hashint4(i * 131 + 7)::bigint + 2147483648) % (select max(models) from model where kind = 'agreement') as k
    from generate_series(1, @SIZE@) as i) as a
join copy c on c.kind = 'agreement' and c.hundred = a.hundred and c.k = a.k;

create temp table head as select n, at from log_head;

create function pg_temp.made(document text, model uuid, id uuid, named text, slug text) returns bytea language sql immutable as $$
    select convert_to(replace(replace(document, '"' || left(model::text, 8), '"' || left(id::text, 8)),
        '"slug":"' || named || '"', '"slug":"' || slug || '"'), 'UTF8') $$;

insert into log (n, at, kind, record_id, slug, revision, op, change_type, significance, actor, changed, format, document,
    salt, payload_hash, hash)
select h.n + g.place, h.at + g.place * interval '1 microsecond', g.kind, g.id, g.slug, 1, 'created', 'addition', 'semantic',
    'generated', array[''], 1, pg_temp.made(g.document, g.model, g.id, g.named, g.slug), '', '',
    sha256(int8send(h.n + g.place))
from gen g cross join head h order by g.place;

insert into record (id, kind, slug, revision, n, state)
select g.id, g.kind, g.slug, 1, h.n + g.place, 'live' from gen g cross join head h;

insert into listing (record_id, kind, from_n, slug, title, created_at, updated_at, stage, day, worth, terms, names, item,
    search)
select g.id, g.kind, h.n + g.place, g.slug, l.title, l.created_at, l.updated_at, l.stage, l.day, l.worth, l.terms, l.names,
    pg_temp.made(g.item, g.model, g.id, g.named, g.slug), l.search
from gen g cross join head h join listing l on l.record_id = g.model and l.to_n is null;

set constraints all immediate;
do $$ declare i record; begin
    for i in select * from index_made loop execute i.definition; end loop;
end $$;

update log_head set n = last.n, at = last.at, hash = last.hash from (select n, at, hash from log order by n desc limit 1) as last;
alter table log_head enable trigger log_head_forward;
