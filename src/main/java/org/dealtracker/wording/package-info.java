/**
 * The register in words: values, dates, claims and the names of records as people read them, for whoever tells people
 * what it says. Not here: what an entry of the log changed ({@code atom}).
 */
package org.dealtracker.wording;
