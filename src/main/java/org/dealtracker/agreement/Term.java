package org.dealtracker.agreement;

import org.dealtracker.http.Form;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/** A condition or duration inside the deal. */
public record Term(TermType type, String text, FuzzyDate period) implements Saying {
    static Term read(Form form, Ids ids) {
        form.require("type", "text");
        return new Term(form.code("type", TermType.class), form.text("text", Form.TEXT), Values.date(form, "period"));
    }
}
