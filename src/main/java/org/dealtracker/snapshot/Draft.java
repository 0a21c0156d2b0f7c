package org.dealtracker.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.dealtracker.http.Form;
import org.dealtracker.http.WrongType;

/**
 * What somebody wants to publish.
 *
 * @param asOfSeq null for the log's last entry
 */
record Draft(String name, String title, String notes, Long asOfSeq) {
    /** It stands in addresses and in names of files as it is. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** A text, if a release can have this name. */
    static Optional<String> asName(String text) {
        return Optional.of(text).filter(each -> each.matches(NAME));
    }

    /** @param head the log's last entry */
    static Draft read(Form form, long head) {
        Draft draft = new Draft(
                form.text("name", Form.NAME),
                form.text("title", Form.NAME),
                form.text("notes", Form.TEXT),
                form.value("asOfSeq", node -> number(node, head)));
        form.require("name");
        if (draft.name != null && asName(draft.name).isEmpty()) {
            form.unacceptable(
                    "name",
                    "'name' must be 1 to 64 letters from A to Z, digits, dots, hyphens and underscores, and begin with a"
                            + " letter or a digit, such as 2026-Q4.");
        }
        form.end();
        return draft;
    }

    private static long number(JsonNode node, long head) {
        if (!node.isNumber()) {
            throw new WrongType("it must be a number of the log.");
        }
        boolean whole = node.canConvertToExactIntegral() && node.canConvertToLong();
        if (!whole || node.longValue() < 0 || node.longValue() > head) {
            throw new IllegalArgumentException("it must be a number of the log, from 0 to " + head + ".");
        }
        return node.longValue();
    }
}
