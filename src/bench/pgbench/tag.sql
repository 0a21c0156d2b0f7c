select h.n, r.revision, e.op from log_head h cross join record r join log e on e.n = r.n where r.kind = 'agreement' and r.id = :id;
