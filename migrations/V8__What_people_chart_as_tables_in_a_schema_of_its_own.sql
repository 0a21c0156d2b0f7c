-- What people chart with tools that speak SQL: what holds now, as tables whose columns have types, in a schema of its
-- own. The documents are the record and these only read them, so that nothing has to be kept in step; the price is that
-- a question parses the documents that it is about. A view reads with its owner's rights: whoever may select here needs
-- no right on the log, and sees neither salts nor keys.
create schema register;
comment on schema register is
    'The register as it is now, for reading. Doubt stands in three columns: as it was written, its lower and its upper'
    ' bound; null is an open end.';

-- Parsed once for each record, however many columns ask: "offset 0" keeps the planner from repeating it for each.
create view live_document as
select r.kind, r.id, r.slug, r.revision, d.document
from record r
join log l on l.n = r.n
cross join lateral (select nullif(convert_from(l.document, 'UTF8'), '')::jsonb as document offset 0) d
where r.state = 'live';
comment on view live_document is 'The newest document of every record that is neither deleted nor merged.';

create view live_claim as
select
    d.slug as agreement,
    k.collection,
    (e.claim ->> 'id')::uuid as claim_id,
    e.claim ->> 'line' as line,
    e.claim ->> 'rank' as rank,
    coalesce(x.contested ? (e.claim ->> 'line'), false) as contested,
    coalesce(x.replaced ? (e.claim ->> 'id'), false) as replaced,
    (e.claim -> 'asAt') ->> 'edtf' as as_at,
    ((e.claim -> 'asAt') ->> 'earliest')::date as as_at_earliest,
    ((e.claim -> 'asAt') ->> 'latest')::date as as_at_latest,
    e.claim ->> 'note' as note,
    (e.claim ->> 'recordedAt')::timestamptz as recorded_at,
    e.claim
from live_document d
cross join unnest(array['parties', 'items', 'deliveries', 'values', 'commitments', 'dates', 'terms', 'positions'])
    as k (collection)
cross join lateral (
    select
        d.document #> '{headline,contestedLines}' as contested,
        jsonb_path_query_array(d.document -> k.collection, '$[*].replaces[*]') as replaced
    offset 0) x
cross join lateral jsonb_array_elements(d.document -> k.collection) as e (claim)
where d.kind = 'agreement';
comment on view live_claim is 'The claims that stand in agreements, with what all kinds of claim have.';

create view register.agreements as
select
    r.id, r.slug, d.title, d.kind,
    h.stage,
    (h."stageSince") ->> 'edtf' as stage_since,
    ((h."stageSince") ->> 'earliest')::date as stage_since_earliest,
    ((h."stageSince") ->> 'latest')::date as stage_since_latest,
    h.verification #>> '{existence,code}' as existence,
    h.verification #>> '{figures,code}' as figures,
    h."independentOrigins" as independent_origins,
    h."originsUnknown" as origins_unknown,
    h.contested, h.hedged,
    l.day as first_day,
    s.last_day,
    (h."firstReported") ->> 'edtf' as first_reported,
    ((h."firstReported") ->> 'earliest')::date as first_reported_earliest,
    ((h."firstReported") ->> 'latest')::date as first_reported_latest,
    (h."lastReported") ->> 'edtf' as last_reported,
    ((h."lastReported") ->> 'earliest')::date as last_reported_earliest,
    ((h."lastReported") ->> 'latest')::date as last_reported_latest,
    jsonb_array_length(h.restrictions) as restrictions,
    d.summary, d.note, r.revision, l.created_at, l.updated_at
from public.record r
join public.listing l on l.record_id = r.id and l.to_n is null
-- What a list shows has the headline without the claims, and is a small part of the document.
cross join lateral (select convert_from(l.item, 'UTF8')::jsonb as item offset 0) i
cross join lateral jsonb_to_record(i.item) as d (title text, kind text, summary text, note text, headline jsonb)
cross join lateral jsonb_to_record(d.headline) as h (
    stage text, "stageSince" jsonb, verification jsonb, "independentOrigins" integer, "originsUnknown" integer,
    contested boolean, hedged boolean, restrictions jsonb, "firstReported" jsonb, "lastReported" jsonb)
left join lateral (
    select case when not bool_or(upper_inf(p.span)) then date '1970-01-01' + max(upper(p.span))::integer end as last_day
    from public.listing_span p
    where p.record_id = l.record_id and p.from_n = l.from_n and p.what = 'date' and not p.certain) s on true
where r.kind = 'agreement' and r.state = 'live';

