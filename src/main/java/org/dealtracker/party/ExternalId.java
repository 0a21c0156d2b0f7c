package org.dealtracker.party;

import org.dealtracker.http.Form;

/** How another register calls the same thing, for example scheme {@code wikidata}, {@code lei}, {@code sipri}. */
public record ExternalId(String scheme, String value) {
    public static ExternalId read(Form form) {
        ExternalId id = new ExternalId(form.text("scheme", Form.NAME), form.text("value", Form.NAME));
        form.require("scheme", "value");
        form.end();
        return id;
    }
}
