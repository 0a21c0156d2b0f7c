/**
 * The register told to people in a feed reader: Atom feeds (RFC 4287) of everything, of one agreement, of one party,
 * and the sentences that say what an entry of the log changed. Not here: the feed that programs follow, which is
 * complete and has numbers ({@code log}).
 */
package org.dealtracker.atom;
