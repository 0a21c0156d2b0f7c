package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import org.dealtracker.evidence.ClaimEvidence.OfClaim;

/** A claim with what stands behind it. */
record ClaimRow(JsonNode agreement, JsonNode part, OfClaim evidence) implements Row {}
