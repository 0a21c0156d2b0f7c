-- Fills an empty register's lists with agreements as a large register would have them: few suppliers of most deals, many
-- of few; a third of the records changed since, in no order of their own. The same rows each time. @SIZE@ is how many.
-- The log has entries for them, though with empty documents: what is measured is how lists are found.
alter table log_head disable trigger log_head_forward;

create function pg_temp.r(i int, k int) returns float8 language sql immutable as
    $$ select (hashint4(i * 131 + k)::bigint + 2147483648) / 4294967296.0 $$;
create function pg_temp.pick(i int, k int, among int, skew float8) returns int language sql immutable as
    $$ select floor(among * pg_temp.r(i, k) ^ skew)::int $$;

-- Indexes are made when all is in, as a restore does it.
create temp table index_made as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
where i.indrelid in ('listing'::regclass, 'listing_span'::regclass) and c.oid is null;
-- Of a partitioned table it says "on only", which would leave the partitions without.
update index_made set definition = replace(definition, ' ON ONLY ', ' ON ');
do $$ declare i record; begin
    for i in select * from index_made loop execute 'drop index ' || i.name; end loop;
end $$;

create temp table gen as
select i,
    md5('gen-' || i)::uuid as id,
    (array['sale', 'donation', 'lease', 'licensed_production', 'mixed', 'unknown'])[1 + pg_temp.pick(i, 1, 6, 2)] as kind,
    pg_temp.pick(i, 2, 13, 1) as stage,
    'party-' || pg_temp.pick(i, 3, 60, 3) as supplier,
    'party-' || pg_temp.pick(i, 4, 180, 2) as recipient,
    'category_' || pg_temp.pick(i, 5, 27, 1.5) as category,
    'type' || pg_temp.pick(i, 6, 800, 2) as designation,
    'source-' || pg_temp.pick(i, 7, 20000, 1) as source,
    (array['package', 'line', 'paid', 'aid'])[1 + pg_temp.pick(i, 8, 4, 3)] as basis,
    (array['USD', 'EUR', 'CNY', 'RUB'])[1 + pg_temp.pick(i, 9, 4, 2)] as currency,
    round((1e6 * exp(pg_temp.r(i, 10) * 9))::numeric, -3) as worth,
    1 + pg_temp.pick(i, 11, 200, 3) as count,
    date '2000-01-01' + pg_temp.pick(i, 12, 9800, 0.7) as day,
    pg_temp.r(i, 13) < 0.1 as reviewed,
    pg_temp.r(i, 14) < 0.33 as changed
from generate_series(1, @SIZE@) as i;

-- In which order the changed ones were changed.
alter table gen add turn bigint;
update gen set turn = t.turn
from (select i, row_number() over (order by hashint4(i), i) as turn from gen where changed) as t
where gen.i = t.i;

insert into log (n, at, kind, record_id, slug, revision, op, change_type, significance, actor, changed, format, document,
    salt, payload_hash, hash)
select v.n, timestamptz '2020-01-01 00:00Z' + v.n * interval '1 second', 'agreement', g.id, 'gen-' || g.i, v.revision,
    'created', 'addition', 'semantic', 'generated', array[''], 1, convert_to('{}', 'UTF8'), '', '', ''
from gen g cross join lateral (
    select g.i::bigint as n, 1 as revision
    union all select @SIZE@ + 2 * g.turn - 1, 2 where g.changed
    union all select @SIZE@ + 2 * g.turn, 3 where g.changed) as v;

insert into record (id, kind, slug, revision, n, state)
select id, 'agreement', 'gen-' || i, case when changed then 3 else 1 end,
    case when changed then @SIZE@ + 2 * turn else i end, 'live'
from gen;

insert into listing (record_id, kind, from_n, to_n, slug, title, created_at, updated_at, stage, day, worth, terms, names,
    item, search)
select g.id, 'agreement', v.from_n, v.to_n, 'gen-' || g.i, g.supplier || ' - ' || g.recipient || ' ' || g.designation,
    timestamptz '2020-01-01 00:00Z' + g.i * interval '1 second',
    timestamptz '2020-01-01 00:00Z' + v.from_n * interval '1 second',
    g.stage, g.day, g.worth,
    array['kind:' || g.kind, 'stage:' || g.stage, 'party:' || g.supplier, 'party:' || g.recipient, 'role:supplier',
        'role:recipient', 'supplier:' || g.supplier, 'recipient:' || g.recipient, 'names:' || g.supplier,
        'names:' || g.recipient, 'category:' || g.category, 'designation:' || g.designation, 'source:' || g.source,
        'basis:' || g.basis, 'currency:' || g.currency, 'word:' || g.supplier, 'word:' || g.recipient,
        'word:' || g.designation],
    lower(g.supplier || ' - ' || g.recipient),
    convert_to('{"id":"' || g.id || '","slug":"gen-' || g.i || '","headline":{"stage":"agreed","text":"'
        || repeat('x', 900) || '"}}', 'UTF8'),
    setweight(to_tsvector('simple', replace(g.supplier || ' ' || g.recipient, '-', ' ') || ' ' || g.designation), 'A')
        || setweight(to_tsvector('simple', g.designation), 'B')
        || setweight(to_tsvector('simple', 'A deal of ' || g.count || ' as the outlet of ' || g.i % 977 || ' had it'), 'C')
        || setweight(to_tsvector('simple', 'outlet' || g.i % 5000 || ' at ' || replace(g.source, '-', '')), 'D')
from gen g cross join lateral (
    select g.i::bigint as from_n, case when g.changed then @SIZE@ + 2 * g.turn - 1 end as to_n
    union all select @SIZE@ + 2 * g.turn - 1, @SIZE@ + 2 * g.turn where g.changed
    union all select @SIZE@ + 2 * g.turn, null where g.changed) as v;

insert into listing_span (record_id, from_n, what, part, unit, certain, span)
select l.record_id, l.from_n, s.what, s.part, s.unit, s.certain, s.span
from listing l join gen g on g.id = l.record_id cross join lateral (values
    ('count', g.category, '', false, numrange(g.count, g.count, '[]')),
    ('count', g.category, '', true, numrange(g.count, g.count, '[]')),
    ('value', g.basis, g.currency, false, numrange(g.worth, case when g.i % 4 > 0 then g.worth end, '[]')),
    ('value', g.basis, g.currency, true, numrange(g.worth, case when g.i % 4 > 0 then g.worth end, '[]')),
    ('date', 'signed', '', false, numrange(g.day - date '1970-01-01', g.day - date '1970-01-01' + g.i % 30, '[]')),
    ('date', 'signed', '', true, numrange(g.day - date '1970-01-01', g.day - date '1970-01-01' + g.i % 30, '[]')),
    ('stage', g.stage::text, '', false, numrange(g.day - date '1970-01-01', null, '[)')),
    ('stage', 'unknown', '', false, numrange(null, g.day - date '1970-01-01', '()')),
    ('review', '', '', false, case when g.reviewed
        then numrange(g.day - date '1970-01-01' + 400, g.day - date '1970-01-01' + 700, '[]') else 'empty' end))
    as s (what, part, unit, certain, span)
where not isempty(s.span);

set constraints all immediate;
do $$ declare i record; begin
    for i in select * from index_made loop execute i.definition; end loop;
end $$;

update log_head set n = last.n, at = last.at from (select n, at from log order by n desc limit 1) as last;
alter table log_head enable trigger log_head_forward;
