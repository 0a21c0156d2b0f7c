-- When a survivor is deleted, what only the records that went into it had is free again; deletions would scan for them.
create index record_merged_into_idx on record (merged_into) where merged_into is not null;
