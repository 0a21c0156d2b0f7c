/**
 * The append-only log of the register: the only writer of history, the reading of records as of any past moment, and
 * the feed of changes. Records know the log; the log knows of them only what {@link org.dealtracker.log.Recorded}
 * says. Not here: what a record means, and what is derived from it.
 */
package org.dealtracker.log;
