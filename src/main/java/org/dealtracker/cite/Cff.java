package org.dealtracker.cite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.dealtracker.http.Json;

/** Writes the Citation File Format 1.2.0, which GitHub, Zenodo and Zotero read beside data and programs. */
final class Cff {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private Cff() {}

    static String write(FileCitation file) {
        ObjectNode cff = Json.object().put("cff-version", "1.2.0");
        cff.put("message", "Cite these data as below: they say what the register held at one moment.");
        cff.put("type", "dataset");
        cff.put("title", file.fullTitle());
        cff.put("abstract", file.origin());
        cff.putArray("authors").addObject().put("name", Plain.line(file.publisher()));
        cff.put("version", Long.toString(file.n()));
        if (file.day() != null) {
            cff.put("date-released", file.day());
        }
        licence(cff, file.licence());
        ArrayNode identifiers = Json.object().putArray("identifiers");
        // The schema knows no addresses but whole ones.
        if (file.address().matches("https?://.+")) {
            cff.put("url", file.address());
            identifiers
                    .addObject()
                    .put("type", "url")
                    .put("value", file.address())
                    .put("description", "Where the same bytes can always be had");
        }
        identifiers
                .addObject()
                .put("type", "other")
                .put("value", "urn:uuid:" + file.logId() + "#" + file.n())
                .put("description", "The log, and its entry as of which the data were taken");
        cff.set("identifiers", identifiers);
        try {
            return YAML.writeValueAsString(cff);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema takes identifiers of the list only. */
    private static void licence(ObjectNode cff, SpdxLicence licence) {
        if (licence.isListed()) {
            cff.put("license", licence.id());
        }
    }
}
