package org.dealtracker.agreement;

import org.dealtracker.http.Form;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.Quantity;

/**
 * How many of a line had been handed over by the day that the claim speaks of ({@code asAt}).
 *
 * @param quantity cumulative, of the line
 */
public record Delivery(Quantity quantity) implements Saying {
    static Delivery read(Form form, Ids ids) {
        form.require("quantity", "line");
        return new Delivery(Values.count(form, "quantity"));
    }
}
