package org.dealtracker.log;

/** The log has new entries. Who observes this must not block: a write is answered only when all were told. */
record LogGrown() {}
