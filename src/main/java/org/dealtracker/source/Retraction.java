package org.dealtracker.source;

import org.dealtracker.http.Form;
import org.dealtracker.uncertain.FuzzyDate;

/** That a publication was withdrawn by whoever made it. */
public record Retraction(FuzzyDate date, String reason, String url) {
    static Retraction read(Form form) {
        Retraction retraction =
                new Retraction(Values.date(form, "date"), form.text("reason", Form.TEXT), Urls.read(form, "url"));
        form.require("reason");
        form.end();
        return retraction;
    }
}
