#!/bin/sh
# The logins of the register: the owner migrates, the service may read and append but not rewrite. With READER_PASSWORD
# there is a third, for tools that draw charts.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -U postgres <<'SQL'
create role dealtracker_owner login password :'owner';
create role dealtracker_app login password :'app';
create database dealtracker owner dealtracker_owner;
SQL
if [ -n "${READER_PASSWORD:-}" ]; then
    psql -v ON_ERROR_STOP=1 -v reader="$READER_PASSWORD" -U postgres <<'SQL'
create role dealtracker_reader login password :'reader' connection limit 10;
alter role dealtracker_reader set default_transaction_read_only = on;
alter role dealtracker_reader set statement_timeout = '60s';
SQL
fi
