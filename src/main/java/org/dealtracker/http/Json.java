package org.dealtracker.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The one way in which the service reads and writes JSON. Reading is strict and bounded, because bodies come from
 * anyone; writing is the same on every machine, because what is written is hashed and served for ever.
 */
public final class Json {
    /** Deeper than any record is; a hostile body is refused before it costs a stack. */
    private static final int MAX_NESTING = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(60)
                    .maxNameLength(200)
                    .maxStringLength(200_000)
                    // An empty object is two characters here and eighty bytes once it is read.
                    .maxTokenCount(2_000_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** What we wrote has no member twice. Only of a factory can the search for them be ended: of a reader it goes on. */
    private static final ObjectReader PARTS = MAPPER.reader()
            .with(JsonFactory.builder()
                    .streamReadConstraints(FACTORY.streamReadConstraints())
                    .build())
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final ObjectReader MEMBERS = PARTS.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /**
     * Reads a request's body, which must be one JSON object.
     *
     * @throws Problem 400 when it is no JSON, has a member twice, is nested too deep, or is no object
     */
    public static ObjectNode body(byte[] body) {
        if (body == null || body.length == 0) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "The body is empty; a JSON object is expected.");
        }
        JsonNode node;
        String text = Texts.utf8(body);
        if (text == null) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "The body is not UTF-8 text.");
        }
        // A parser's own location info would copy pieces of the body into our logs; we give line and column only.
        try (JsonParser parser = MAPPER.createParser(text)) {
            node = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new Problem(ProblemType.MALFORMED_REQUEST, "Something follows the JSON object.");
            }
        } catch (JsonProcessingException e) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "The body is not acceptable JSON" + where(e) + why(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(ProblemType.MALFORMED_REQUEST, "The body must be a JSON object.");
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    private static String why(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message == null) {
            return ".";
        }
        String line = message.lines().findFirst().orElse("");
        return ": " + (line.length() > 200 ? line.substring(0, 200) + "…" : line);
    }

    /** Reads what the service itself has written. */
    public static ObjectNode stored(byte[] document) {
        try {
            return (ObjectNode) PARTS.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored document cannot be read", e);
        }
    }

    /** Reads what the service itself has written, but for some members of the whole, which are passed over. */
    public static ObjectNode stored(byte[] document, Set<String> without) {
        try (JsonParser parser = MEMBERS.createParser(document)) {
            ObjectNode read = object();
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                if (without.contains(name)) {
                    parser.skipChildren();
                } else {
                    read.set(name, MEMBERS.readTree(parser));
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("A stored document cannot be read", e);
        }
    }

    /** Reads of what the service itself has written the members that a type has; all else is skipped, unread. */
    public static <T> T stored(byte[] document, Class<T> part) {
        try {
            return PARTS.forType(part).readValue(document);
        } catch (IOException e) {
            throw new UncheckedIOException("A stored document cannot be read", e);
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people who open the file: indented, with line feeds on every machine. */
    public static byte[] indented(JsonNode value) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes value after value with nothing between them; what is written to is closed with it. */
    public static JsonGenerator generator(OutputStream to) throws IOException {
        return MAPPER.createGenerator(to).setRootValueSeparator(null);
    }

    public static <T extends JsonNode> T tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value as it reads after being written and read again, and so comparable with what was stored. */
    public static JsonNode asStored(Object value) {
        try {
            return MAPPER.readTree(bytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
