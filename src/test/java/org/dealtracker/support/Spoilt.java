package org.dealtracker.support;

import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One way to spoil a body that was good.
 *
 * @param pointer the member that is set, or removed if there is no value
 * @param value JSON; {@code 'x*501'} is 501 times x
 * @param status what the register must answer
 * @param named the pointers that it must name, and no others
 */
public record Spoilt(String pointer, String value, int status, String[] named) {

    /** Reads lines of {@code pointer | value | status | pointers named}; the last is left out where it is the first. */
    public static Stream<Spoilt> table(String lines) {
        return lines.lines().map(line -> {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            String[] named = cells.length > 3 ? cells[3].split(" ") : new String[] {cells[0]};
            return new Spoilt(cells[0], written(cells[1]), Integer.parseInt(cells[2]), named);
        });
    }

    private static String written(String value) {
        return value.matches("'[x9]\\*\\d+'")
                ? "'" + value.substring(1, 2).repeat(Integer.parseInt(value.substring(3, value.length() - 1))) + "'"
                : value;
    }

    public ObjectNode spoil(JsonNode body) {
        return value.isEmpty() ? Bodies.without(body, pointer) : Bodies.with(body, pointer, value);
    }

    /** The same for a member of the whole, when that member stands alone. */
    public Spoilt within(String prefix) {
        String[] inner = Arrays.stream(named)
                .filter(each -> each.startsWith(prefix + "/"))
                .map(each -> each.substring(prefix.length()))
                .toArray(String[]::new);
        return new Spoilt(pointer.substring(prefix.length()), value, status, inner);
    }

    public void assertRefused(Answer answer) {
        assertProblem(answer, status, status == 400 ? "malformed-request" : "unacceptable-content", named);
    }

    @Override
    public String toString() {
        return pointer + " " + (value.length() > 60 ? value.substring(0, 60) : value);
    }
}
