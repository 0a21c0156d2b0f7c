package org.dealtracker.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One JSON object of a request, read member by member. What is wrong is noted in {@link Findings} under the member's
 * pointer and reading goes on, so that a wrong type in one member does not hide the others; a member that cannot be
 * read is answered as null. Members that nobody asked for are unknown: {@link #end} says so.
 */
public final class Form {
    public static final int NAME = 500;
    public static final int TEXT = 10_000;

    private final ObjectNode node;
    private final String pointer;
    private final Findings findings;
    private final Lookup lookup;
    private final Set<String> asked = new HashSet<>();

    public Form(ObjectNode node, Findings findings, Lookup lookup) {
        this(node, "", findings, lookup);
    }

    private Form(ObjectNode node, String pointer, Findings findings, Lookup lookup) {
        this.node = node;
        this.pointer = pointer;
        this.findings = findings;
        this.lookup = lookup;
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    public String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public String pointer() {
        return pointer;
    }

    public void malformed(String name, String detail) {
        findings.malformed(pointer(name), detail);
    }

    public void unacceptable(String name, String detail) {
        findings.unacceptable(pointer(name), detail);
    }

    /** The same for a place that this form does not read itself. */
    public void unacceptableAt(String where, String detail) {
        findings.unacceptable(where, detail);
    }

    /** Notes a conflict with what is held. */
    public void conflict(Problem problem) {
        findings.conflict(problem);
    }

    /** Notes that a required member is missing, unless it is there (and perhaps wrong in itself). */
    public void require(String... names) {
        for (String name : names) {
            if (!has(name)) {
                unacceptable(name, "'" + name + "' is required.");
            }
        }
    }

    private JsonNode value(String name) {
        asked.add(name);
        return has(name) ? node.get(name) : null;
    }

    /** The member as it stands, or null. */
    public JsonNode raw(String name) {
        return value(name);
    }

    /** A text of at most {@code longest} characters; blank text is refused, since nothing is said by leaving it out. */
    public String text(String name, int longest) {
        JsonNode value = value(name);
        return value == null ? null : text(pointer(name), name, value, longest);
    }

    private String text(String at, String name, JsonNode value, int longest) {
        if (!value.isTextual()) {
            findings.malformed(at, "'" + name + "' must be text.");
            return null;
        }
        String wrong = Texts.wrong(value.textValue(), longest);
        if (wrong != null) {
            findings.unacceptable(at, "'" + name + "' " + wrong);
            return null;
        }
        return value.textValue();
    }

    public Boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null || value.isBoolean()) {
            return value == null ? null : value.booleanValue();
        }
        malformed(name, "'" + name + "' must be true or false.");
        return null;
    }

    /** A whole number from {@code least} on. */
    public Integer number(String name, int least) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            malformed(name, "'" + name + "' must be a number.");
            return null;
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < least) {
            unacceptable(
                    name, "'" + name + "' must be a whole number from " + least + " to " + Integer.MAX_VALUE + ".");
            return null;
        }
        return value.intValue();
    }

    /** A code of a closed vocabulary. */
    public <E extends Enum<E> & Code> E code(String name, Class<E> vocabulary) {
        return code(name, EnumSet.allOf(vocabulary), null);
    }

    public <E extends Enum<E> & Code> E code(String name, Class<E> vocabulary, E otherwise) {
        return code(name, EnumSet.allOf(vocabulary), otherwise);
    }

    /** A code of a part of a vocabulary. */
    public <E extends Enum<E> & Code> E code(String name, Set<E> part, E otherwise) {
        JsonNode value = value(name);
        E code = value == null ? null : code(pointer(name), name, value, part);
        return code == null ? otherwise : code;
    }

    private <E extends Enum<E> & Code> E code(String at, String name, JsonNode value, Set<E> part) {
        if (!value.isTextual()) {
            findings.malformed(at, "'" + name + "' must be text: one of " + Code.all(part) + ".");
            return null;
        }
        E code = Code.of(part, value.textValue());
        if (code == null) {
            String wrong = "'" + Texts.shown(value.textValue()) + "' is not a code of '" + name + "'; allowed are ";
            findings.unacceptable(at, wrong + Code.all(part) + ".");
        }
        return code;
    }

    /**
     * A value that its own type reads: from its short text, or from its object form.
     *
     * @param read gets the member's node and throws {@link IllegalArgumentException} with a sentence for the client
     */
    public <T> T value(String name, Function<JsonNode, T> read) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        try {
            return read.apply(value);
        } catch (WrongType e) {
            malformed(name, "'" + name + "': " + e.getMessage());
        } catch (IllegalArgumentException e) {
            unacceptable(name, "'" + name + "': " + e.getMessage());
        }
        return null;
    }

    /** A reference to another record by id or slug; answers the slug. */
    public String reference(String name, String kind) {
        JsonNode value = value(name);
        return value == null ? null : reference(pointer(name), name, value, kind);
    }

    private String reference(String at, String name, JsonNode value, String kind) {
        String text = text(at, name, value, NAME);
        if (text == null) {
            return null;
        }
        String slug = lookup.slug(kind, text);
        if (slug == null) {
            findings.unacceptable(at, lookup.missing(kind, text));
        }
        return slug;
    }

    /** Another object inside this one, or null. */
    public <T> T object(String name, Function<Form, T> read) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return read.apply(new Form(object, pointer(name), findings, lookup));
        }
        malformed(name, "'" + name + "' must be an object.");
        return null;
    }

    /** An array of objects; an absent or null one is empty. */
    public <T> List<T> list(String name, Function<Form, T> read) {
        return each(name, (at, item) -> {
            if (item instanceof ObjectNode object) {
                return read.apply(new Form(object, at, findings, lookup));
            }
            findings.malformed(at, "Each of '" + name + "' must be an object.");
            return null;
        });
    }

    public List<String> texts(String name, int longest) {
        return distinct(name, (at, item) -> text(at, name, item, longest));
    }

    public List<String> references(String name, String kind) {
        return references(name, kind, text -> false);
    }

    /** References, or texts that stand for something else. */
    public List<String> references(String name, String kind, Predicate<String> other) {
        return distinct(
                name, (at, item) -> other.test(item.textValue()) ? item.textValue() : reference(at, name, item, kind));
    }

    public <E extends Enum<E> & Code> List<E> codes(String name, Class<E> vocabulary) {
        return distinct(name, (at, item) -> code(at, name, item, EnumSet.allOf(vocabulary)));
    }

    private <T> List<T> distinct(String name, BiFunction<String, JsonNode, T> read) {
        Set<T> seen = new HashSet<>();
        return each(name, (at, item) -> {
            T value = read.apply(at, item);
            if (value != null && !seen.add(value)) {
                findings.unacceptable(at, "'" + name + "' holds this twice.");
                return null;
            }
            return value;
        });
    }

    private <T> List<T> each(String name, BiFunction<String, JsonNode, T> read) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ArrayNode array)) {
            malformed(name, "'" + name + "' must be an array.");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            T item = read.apply(pointer(name) + "/" + i, array.get(i));
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    /** The members that were asked for. */
    public Set<String> known() {
        return Set.copyOf(asked);
    }

    /** Says that this form is read: any member that was neither asked for nor owned by the server is unknown. */
    public void end(Set<String> serverOwned) {
        String known = String.join(", ", new TreeSet<>(asked));
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name) && !serverOwned.contains(name)) {
                String shown = Texts.shown(name);
                malformed(shown, "'" + shown + "' is not a member here; known are " + known + ".");
            }
        });
    }

    public void end() {
        end(Set.of());
    }
}
