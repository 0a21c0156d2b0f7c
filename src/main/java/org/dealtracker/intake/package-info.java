/**
 * What comes into the register in bulk: bundles of records that refer to each other, written all or none through the
 * same path as single ones. Known by nobody.
 */
package org.dealtracker.intake;