create view register.agreement_parties as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'party' as party, c.claim ->> 'role' as role,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'parties';

create view register.items as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'designation' as designation, c.claim ->> 'category' as category,
    (c.claim -> 'count') ->> 'text' as count,
    ((c.claim -> 'count') ->> 'lower')::numeric as count_lower,
    ((c.claim -> 'count') ->> 'upper')::numeric as count_upper,
    c.claim ->> 'condition' as condition, c.claim ->> 'partOf' as part_of,
    (c.claim ->> 'localProduction')::boolean as local_production,
    (c.claim -> 'deliveryPeriod') ->> 'edtf' as delivery_period,
    ((c.claim -> 'deliveryPeriod') ->> 'earliest')::date as delivery_period_earliest,
    ((c.claim -> 'deliveryPeriod') ->> 'latest')::date as delivery_period_latest,
    c.claim ->> 'description' as description,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'items';

create view register.deliveries as
select
    c.agreement, c.claim_id, c.line,
    (c.claim -> 'quantity') ->> 'text' as quantity,
    ((c.claim -> 'quantity') ->> 'lower')::numeric as quantity_lower,
    ((c.claim -> 'quantity') ->> 'upper')::numeric as quantity_upper,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'deliveries';

create view register.sums as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'basis' as basis,
    c.claim #>> '{money,currency}' as currency,
    (c.claim #> '{money,amount}') ->> 'text' as amount,
    ((c.claim #> '{money,amount}') ->> 'lower')::numeric as amount_lower,
    ((c.claim #> '{money,amount}') ->> 'upper')::numeric as amount_upper,
    (c.claim #>> '{money,amount,orderOfMagnitude}')::boolean as order_of_magnitude,
    array(select jsonb_array_elements_text(c.claim -> 'covers')) as covers,
    c.claim ->> 'partOf' as part_of, (c.claim ->> 'equivalentOf')::uuid as equivalent_of,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'values';

create view register.commitments as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'type' as type, c.claim ->> 'description' as description, c.claim ->> 'fulfilment' as fulfilment,
    (c.claim -> 'due') ->> 'edtf' as due,
    ((c.claim -> 'due') ->> 'earliest')::date as due_earliest,
    ((c.claim -> 'due') ->> 'latest')::date as due_latest,
    (c.claim -> 'lastReviewed') ->> 'edtf' as last_reviewed,
    ((c.claim -> 'lastReviewed') ->> 'earliest')::date as last_reviewed_earliest,
    ((c.claim -> 'lastReviewed') ->> 'latest')::date as last_reviewed_latest,
    (c.claim -> 'reviewBy') ->> 'edtf' as review_by,
    ((c.claim -> 'reviewBy') ->> 'earliest')::date as review_by_earliest,
    ((c.claim -> 'reviewBy') ->> 'latest')::date as review_by_latest,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'commitments';

create view register.dates as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'event' as event,
    c.claim #>> '{when,edtf}' as edtf,
    (c.claim #>> '{when,earliest}')::date as earliest,
    (c.claim #>> '{when,latest}')::date as latest,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'dates';

create view register.terms as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'type' as type, c.claim ->> 'text' as text,
    (c.claim -> 'period') ->> 'edtf' as period,
    ((c.claim -> 'period') ->> 'earliest')::date as period_earliest,
    ((c.claim -> 'period') ->> 'latest')::date as period_latest,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'terms';

create view register.positions as
select
    c.agreement, c.claim_id, c.line,
    c.claim ->> 'party' as party, c.claim ->> 'stance' as stance, c.claim ->> 'about' as about,
    (c.claim -> 'when') ->> 'edtf' as said,
    ((c.claim -> 'when') ->> 'earliest')::date as said_earliest,
    ((c.claim -> 'when') ->> 'latest')::date as said_latest,
    c.rank, c.contested, c.replaced, c.as_at, c.as_at_earliest, c.as_at_latest, c.note, c.recorded_at
from public.live_claim c
where c.collection = 'positions';

create view register.status_events as
select
    d.slug as agreement,
    e.id as event_id, e.n,
    e."from" as from_stage, e."to" as to_stage,
    e."changeType" as change_type,
    e.effective ->> 'edtf' as effective,
    (e.effective ->> 'earliest')::date as effective_earliest,
    (e.effective ->> 'latest')::date as effective_latest,
    e.reason, e."by" as by_party, e.cause as restriction, e.supersedes,
    x.superseded ? e.id::text as superseded,
    coalesce(e.unsupported, false) as unsupported,
    e."recordedAt" as recorded_at, e."recordedBy" as recorded_by
from public.live_document d
cross join lateral (
    select jsonb_path_query_array(d.document, '$.statusHistory[*].supersedes') as superseded offset 0) x
cross join lateral jsonb_to_recordset(d.document -> 'statusHistory') as e (
    id uuid, n bigint, "from" text, "to" text, "changeType" text, effective jsonb, reason text, "by" text, cause text,
    supersedes uuid, unsupported boolean, "recordedAt" timestamptz, "recordedBy" text)
where d.kind = 'agreement';

create view register.citations as
select
    d.slug as agreement,
    c.cites,
    c.claim_id,
    c.line,
    q.citation ->> 'source' as source,
    q.citation ->> 'locator' as locator,
    q.citation ->> 'stance' as stance,
    q.citation ->> 'reportedAs' as reported_as,
    q.citation ->> 'reliability' as reliability,
    q.citation ->> 'credibility' as credibility,
    jsonb_array_length(q.citation -> 'hedges') > 0 as hedged
from public.live_document d
cross join lateral (
    select
        k.cites,
        (e.claim ->> 'id')::uuid as claim_id,
        e.claim ->> 'line' as line,
        e.claim -> 'citations' as citations
    from unnest(array['parties', 'items', 'deliveries', 'values', 'commitments', 'dates', 'terms', 'positions',
        'statusHistory']) as k (cites)
    cross join lateral jsonb_array_elements(d.document -> k.cites) as e (claim)
    union all
    select 'agreement', null, null, d.document -> 'citations') c
cross join lateral jsonb_array_elements(c.citations) as q (citation)
where d.kind = 'agreement';

create view register.parties as
select
    d.id, d.slug, p.name, p.kind, p.country,
    array(select jsonb_path_query(p.aliases, '$[*].name') #>> '{}') as aliases,
    p.note, d.revision, p."createdAt" as created_at, p."updatedAt" as updated_at
from public.live_document d
cross join lateral jsonb_to_record(d.document) as p (
    name text, kind text, country text, aliases jsonb, note text, "createdAt" timestamptz, "updatedAt" timestamptz)
where d.kind = 'party';

create view register.sources as
select
    d.id, d.slug, s.kind, s.title, s.publisher, s."publisherParty" as publisher_party,
    array(select jsonb_array_elements_text(s.authors)) as authors,
    s.url, s."archiveUrl" as archive_url,
    s.published ->> 'edtf' as published,
    (s.published ->> 'earliest')::date as published_earliest,
    (s.published ->> 'latest')::date as published_latest,
    s.accessed ->> 'edtf' as accessed,
    (s.accessed ->> 'earliest')::date as accessed_earliest,
    (s.accessed ->> 'latest')::date as accessed_latest,
    s.language, s.origin,
    array(select jsonb_array_elements_text(s.repeats)) as repeats,
    s.seen, s.sha256,
    s.retraction is not null as retracted,
    s.retraction ->> 'reason' as retraction_reason,
    s.note, d.revision, s."createdAt" as created_at, s."updatedAt" as updated_at
from public.live_document d
cross join lateral jsonb_to_record(d.document) as s (
    kind text, title text, publisher text, "publisherParty" text, authors jsonb, url text, "archiveUrl" text,
    published jsonb, accessed jsonb, language text, origin text, repeats jsonb, seen boolean, sha256 text,
    retraction jsonb, note text, "createdAt" timestamptz, "updatedAt" timestamptz)
where d.kind = 'source';

create view register.engagements as
select
    d.id, d.slug, e.kind, e.title,
    e."when" ->> 'edtf' as held,
    (e."when" ->> 'earliest')::date as held_earliest,
    (e."when" ->> 'latest')::date as held_latest,
    e."where" ->> 'text' as place,
    e."where" ->> 'country' as country,
    (e."where" ->> 'lat')::double precision as latitude,
    (e."where" ->> 'lon')::double precision as longitude,
    array(select distinct jsonb_path_query(e.participants, '$[*].party') #>> '{}' order by 1) as parties,
    array(select distinct jsonb_path_query(e.topics, '$[*].code') #>> '{}' order by 1) as topics,
    array(select jsonb_array_elements_text(e.agreements)) as agreements,
    e.outcome, e.note, d.revision, e."createdAt" as created_at, e."updatedAt" as updated_at
from public.live_document d
cross join lateral jsonb_to_record(d.document) as e (
    kind text, title text, "when" jsonb, "where" jsonb, participants jsonb, topics jsonb, agreements jsonb,
    outcome text, note text, "createdAt" timestamptz, "updatedAt" timestamptz)
where d.kind = 'engagement';

create view register.assessments as
select
    d.id, d.slug, a.stance,
    array(select jsonb_array_elements_text(a.themes)) as themes,
    a.nature, a.paraphrase,
    a."by" ->> 'kind' as voice_kind,
    a."by" ->> 'name' as voice,
    a."by" ->> 'party' as voice_party,
    a.subject ->> 'agreement' as agreement,
    a.subject ->> 'engagement' as engagement,
    a.subject ->> 'restriction' as restriction,
    array(select jsonb_array_elements_text(a.subject -> 'parties')) as parties,
    a.finding,
    a."when" ->> 'edtf' as said,
    (a."when" ->> 'earliest')::date as said_earliest,
    (a."when" ->> 'latest')::date as said_latest,
    a.note, d.revision, a."createdAt" as created_at, a."updatedAt" as updated_at
from public.live_document d
cross join lateral jsonb_to_record(d.document) as a (
    stance text, themes jsonb, nature text, paraphrase text, "by" jsonb, subject jsonb, finding text, "when" jsonb,
    note text, "createdAt" timestamptz, "updatedAt" timestamptz)
where d.kind = 'assessment';

create view register.restrictions as
select
    d.id, d.slug, r.title, r.issuer, r.reference, r.url, r.direction,
    array(select jsonb_path_query(r.targets, '$[*].party') #>> '{}') as target_parties,
    array(select jsonb_path_query(r.targets, '$[*].country') #>> '{}') as target_countries,
    array(select jsonb_array_elements_text(r.scope)) as scope,
    r."from" ->> 'edtf' as begins,
    (r."from" ->> 'earliest')::date as begins_earliest,
    (r."from" ->> 'latest')::date as begins_latest,
    r."to" ->> 'edtf' as ends,
    (r."to" ->> 'earliest')::date as ends_earliest,
    (r."to" ->> 'latest')::date as ends_latest,
    jsonb_array_length(r.amendments) as amendments,
    r.note, d.revision, r."createdAt" as created_at, r."updatedAt" as updated_at
from public.live_document d
cross join lateral jsonb_to_record(d.document) as r (
    title text, issuer text, reference text, url text, direction text, targets jsonb, scope jsonb,
    "from" jsonb, "to" jsonb, amendments jsonb, note text, "createdAt" timestamptz, "updatedAt" timestamptz)
where d.kind = 'restriction';

create view register.changes as
select n, at, kind, record_id, slug, revision, op, change_type, significance, actor, reason, cause, changed
from public.log;

comment on view register.agreements is 'One row for each deal, with what is derived of it.';
comment on column register.agreements.kind is 'What sort of deal; all codes are explained at /api/v1/vocabularies.';
comment on column register.agreements.stage is 'How far it has come.';
comment on column register.agreements.stage_since is
    'Since when, in EDTF; _earliest and _latest are the days between which it lies.';
comment on column register.agreements.existence is 'How well it is shown that there is such a deal.';
comment on column register.agreements.figures is 'How well its figures are shown to be right.';
comment on column register.agreements.independent_origins is
    'How many origins, none of which has it from another, say that the deal is there.';
comment on column register.agreements.origins_unknown is 'Of how many sources nobody knows where they have it from.';
comment on column register.agreements.contested is 'Whether claims contradict each other.';
comment on column register.agreements.hedged is 'Whether any live support holds back from what it says.';
comment on column register.agreements.first_day is
    'The first day that a dated event may touch, else that of the first report: what sort=date sorts by.';
comment on column register.agreements.last_day is
    'The last day that a dated event may touch; null where that is open or nothing is dated.';
comment on column register.agreements.restrictions is 'How many restrictions it touches.';
comment on column register.agreements.updated_at is 'The last write, also of what is derived from other records.';

comment on view register.agreement_parties is 'Who is said to take part in a deal, as what.';
comment on column register.agreement_parties.party is 'register.parties.slug.';
comment on view register.items is 'Hardware that a deal covers.';
comment on column register.items.count is 'As it was written; count_lower and count_upper are its bounds.';
comment on column register.items.part_of is 'The line whose count includes this one: add up either.';
comment on view register.deliveries is 'How many of a line had been handed over by as_at.';
comment on view register.sums is
    'What a deal or a part of it is worth. Never add up different bases or currencies, nor a part with its whole.';
comment on column register.sums.basis is 'What the sum is for.';
comment on column register.sums.currency is 'ISO 4217; null where the source names none. Nothing is converted.';
comment on column register.sums.order_of_magnitude is
    'Whether the source only names a magnitude, such as multi-billion.';
comment on column register.sums.covers is 'The lines of items that it pays for.';
comment on column register.sums.part_of is 'The line whose sum includes this one.';
comment on column register.sums.equivalent_of is
    'Another claim of the same sum in another currency: count one of them.';
comment on view register.commitments is 'What is promised beside hardware.';
comment on view register.dates is 'When something happened to a deal.';
comment on column register.dates.edtf is 'As it was written.';
comment on column register.dates.latest is
    'The last day that it may touch, of what lasts the end; null when open or unknown.';
comment on view register.terms is 'Conditions and durations inside a deal.';
comment on view register.positions is 'What a party says of a deal or of a part of it.';
comment on column register.positions.about is 'deal, the id of a claim or status event, or a source.';
comment on view register.status_events is 'The stages that a deal went through; nothing is removed.';
comment on column register.status_events.n is 'The entry of the log that brought it.';
comment on column register.status_events.superseded is 'Whether a later event stands instead of this one.';
comment on column register.status_events.unsupported is 'Whether all that its citations rest on was withdrawn.';
comment on view register.citations is 'Which source says something of which claim of a deal, and how.';
comment on column register.citations.cites is
    'The kind of claim, statusHistory for a status event, agreement for the deal itself.';
comment on column register.citations.claim_id is 'The claim''s or event''s id; null where the deal itself is cited.';
comment on column register.citations.source is 'register.sources.slug.';
comment on column register.citations.stance is
    'Whether it supports the claim, disputes it, or was searched and is silent.';
comment on view register.parties is 'Who can be on either side of a deal.';
comment on column register.parties.country is 'ISO 3166-1 alpha-2.';
comment on view register.sources is 'Publications.';
comment on column register.sources.repeats is 'The sources that it relies on.';
comment on column register.sources.seen is 'Whether the editor saw it, or knows it only through another.';
comment on view register.engagements is 'What sides did with each other apart from a deal.';
comment on column register.engagements.agreements is 'The deals that it bears on.';
comment on view register.assessments is 'What somebody thinks of a deal, an engagement, a restriction or parties.';
comment on view register.restrictions is 'Embargoes, sanctions and duties by treaty.';
comment on column register.restrictions.amendments is 'How many later acts changed it.';
comment on view register.changes is 'The log without its documents: every change there ever was.';
comment on column register.changes.n is 'Numbered without a gap.';
comment on column register.changes.cause is 'The entry whose change made this one necessary.';
comment on column register.changes.changed is 'JSON Pointers to what changed.';

comment on column register.agreement_parties.agreement is 'register.agreements.slug.';
comment on column register.agreement_parties.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.agreement_parties.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.agreement_parties.contested is 'Whether claims on this line contradict each other.';
comment on column register.agreement_parties.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.agreement_parties.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.items.agreement is 'register.agreements.slug.';
comment on column register.items.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.items.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.items.contested is 'Whether claims on this line contradict each other.';
comment on column register.items.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.items.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.deliveries.agreement is 'register.agreements.slug.';
comment on column register.deliveries.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.deliveries.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.deliveries.contested is 'Whether claims on this line contradict each other.';
comment on column register.deliveries.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.deliveries.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.sums.agreement is 'register.agreements.slug.';
comment on column register.sums.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.sums.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.sums.contested is 'Whether claims on this line contradict each other.';
comment on column register.sums.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.sums.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.commitments.agreement is 'register.agreements.slug.';
comment on column register.commitments.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.commitments.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.commitments.contested is 'Whether claims on this line contradict each other.';
comment on column register.commitments.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.commitments.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.dates.agreement is 'register.agreements.slug.';
comment on column register.dates.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.dates.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.dates.contested is 'Whether claims on this line contradict each other.';
comment on column register.dates.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.dates.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.terms.agreement is 'register.agreements.slug.';
comment on column register.terms.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.terms.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.terms.contested is 'Whether claims on this line contradict each other.';
comment on column register.terms.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.terms.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
comment on column register.positions.agreement is 'register.agreements.slug.';
comment on column register.positions.line is 'Claims of a deal on one line speak of the same and may compete.';
comment on column register.positions.rank is
    'Of competing claims the preferred ones count, else all but the deprecated.';
comment on column register.positions.contested is 'Whether claims on this line contradict each other.';
comment on column register.positions.replaced is
    'Whether an amendment replaced it, so that it counts no longer.';
comment on column register.positions.as_at is 'The day that it speaks of, in EDTF; null for throughout.';
