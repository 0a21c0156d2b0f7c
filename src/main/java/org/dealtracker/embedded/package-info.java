/**
 * The default database: a PostgreSQL 18 of our own, started before Quarkus and stopped after it when nobody names
 * another. Here live its binaries, its directory, its passwords and its life, and {@link
 * org.dealtracker.embedded.Main}, which decides whether it is needed. What is stored in it, the migrations and every
 * right on a table, is not known here; the rest of the service sees a JDBC URL and two logins and cannot tell this
 * server from an outside one.
 */
package org.dealtracker.embedded;
