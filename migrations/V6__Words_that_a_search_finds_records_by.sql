-- A search has to answer from what the register held at a past entry, so what is found stands where lists are: each row
-- has the words of its record while it holds. The service itself says which words those are.
alter table listing add column search tsvector not null default '';
alter table listing alter column search drop default;
comment on column listing.search is
    'Every word of the record and where it stands. A: title, name, aliases; B: designations, publishers, names of others;'
    ' C: prose; D: notes and citations.';
comment on column listing.names is
    'What filters by name and searches with a wrong letter look like, one name a line; the record''s own is the first.';

-- What is there already gets its words from the same documents, as nearly as SQL comes to the service's rules.
create function search_folded(words text) returns text language sql immutable as $$
    select lower(regexp_replace(normalize(words, nfkd), '[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0670]+', '', 'g'))
$$;
create function search_words(words text, weight "char") returns tsvector language sql immutable as $$
    -- The words as they are, then letters and digits apart and plurals without their endings.
    select setweight(to_tsvector('simple', plain) || to_tsvector('simple',
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(plain,
            '([a-z])([0-9])', '\1 \2', 'g'),
            '\m([a-z]{2,})ies\M', '\1y', 'g'),
            '\m([a-z]+(ss|x|z|ch|sh))es\M', '\1', 'g'),
            '\m([a-z]{2,}[^sui])s\M', '\1', 'g')), weight)
    from (select regexp_replace(substr(search_folded(words), 1, 20000),
        '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u206F]+', ' ', 'g') as plain) as p
$$;
create function search_texts(document jsonb, variadic paths jsonpath[]) returns text language sql immutable as $$
    select coalesce(string_agg(distinct each #>> '{}', E'\n'), '')
    from unnest(paths) as path cross join jsonb_path_query(document, path) as each
    where jsonb_typeof(each) = 'string'
$$;
update listing l set
    search = search_words(concat_ws(E'\n', l.title, search_texts(d.document, '$.aliases[*].name')), 'A')
        || search_words(search_texts(d.document, '$.items[*].designation', '$.publisher', '$.authors[*]',
            '$.headline.suppliers[*].name', '$.headline.recipients[*].name', '$.externalIds[*].value'), 'B')
        || search_words(search_texts(d.document, '$.summary', '$.**.description', '$.terms[*].text', '$.country',
            '$.**.party'), 'C')
        || search_words(search_texts(d.document, '$.**.note', '$.**.reportedAs', '$.**.locator', '$.**.phrase',
            '$.statusHistory[*].reason', '$.url', '$.archiveUrl', '$.sha256'), 'D'),
    names = concat_ws(E'\n', l.names,
        nullif(search_folded(search_texts(d.document, '$.items[*].designation')), ''))
from (select n, convert_from(document, 'UTF8')::jsonb as document from log) as d
where d.n = l.from_n;
drop function search_texts;
drop function search_words;
drop function search_folded;

create index listing_now_search_idx on listing using gin (search) where to_n is null;
create index listing_then_search_idx on listing using gin (search) where to_n is not null;
create index listing_then_names_idx on listing using gin (names gin_trgm_ops) where to_n is not null;
-- Of a name only its beginning: an index holds no entry of any length.
create index listing_now_begins_idx on listing ((left(names, 60) collate "C")) where to_n is null;
