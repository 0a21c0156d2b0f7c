package org.dealtracker.engagement;

import java.util.List;
import org.dealtracker.agreement.Rank;
import org.dealtracker.http.Form;
import org.dealtracker.source.Citation;
import org.dealtracker.uncertain.DoubtException;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What a source has otherwise than the engagement itself: another place, another day.
 *
 * @param value in words; of a date in EDTF
 */
public record Variant(VariantField field, String value, Rank rank, List<Citation> citations) {
    static Variant read(Form form) {
        Variant variant = new Variant(
                form.code("field", VariantField.class),
                form.text("value", Form.TEXT),
                form.code("rank", Rank.class, Rank.NORMAL),
                Citation.required(form));
        form.require("field", "value");
        if (variant.field == VariantField.WHEN && variant.value != null) {
            try {
                FuzzyDate.parse(variant.value);
            } catch (DoubtException e) {
                form.unacceptable("value", "'value': " + e.getMessage());
            }
        }
        form.end();
        return variant;
    }
}
