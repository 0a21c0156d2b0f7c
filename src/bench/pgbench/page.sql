select record_id, slug, convert_from(item, 'UTF8') from listing where kind = 'agreement' and to_n is null order by slug, record_id limit 51;
