/**
 * What law and treaties forbid or allow between whom. Not here: whether a deal breaks it, which the register never says;
 * which deals it touches is derived, and who found what is an assessment.
 */
package org.dealtracker.restriction;
