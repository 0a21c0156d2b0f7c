select h.n, r.kind, r.id, r.slug, r.revision, e.op, e.n, e.at, convert_from(e.document, 'UTF8') from log_head h cross join record r join log e on e.n = r.n where r.kind = 'agreement' and r.id = :id;
