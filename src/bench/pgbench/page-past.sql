select record_id, slug, convert_from(item, 'UTF8') from listing where kind = 'agreement' and from_n <= :n and (to_n is null or to_n > :n) order by slug, record_id limit 51;
select count(*) from (select 1 from listing where kind = 'agreement' and from_n <= :n and (to_n is null or to_n > :n) limit 10001) as counted;
