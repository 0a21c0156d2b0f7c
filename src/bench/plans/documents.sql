-- After fill.sql, in the same session: the documents of its entries, as long as those of an imported deal with two
-- citations for each claim. Totals read them; lists do not.
alter table log disable trigger log_append_only;

create function pg_temp.cited(i int, k int) returns text language sql immutable as $$
    select '"recordedAt":"2020-01-01T00:00:00Z","replaces":[],"citations":[' || string_agg(
        '{"source":"source-' || pg_temp.pick(i, k + c, 20000, 1) || '","locator":"' || md5(i || '-' || k || '-' || c)
        || '","reportedAs":"' || repeat(md5(c || '-' || k || '-' || i) || ' ', 3)
        || '","stance":"supports","hedges":[{"phrase":"reportedly","marker":"reportedly"}],"origin":"unknown",'
        || '"repeats":[],"reliability":"F","credibility":"6","attribution":{"kind":"unnamed","count":2,"description":"'
        || md5(i || '+' || k || '+' || c) || '"}}', ',') || ']' from generate_series(1, 2) as c $$;
create function pg_temp.claim(i int, k int, line text, says text) returns text language sql immutable as $$
    select '{"id":"' || md5('claim-' || i || '-' || k)::uuid || '","line":"' || line || '","rank":"normal",' || says || ','
        || pg_temp.cited(i, k) || '}' $$;
create function pg_temp.quantity(low text, high text) returns text language sql immutable as $$
    select '"lower":' || low || ',"upper":' || coalesce(high, 'null')
        || ',"strict":false,"approximate":false,"uncertain":false,"unknown":false,"text":"'
        || case when low = high then low else low || '..' || coalesce(high, '') end || '"' $$;
create function pg_temp.days(day date) returns text language sql immutable as $$
    select '{"edtf":"' || day || '","earliest":"' || day || '","latest":"' || day
        || '","kind":"day","approximate":false,"uncertain":false}' $$;

update log l set document = convert_to(
    '{"id":"' || g.id || '","slug":"gen-' || g.i || '","revision":' || l.revision || ',"n":' || l.n
    || ',"createdAt":"2020-01-01T00:00:00Z","updatedAt":"2020-01-01T00:00:00Z","title":"' || g.supplier || ' - '
    || g.recipient || '","kind":"' || g.kind || '","externalIds":[],"related":[],"citations":[],"parties":['
    || pg_temp.claim(g.i, 1, 'supplier', '"party":"' || g.supplier || '","role":"supplier"') || ','
    || pg_temp.claim(g.i, 2, 'recipient', '"party":"' || g.recipient || '","role":"recipient"') || '],"items":['
    || pg_temp.claim(g.i, 3, 'one', '"designation":"' || g.designation || '","category":"'
        || (array['combat_aircraft', 'helicopter', 'uav', 'artillery', 'missile', 'ship'])[1 + g.i % 6]
        || '","condition":"new","count":{' || pg_temp.quantity(g.count::text, (g.count + g.i % 3)::text) || '}') || ','
    || pg_temp.claim(g.i, 4, 'two', '"designation":"other","category":"sensor","condition":"new","count":{'
        || pg_temp.quantity('1', '1') || '}') || '],"deliveries":[],"values":['
    || pg_temp.claim(g.i, 5, g.basis, '"basis":"' || g.basis || '","covers":[],"money":{"amount":{'
        || pg_temp.quantity(g.worth::text, case when g.i % 4 > 0 then g.worth::text end)
        || ',"orderOfMagnitude":false},"currency":"' || g.currency || '"}')
    || '],"commitments":[],"dates":['
    || pg_temp.claim(g.i, 6, 'signed', '"event":"signed","when":' || pg_temp.days(g.day)) || ','
    || pg_temp.claim(g.i, 7, 'announced', '"event":"announced","when":' || pg_temp.days(g.day - 20))
    || '],"terms":[],"positions":[],"statusHistory":[{"id":"' || md5('event-' || g.i)::uuid
    || '","n":1,"from":"unknown","to":"agreed","skipped":[],"changeType":"transition","effective":'
    || pg_temp.days(g.day) || ',"reason":"Signed.","recordedBy":"generated",' || pg_temp.cited(g.i, 8)
    || '}],"headline":{"stage":"agreed","suppliers":[],"recipients":[],"values":[],"categories":[],"hedged":true}}',
    'UTF8')
from gen g where g.id = l.record_id;

alter table log enable trigger log_append_only;
