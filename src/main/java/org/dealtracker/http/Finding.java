package org.dealtracker.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the body, or the name of a parameter or header
 * @param detail what is wrong and what would be right, in a sentence
 * @param malformed whether this alone makes the request malformed (400) rather than unacceptable (422)
 */
public record Finding(
        String pointer, String detail, @JsonIgnore boolean malformed) {}
