package org.dealtracker.log;

import java.time.Instant;

/**
 * What the log gives to a change at the moment in which it is appended.
 *
 * @param n the entry's number
 * @param at when; strictly later than the entry before
 */
public record Stamp(long n, Instant at, Op op, Why why) {}
