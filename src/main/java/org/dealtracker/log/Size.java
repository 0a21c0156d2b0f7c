package org.dealtracker.log;

/** How many bytes an entry's document has. */
record Size(long n, int length) {}
