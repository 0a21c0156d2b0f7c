package org.dealtracker.log;

/**
 * The moment as of which a request is answered, fixed before anything is read.
 *
 * @param n the log's number up to which entries count
 * @param asked whether the request named a moment at all
 * @param lasting whether the answer can never change: the moment was named by number, or lies before the last entry
 */
record Moment(long n, boolean asked, boolean lasting) {}
