package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.http.Form;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.References.Target;
import org.dealtracker.party.Party;
import org.dealtracker.source.Source;

/**
 * Records of several kinds in one body, in any order, that refer to each other by slug. {@code citationDefaults} are
 * the members that every citation of the bundle has unless it says otherwise.
 */
record Bundle(List<Party> parties, List<Source> sources, List<Agreement> agreements) {
    private static final String DEFAULTS = "citationDefaults";

    static Bundle read(Form form) {
        form.raw(DEFAULTS);
        Bundle bundle = new Bundle(
                form.list("parties", Party.TYPE::fresh),
                form.list("sources", Source.TYPE::fresh),
                form.list("agreements", Agreement.TYPE::fresh));
        form.end();
        return bundle;
    }

    /** The records that a body brings, which may be referred to before they are written. */
    static Set<Target> arriving(ObjectNode body) {
        return Set.of(RecordKind.PARTY, RecordKind.SOURCE, RecordKind.AGREEMENT).stream()
                .flatMap(kind -> StreamSupport.stream(
                                body.path(collection(kind)).spliterator(), false)
                        .filter(record -> record.path("slug").isTextual())
                        .map(record ->
                                new Target(kind.code(), record.get("slug").textValue())))
                .collect(Collectors.toSet());
    }

    private static String collection(RecordKind kind) {
        return kind.path().substring(kind.path().lastIndexOf('/') + 1);
    }

    /** Writes the defaults into every citation that leaves them out. */
    static void applyDefaults(ObjectNode body) {
        if (body.get(DEFAULTS) instanceof ObjectNode defaults) {
            apply(body, defaults);
        }
    }

    private static void apply(JsonNode node, ObjectNode defaults) {
        if (node.path("citations") instanceof ArrayNode citations) {
            for (JsonNode citation : citations) {
                if (citation instanceof ObjectNode object) {
                    defaults.properties().stream()
                            .filter(member -> !object.has(member.getKey()))
                            .toList()
                            .forEach(member -> object.set(member.getKey(), member.getValue()));
                }
            }
        }
        node.forEach(child -> apply(child, defaults));
    }
}
