-- Runs after every migration, as the owner. Where the service has a login of its own it may read and append history,
-- and nothing more; where owner and service are one login, only the triggers guard it (start-up says so).
do $$
begin
    if exists (select from pg_roles where rolname = 'dealtracker_app') and current_user <> 'dealtracker_app' then
        grant usage on schema public to dealtracker_app;
        grant select on all tables in schema public to dealtracker_app;
        revoke insert, update, delete, truncate on all tables in schema public from dealtracker_app;
        grant insert on log, record, listing, listing_span, reference, unique_key, access_key, snapshot to dealtracker_app;
        grant update on log_head, record, listing, reference, access_key to dealtracker_app;
        grant delete on unique_key to dealtracker_app;
        -- No history: answers that are kept for a day.
        grant insert, update, delete on replay to dealtracker_app;
    end if;
end
$$;

-- Whoever charts the register reads its views and nothing else.
do $$
begin
    if exists (select from pg_roles where rolname = 'dealtracker_reader') and current_user <> 'dealtracker_reader' then
        grant usage on schema register to dealtracker_reader;
        grant select on all tables in schema register to dealtracker_reader;
    end if;
end
$$;
