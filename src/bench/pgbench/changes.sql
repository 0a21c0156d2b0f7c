select n, at, kind, record_id, slug, revision, op, change_type, actor, reason, changed, significance, cause from log where n > 0 order by n limit 100;
