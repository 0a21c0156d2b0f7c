/**
 * Counts and totals over many agreements, as bounds: the true figure of every world that the claims leave possible lies
 * within them. What one agreement adds is a pure function of its document ({@link org.dealtracker.stats.Facts}), and so
 * is what many come to ({@link org.dealtracker.stats.Totals}); only {@link org.dealtracker.stats.Deals} reads the
 * register. Known by nobody but the
 * vocabularies, which serve its codes.
 */
package org.dealtracker.stats;
