package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.dealtracker.cite.FileCitation;
import org.dealtracker.cite.SpdxLicence;
import org.dealtracker.http.Json;

/**
 * What a file says of itself, so that no part of the register can pass for the whole, nor an old state for the present one.
 *
 * @param export the file's name in its address, such as {@code items.csv}
 * @param filter the query that chose the records, in a canonical order, such as {@code stage=agreed&supplier=china}; empty
 *     for the whole register
 * @param logId which log it was taken from
 * @param n the number of the log's entry as of which it was taken
 * @param at when that entry was made; the epoch where n is 0
 * @param chain the hash of that entry, to which all before it are chained, in lower-case hexadecimal digits
 * @param address where the same bytes can always be had: a path with {@code asOfSeq}, after the register's public address
 *     where that is set
 * @param publisher who publishes this register
 * @param licence under which, as an SPDX identifier
 */
record About(
        String export,
        String filter,
        UUID logId,
        long n,
        Instant at,
        String chain,
        String address,
        String publisher,
        String licence) {

    /** How the file is cited. @param base with what the address begins where the operator did not say so */
    FileCitation citation(String base) {
        return new FileCitation(
                export,
                title(),
                filter,
                logId,
                n,
                at,
                chain,
                address.startsWith("/") ? base + address : address,
                publisher,
                new SpdxLicence(licence));
    }

    /** As descriptors of data packages have it: what it is called and where it is, if the list of SPDX has it. */
    ObjectNode license() {
        SpdxLicence listed = new SpdxLicence(licence);
        ObjectNode license = Json.object().put("name", licence);
        return listed.isListed() ? license.put("title", listed.title()).put("path", listed.address()) : license;
    }

    private String title() {
        Extract<?> extract = Dictionary.of(export.replaceFirst("\\.[^.]*$", ""));
        String register = "register of reported arms agreements";
        return extract == null ? "A " + register : extract.table().title() + ", from a " + register;
    }

    /** In a sentence, what the file holds. */
    String scope() {
        return filter.isEmpty() ? "the whole register" : "the part of the register that this query leaves: " + filter;
    }
}
