package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;

/** What a row is made of: a record's document as the API serves it, or a part of one. */
interface Row {
    /** The part that the row tells of; the whole document where it is of a record. */
    JsonNode part();
}
