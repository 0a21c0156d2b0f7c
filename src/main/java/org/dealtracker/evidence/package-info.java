/**
 * What is derived from records: pure functions over claims and sources, and the one class that the log asks for them.
 * Not here: anything that is stored by hand, and anything that depends on today's date.
 */
package org.dealtracker.evidence;
