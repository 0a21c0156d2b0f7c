package org.dealtracker.engagement;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.dealtracker.http.Form;
import org.dealtracker.http.WrongType;
import org.dealtracker.source.Values;

/**
 * Where something was.
 *
 * @param text as reported
 * @param country ISO 3166-1 alpha-2
 * @param lat degrees north (WGS 84)
 * @param lon degrees east
 */
public record Place(String text, String country, BigDecimal lat, BigDecimal lon) {
    static Place read(Form form) {
        Place place = new Place(
                form.text("text", Form.NAME),
                Values.country(form, "country"),
                form.value("lat", node -> degrees(node, 90)),
                form.value("lon", node -> degrees(node, 180)));
        if (form.has("lat") != form.has("lon")) {
            form.unacceptable(
                    form.has("lat") ? "lon" : "lat", "A latitude and a longitude only mean something together.");
        }
        if (!form.has("text") && !form.has("country") && !form.has("lat")) {
            form.unacceptable("text", "A place has a text, a country or coordinates.");
        }
        form.end();
        return place;
    }

    private static BigDecimal degrees(JsonNode node, int most) {
        if (!node.isNumber()) {
            throw new WrongType("must be a number of degrees.");
        }
        BigDecimal degrees = node.decimalValue();
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0 || degrees.scale() > 12) {
            throw new IllegalArgumentException("must lie between -" + most + " and " + most + ", to twelve places.");
        }
        return degrees;
    }
}
