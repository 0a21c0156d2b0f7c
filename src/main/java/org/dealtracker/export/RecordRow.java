package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record, or a part of one that has nothing derived.
 *
 * @param record the whole document
 * @param part see {@link Row}
 * @param position the part's place in its array, from 1
 */
record RecordRow(JsonNode record, JsonNode part, int position) implements Row {}
