/**
 * What two sides did with each other: visits, talks, signings, exercises. Not here: deals, which are agreements, and what
 * anybody thinks of either.
 */
package org.dealtracker.engagement;
