package org.dealtracker.restriction;

import java.util.List;
import org.dealtracker.http.Form;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * A later act that changed a restriction.
 *
 * @param reference of the act
 * @param scope what it is about; empty for all that the restriction is about
 * @param text on which conditions, in the register's own words
 */
public record Amendment(
        String reference,
        Effect effect,
        List<Scope> scope,
        FuzzyDate from,
        FuzzyDate to,
        String text,
        List<Citation> citations) {
    static Amendment read(Form form) {
        Amendment amendment = new Amendment(
                form.text("reference", Form.NAME),
                form.code("effect", Effect.class),
                form.codes("scope", Scope.class),
                Values.date(form, "from"),
                Values.date(form, "to"),
                form.text("text", Form.TEXT),
                Citation.required(form));
        form.require("effect");
        if (!form.has("reference") && !form.has("text")) {
            form.unacceptable("reference", "An amendment has a reference or a text.");
        }
        Values.ordered(form, amendment.from, amendment.to, "to");
        form.end();
        return amendment;
    }
}
