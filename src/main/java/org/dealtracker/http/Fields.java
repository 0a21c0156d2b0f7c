package org.dealtracker.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The members that a client wants of each record: {@code slug,headline.stage}. In an array they are those of each item. */
public final class Fields {
    /** What is wanted below each member; nothing below it stands for all of it. */
    private final Map<String, Fields> wanted = new LinkedHashMap<>();

    private Fields() {}

    /**
     * Reads the parameter.
     *
     * @param known the members that a record can have; what stands below them is not checked
     * @return null when the parameter is absent or wrong, which is noted
     */
    public static Fields read(String text, Set<String> known, Findings findings) {
        if (text == null) {
            return null;
        }
        Fields fields = new Fields();
        for (String path : text.split(",", -1)) {
            String[] names = path.split("\\.", -1);
            if (!known.contains(names[0])) {
                findings.malformed(
                        "fields",
                        "'fields' names no member '" + Texts.shown(names[0]) + "'; known are "
                                + String.join(", ", new TreeSet<>(known)) + ".");
                return null;
            }
            fields.add(names, 0);
        }
        return fields;
    }

    private void add(String[] names, int at) {
        Fields below = wanted.get(names[at]);
        boolean wholeAlready = below != null && below.wanted.isEmpty();
        if (at == names.length - 1) {
            wanted.put(names[at], new Fields());
        } else if (!wholeAlready) {
            wanted.computeIfAbsent(names[at], name -> new Fields()).add(names, at + 1);
        }
    }

    /** The document with nothing but what is wanted, in the document's order. */
    public JsonNode of(JsonNode document) {
        if (wanted.isEmpty()) {
            return document;
        }
        if (document instanceof ArrayNode array) {
            ArrayNode thinned = array.arrayNode();
            array.forEach(item -> thinned.add(of(item)));
            return thinned;
        }
        if (!(document instanceof ObjectNode)) {
            return document;
        }
        ObjectNode thinned = Json.object();
        document.properties().forEach(member -> {
            Fields below = wanted.get(member.getKey());
            if (below != null) {
                thinned.set(member.getKey(), below.of(member.getValue()));
            }
        });
        return thinned;
    }
}
