package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/**
 * The register as entities of FollowTheMoney 3.8 (followthemoney.tech), the model of Aleph and OpenSanctions. One for each
 * file: it knows which countries are in it already.
 *
 * <p>What is only reported must not become a fact on the way. So an agreement is a Project with participants and not a
 * Contract with an award, a figure becomes an amount only where it is exact and undisputed, a date is no more precise than
 * it was reported, and every claim that the register goes by is there with its words, whether it fits a property or not.
 */
final class FollowTheMoney {
    private final Set<String> countries = new HashSet<>();

    /**
     * Writes the entities of one record, the record's own one first.
     *
     * @param document as the API serves it, claims and all
     * @param to takes entities that have no members but {@code id}, {@code schema} and {@code properties}
     */
    void entities(RecordKind kind, ObjectNode document, Consumer<ObjectNode> to) {
        switch (kind) {
            case AGREEMENT -> FtmAgreements.write(document, to);
            case PARTY -> FtmParties.write(document, to);
            case SOURCE -> FtmSources.write(document, to);
            case ENGAGEMENT -> FtmEngagements.write(document, to);
            case ASSESSMENT -> FtmContext.assessment(document, to);
            case RESTRICTION -> FtmContext.restriction(document, country -> place(country, to), to);
        }
    }

    /**
     * A country as the place that it is. The model has no such thing as a state, and what is laid on everybody in a country
     * is not laid on its government alone.
     *
     * @return the place's id
     */
    private String place(JsonNode country, Consumer<ObjectNode> to) {
        String code = country.asText();
        String id = "ddt-country-" + code.toLowerCase(Locale.ROOT);
        if (countries.add(code)) {
            String name = Countries.of(code).name();
            to.accept(FtmEntity.thing("Address", id)
                    .name("name", name)
                    .address("full", name)
                    .country(country)
                    .json());
        }
        return id;
    }
}
