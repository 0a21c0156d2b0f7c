package org.dealtracker.source;

import org.dealtracker.http.Form;

/**
 * Whom the source itself names for what it says.
 *
 * @param count how many persons or documents
 * @param documentSeen whether the source says that it saw the document
 */
public record Attribution(AttributionKind kind, Integer count, String description, Boolean documentSeen) {
    static Attribution read(Form form) {
        Attribution attribution = new Attribution(
                form.code("kind", AttributionKind.class),
                form.number("count", 1),
                form.text("description", Form.TEXT),
                form.flag("documentSeen"));
        form.require("kind");
        form.end();
        return attribution;
    }
}
