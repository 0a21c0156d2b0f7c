/**
 * Values that carry doubt: quantities, sums of money and dates as sources report them, with their bounds, their
 * short text, and the two questions that can be asked of them: might it be so, and must it be so. Immutable values
 * that know no framework and no other package; who claimed a value, and where, does not live here.
 */
package org.dealtracker.uncertain;
