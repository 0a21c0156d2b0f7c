package org.dealtracker.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The OpenAPI document of a running register as what it promises: an answer that is not in it fails. Statuses, formats,
 * headers and bodies (JSON Schema 2020-12) are held against the operation that was called; so are the queries and
 * bodies that were accepted.
 */
public final class Contract {
    /** Whatever the exchange itself is made of, on any service. */
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "date",
            "vary",
            "access-control-allow-origin",
            "access-control-allow-credentials",
            "access-control-expose-headers");

    private static final String DOCUMENT = "https://openapi.test/document";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Contract> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final List<Path> paths = new ArrayList<>();
    private final Schema whole;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private record Path(Pattern pattern, int parameters, String pointer, JsonNode operations) {}

    /** What was asked and what was answered. */
    public record Exchange(
            String method,
            URI address,
            String sent,
            String sentAs,
            int status,
            Map<String, String> headers,
            byte[] body) {}

    private Contract(String json) throws IOException {
        document = JSON.readTree(json);
        whole = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, json)))
                .getSchema(SchemaLocation.of(DOCUMENT));
        document.path("paths").properties().forEach(entry -> {
            String template = entry.getKey();
            String regex = Pattern.compile("\\{[^}]*}").matcher(template).replaceAll("[^/]+") + "/?";
            int parameters = template.length() - template.replace("{", "").length();
            String pointer = "/paths/" + template.replace("~", "~0").replace("/", "~1");
            paths.add(new Path(Pattern.compile(regex), parameters, pointer, entry.getValue()));
        });
        paths.sort(java.util.Comparator.comparing(Path::parameters));
    }

    /** The contract of the register at this address. */
    public static Contract of(String base) {
        return KNOWN.computeIfAbsent(base, Contract::read);
    }

    private static Contract read(String base) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/openapi?format=json"))
                    .build();
            return new Contract(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** Fails unless the answer is one that the document promises. */
    public void check(Exchange exchange) {
        String path = exchange.address().getRawPath();
        if (!path.matches("/(api|docs)(/.*)?") || path.startsWith("/api/docs")) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        Path found = paths.stream()
                .filter(each -> each.pattern().matcher(path).matches())
                .findFirst()
                .orElse(null);
        String method =
                exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
        if (found == null || !found.operations().has(method)) {
            undocumented(exchange, found != null, wrong);
        } else {
            String pointer = found.pointer() + "/" + method;
            response(exchange, pointer, wrong);
            if (exchange.status() < 300) {
                request(exchange, pointer, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError("The OpenAPI document does not promise this answer to " + exchange.method() + " "
                    + exchange.address() + " (" + exchange.status() + "):\n  " + String.join("\n  ", wrong) + "\n"
                    + new String(exchange.body(), StandardCharsets.UTF_8));
        }
    }

    /** What no operation is documented for may be refused, or be told what there is. */
    private void undocumented(Exchange exchange, boolean path, List<String> wrong) {
        boolean options = exchange.method().equals("OPTIONS") && exchange.status() < 300;
        if (options) {
            if (!exchange.headers().containsKey("allow")) {
                wrong.add("OPTIONS without Allow");
            }
        } else if (exchange.status() < 400) {
            wrong.add(path ? "this method is not documented" : "this path is not documented");
        } else if (!exchange.method().equals("HEAD")) {
            body(exchange, "/components/responses/NotFound", wrong);
        }
    }

    private void response(Exchange exchange, String operation, List<String> wrong) {
        String pointer = resolved(operation + "/responses/" + exchange.status());
        JsonNode response = document.at(pointer);
        if (response.isMissingNode()) {
            wrong.add("status " + exchange.status() + " is not documented for " + operation);
            return;
        }
        headers(exchange, pointer, wrong);
        if (!exchange.method().equals("HEAD")) {
            body(exchange, pointer, wrong);
        }
    }

    private void headers(Exchange exchange, String response, List<String> wrong) {
        Map<String, String> documented = new HashMap<>();
        document.at(response + "/headers")
                .fieldNames()
                .forEachRemaining(
                        name -> documented.put(name.toLowerCase(Locale.ROOT), resolved(response + "/headers/" + name)));
        exchange.headers().forEach((name, value) -> {
            if (documented.containsKey(name)) {
                value(value, documented.get(name) + "/schema", "header " + name, wrong);
            } else if (!OF_THE_TRANSPORT.contains(name)) {
                wrong.add("header " + name + ": " + value + " is not documented");
            }
        });
        documented.forEach((name, pointer) -> {
            if (document.at(pointer).path("required").asBoolean()
                    && !exchange.headers().containsKey(name)) {
                wrong.add("header " + name + " is missing");
            }
        });
    }

    private void body(Exchange exchange, String response, List<String> wrong) {
        JsonNode content = document.at(response + "/content");
        if (content.isMissingNode()) {
            if (exchange.body().length > 0) {
                wrong.add("a body is not documented");
            }
            return;
        }
        String type = base(exchange.headers().get("content-type"));
        if (!content.has(type)) {
            wrong.add("the format " + type + " is not documented");
        } else if (type.endsWith("json") && !isThinned(exchange)) {
            String pointer = response + "/content/" + type.replace("/", "~1") + "/schema";
            validate(new String(exchange.body(), StandardCharsets.UTF_8), pointer, "body", wrong);
        }
    }

    /** With {@code fields} a client has asked for less than the schema requires. */
    private static boolean isThinned(Exchange exchange) {
        String query = exchange.address().getRawQuery();
        return exchange.status() == 200 && query != null && query.contains("fields=");
    }

    /** What was accepted must be what the document says may be sent. */
    private void request(Exchange exchange, String operation, List<String> wrong) {
        String query = exchange.address().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String parameter = parameter(operation, URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
            if (parameter == null) {
                wrong.add("the parameter " + parts[0] + " was accepted and is not documented");
            } else {
                String schema = parameter + "/schema";
                boolean many = document.at(schema).path("type").asText().equals("array");
                String value = URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8);
                value(value, many ? schema + "/items" : schema, "parameter " + parts[0], wrong);
            }
        }
        if (exchange.sent() != null && !exchange.sent().isEmpty()) {
            String type = base(exchange.sentAs());
            String pointer = operation + "/requestBody/content/" + type.replace("/", "~1") + "/schema";
            if (document.at(pointer).isMissingNode()) {
                wrong.add("a body of " + type + " was accepted and is not documented");
            } else {
                validate(exchange.sent(), pointer, "accepted body", wrong);
            }
        }
    }

    private String parameter(String operation, String name) {
        for (int i = 0; i < document.at(operation + "/parameters").size(); i++) {
            String pointer = resolved(operation + "/parameters/" + i);
            JsonNode parameter = document.at(pointer);
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name)) {
                return pointer;
            }
        }
        return null;
    }

    /** A text from a header or query, as the type that its schema names. */
    private void value(String value, String schema, String what, List<String> wrong) {
        JsonNode described = document.at(resolved(schema));
        boolean number = described.path("type").asText().matches("integer|number") && value.matches("[0-9]{1,18}");
        validate(number ? value : JSON.valueToTree(value).toString(), schema, what, wrong);
    }

    private void validate(String json, String pointer, String what, List<String> wrong) {
        Schema schema = schemas.computeIfAbsent(pointer, this::schema);
        List<Error> errors = schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            wrong.add(
                    what + ": " + errors.stream().limit(8).map(Error::toString).collect(Collectors.joining("\n    ")));
        }
    }

    /** A part of the whole document's schema: asked for by its address each part would bring a document of its own. */
    private Schema schema(String pointer) {
        return whole.getSubSchema(SchemaLocation.of(DOCUMENT + "#" + pointer).getFragment());
    }

    /** Where a pointer leads, references followed. */
    private String resolved(String pointer) {
        String ref = document.at(pointer).path("$ref").asText(null);
        return ref == null ? pointer : resolved(ref.substring(1));
    }

    private static String base(String type) {
        return type == null ? "none" : type.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
    }
}
