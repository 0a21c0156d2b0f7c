package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record that this transaction has locked in order to change it.
 *
 * @param document as it is served now
 */
public record Held<T extends Recorded>(T record, ObjectNode document) {}
