package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dealtracker.http.Json;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Completes what the annotations and the files say. It works on the document as JSON, in which a rule about every
 * reference or every schema is a walk over a tree, and runs at build: what is served was made then.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    /** In {@code META-INF/openapi}; the framework would read them too, but drops what it does not understand. */
    private static final List<String> FILES = List.of(
            "api",
            "values",
            "log",
            "records",
            "agreement",
            "context",
            "evidence",
            "stats",
            "cite",
            "export",
            "search",
            "vocabulary",
            "snapshot");

    private static final YAMLMapper YAML = new YAMLMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ObjectNode document = Json.stored(json(api).getBytes(StandardCharsets.UTF_8));
        FILES.forEach(file -> merge(document, read(file)));
        complete(document);
        OpenAPI whole = model(Json.bytes(document));
        api.setInfo(whole.getInfo());
        api.setServers(whole.getServers());
        api.setTags(whole.getTags());
        api.setPaths(whole.getPaths());
        api.setComponents(whole.getComponents());
    }

    private static JsonNode read(String file) {
        String resource = "/META-INF/openapi/" + file + ".yaml";
        try (InputStream in = ApiDocument.class.getResourceAsStream(resource)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** Adds the components of a file, and what it says of the whole. */
    private static void merge(ObjectNode document, JsonNode file) {
        for (String member : List.of("info", "servers", "tags")) {
            if (file.has(member)) {
                document.set(member, file.get(member));
            }
        }
        file.path("components")
                .properties()
                .forEach(section ->
                        document.withObject("/components/" + section.getKey()).setAll((ObjectNode) section.getValue()));
    }

    static void complete(ObjectNode document) {
        Paths.expand(document);
        Operations.complete(document);
        Schemas.complete(document);
        Codes.fill(document);
        Limits.fill(document);
        Examples.show(document);
        Tree.dropUnused(document);
    }

    private static String json(OpenAPI api) {
        return builder().withInitialModel(api).build().toJSON();
    }

    private static OpenAPI model(byte[] json) {
        return builder()
                .withCustomStaticFile(() -> new ByteArrayInputStream(json))
                .build()
                .model();
    }

    private static SmallRyeOpenAPI.Builder builder() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false);
    }
}
