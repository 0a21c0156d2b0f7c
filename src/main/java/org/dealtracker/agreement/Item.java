package org.dealtracker.agreement;

import org.dealtracker.http.Form;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/**
 * Hardware that the deal covers.
 *
 * @param designation as the source names it
 * @param count how many are to be handed over in all
 * @param localProduction whether the recipient makes some of it
 * @param deliveryPeriod when it is to be handed over
 * @param partOf the line whose count includes this one
 */
public record Item(
        String designation,
        String description,
        Category category,
        Quantity count,
        Condition condition,
        Boolean localProduction,
        FuzzyDate deliveryPeriod,
        String partOf)
        implements Saying {
    static Item read(Form form, Ids ids) {
        form.require("designation");
        return new Item(
                form.text("designation", Form.NAME),
                form.text("description", Form.TEXT),
                form.code("category", Category.class, Category.UNSPECIFIED),
                Values.count(form, "count"),
                form.code("condition", Condition.class, Condition.UNKNOWN),
                form.flag("localProduction"),
                Values.date(form, "deliveryPeriod"),
                Lines.read(form, "partOf"));
    }
}
