/**
 * What is thought of deals, engagements and restrictions, by whom. Not here: what a party to a deal says of it, which is a
 * position and a claim on the agreement.
 */
package org.dealtracker.assessment;
