/**
 * Publications, and how a claim cites one: {@link org.dealtracker.source.Citation} is what every claim of the register
 * rests on. Sources know parties by their slugs only. Not here: what follows from who repeats whom.
 */
package org.dealtracker.source;
