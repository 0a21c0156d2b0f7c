-- A party's feed has the agreements that no longer name it too, and is asked for every few minutes by every reader.
create index reference_then_to_id_idx on reference (to_id) where to_revision is not null;
