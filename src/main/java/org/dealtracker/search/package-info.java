/**
 * How records of every kind are found by what somebody types, and which of them may be of one and the same thing. Not
 * here: the words that a record has (see text) and the statements that look for them (see log).
 */
package org.dealtracker.search;
