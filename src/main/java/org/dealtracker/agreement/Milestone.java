package org.dealtracker.agreement;

import java.util.UUID;
import org.dealtracker.http.Form;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/** When something happened to the deal. */
public record Milestone(DateEvent event, FuzzyDate when) implements Saying {
    static Milestone read(Form form, Ids ids) {
        form.require("event", "when");
        return new Milestone(form.code("event", DateEvent.class), Values.date(form, "when"));
    }

    @Override
    public String defaultLine(UUID id) {
        return event == null ? id.toString() : event.code();
    }
}
