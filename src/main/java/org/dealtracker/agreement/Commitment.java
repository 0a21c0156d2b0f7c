package org.dealtracker.agreement;

import org.dealtracker.http.Form;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What is promised beside hardware.
 *
 * @param due when it is to be done
 * @param lastReviewed when the register's editors last looked for its fulfilment
 * @param reviewBy when they shall look again
 */
public record Commitment(
        CommitmentType type,
        String description,
        Fulfilment fulfilment,
        FuzzyDate due,
        FuzzyDate lastReviewed,
        FuzzyDate reviewBy)
        implements Saying {
    static Commitment read(Form form, Ids ids) {
        form.require("type");
        return new Commitment(
                form.code("type", CommitmentType.class),
                form.text("description", Form.TEXT),
                form.code("fulfilment", Fulfilment.class, Fulfilment.UNKNOWN),
                Values.date(form, "due"),
                Values.date(form, "lastReviewed"),
                Values.date(form, "reviewBy"));
    }
}
