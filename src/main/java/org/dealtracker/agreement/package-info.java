/**
 * The aggregate at the heart of the register: a reported agreement, its claims with their citations, and the history
 * of its stages. Not here: what is derived from claims (origins, conflicts, headline), which the evidence package does.
 */
package org.dealtracker.agreement;
