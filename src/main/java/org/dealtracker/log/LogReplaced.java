package org.dealtracker.log;

/**
 * The log below this node is another one, or was rolled back: a number now stands for another entry, and what was kept by
 * number has to be forgotten.
 */
public record LogReplaced() {}
