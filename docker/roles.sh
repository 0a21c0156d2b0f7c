#!/bin/sh
# The two logins of the register: the owner migrates, the service may read and append but not rewrite.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -U postgres <<'SQL'
create role dealtracker_owner login password :'owner';
create role dealtracker_app login password :'app';
create database dealtracker owner dealtracker_owner;
SQL
