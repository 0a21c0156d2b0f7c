package org.dealtracker.log;

/**
 * A record after a write: what the answer shows.
 *
 * @param written false when the write changed nothing and was therefore not logged
 */
public record Appended(Recorded record, byte[] document, boolean written) {}
