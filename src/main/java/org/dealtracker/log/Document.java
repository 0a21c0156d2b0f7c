package org.dealtracker.log;

/** The stored bytes of an entry. */
record Document(long n, byte[] document) {}
