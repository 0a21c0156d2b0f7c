package org.dealtracker.agreement;

import java.util.List;
import java.util.UUID;
import org.dealtracker.http.Form;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.Money;

/**
 * What the deal or a part of it is worth.
 *
 * @param covers the lines that the sum is for
 * @param partOf the line whose sum includes this one
 * @param equivalentOf another value claim that names the same sum in another currency
 */
public record Value(Money money, Basis basis, List<String> covers, String partOf, UUID equivalentOf) implements Saying {
    static Value read(Form form, Ids ids) {
        form.require("money", "basis");
        return new Value(
                Values.money(form, "money"),
                form.code("basis", Basis.class),
                Lines.readAll(form, "covers"),
                Lines.read(form, "partOf"),
                ids.claim(form, "equivalentOf", ClaimKind.VALUES));
    }

    @Override
    public String defaultLine(UUID id) {
        return basis == null ? id.toString() : basis.code();
    }
}
