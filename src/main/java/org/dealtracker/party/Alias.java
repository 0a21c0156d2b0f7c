package org.dealtracker.party;

import org.dealtracker.http.Form;
import org.dealtracker.source.Languages;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * Another name of a party.
 *
 * @param language BCP 47
 * @param from since when it goes by this name
 * @param to until when
 */
public record Alias(String name, String language, FuzzyDate from, FuzzyDate to) {
    static Alias read(Form form) {
        Alias alias = new Alias(
                form.text("name", Form.NAME),
                Languages.read(form, "language"),
                Values.date(form, "from"),
                Values.date(form, "to"));
        form.require("name");
        Values.ordered(form, alias.from, alias.to, "to");
        form.end();
        return alias;
    }
}
