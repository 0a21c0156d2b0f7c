/**
 * Who can be on either side of a deal: states, forces, factions, companies, and how they belong together over time.
 * Not here: what a party did in a deal, which agreements say.
 */
package org.dealtracker.party;
