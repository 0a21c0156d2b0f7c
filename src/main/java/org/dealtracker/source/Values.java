package org.dealtracker.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dealtracker.http.Form;
import org.dealtracker.http.Texts;
import org.dealtracker.http.WrongType;
import org.dealtracker.uncertain.Amount;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Money;
import org.dealtracker.uncertain.Quantity;

/** Reads values that carry doubt from a request, in their short text or in the object form that answers have. */
public final class Values {
    private static final Set<String> QUANTITY =
            Set.of("lower", "upper", "strict", "approximate", "uncertain", "unknown", "text");
    private static final Set<String> DATE = Set.of("edtf", "earliest", "latest", "kind", "approximate", "uncertain");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Values() {}

    /** A country by its ISO 3166-1 alpha-2 code. */
    public static String country(Form form, String name) {
        String country = form.text(name, Form.NAME);
        if (country != null && !COUNTRIES.contains(country)) {
            form.unacceptable(name, "'" + name + "' must be an ISO 3166-1 code of two capital letters, such as PK.");
            return null;
        }
        return country;
    }

    public static FuzzyDate date(Form form, String name) {
        return form.value(name, Values::date);
    }

    /** A span's two ends given apart: {@code to} must not lie before {@code from}. */
    public static void ordered(Form form, FuzzyDate from, FuzzyDate to, String nameOfTo) {
        if (from != null
                && to != null
                && from.earliest() != null
                && to.latest() != null
                && to.latest().isBefore(from.earliest())) {
            form.unacceptable(nameOfTo, "'" + nameOfTo + "' lies before the beginning, " + from.edtf() + ".");
        }
    }

    /** A count of things: whole numbers only. */
    public static Quantity count(Form form, String name) {
        return form.value(name, node -> {
            Quantity quantity = quantity(node);
            if (!quantity.isWhole()) {
                throw new IllegalArgumentException("a count is of whole things; " + quantity.text() + " is not.");
            }
            return quantity;
        });
    }

    public static Money money(Form form, String name) {
        return form.value(name, node -> {
            ObjectNode object = object(node, "{\"amount\": \"16000000\", \"currency\": \"USD\"}");
            only(object, Set.of("amount", "currency"));
            if (!object.hasNonNull("amount")) {
                throw new IllegalArgumentException("'amount' is required; where it is not known, say unknown.");
            }
            return new Money(amount(object.get("amount")), text(object, "currency"));
        });
    }

    private static FuzzyDate date(JsonNode node) {
        if (node.isTextual()) {
            return FuzzyDate.parse(node.textValue());
        }
        ObjectNode parts = object(node, "an EDTF text such as \"2025-12~\"");
        only(parts, DATE);
        return FuzzyDate.ofParts(
                text(parts, "edtf"),
                day(parts, "earliest"),
                day(parts, "latest"),
                text(parts, "kind"),
                flag(parts, "approximate"),
                flag(parts, "uncertain"));
    }

    private static Quantity quantity(JsonNode node) {
        if (node.isTextual()) {
            return Quantity.parse(node.textValue());
        }
        ObjectNode parts = object(node, "a text such as \"16\", \"16..20\" or \"42..\"");
        only(parts, QUANTITY);
        return Quantity.ofParts(
                number(parts, "lower"),
                number(parts, "upper"),
                flag(parts, "strict"),
                flag(parts, "approximate"),
                flag(parts, "uncertain"),
                flag(parts, "unknown"),
                text(parts, "text"));
    }

    private static Amount amount(JsonNode node) {
        if (node.isTextual()) {
            return Amount.parse(node.textValue());
        }
        ObjectNode parts = object(node, "a text such as \">4000000000\" or \"multi-billion\"");
        Boolean magnitude = flag(parts, "orderOfMagnitude");
        List<String> known = new ArrayList<>(QUANTITY);
        known.add("orderOfMagnitude");
        only(parts, Set.copyOf(known));
        return Amount.ofParts(
                number(parts, "lower"),
                number(parts, "upper"),
                flag(parts, "strict"),
                flag(parts, "approximate"),
                flag(parts, "uncertain"),
                flag(parts, "unknown"),
                text(parts, "text"),
                magnitude);
    }

    private static ObjectNode object(JsonNode node, String example) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new WrongType("must be " + example + ", or the object form that answers have.");
    }

    private static void only(ObjectNode parts, Set<String> known) {
        parts.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new WrongType("'" + Texts.shown(name) + "' is not a member of this value.");
            }
        });
    }

    private static String text(ObjectNode parts, String name) {
        JsonNode node = parts.get(name);
        if (node != null && !node.isNull() && !node.isTextual()) {
            throw new WrongType("'" + name + "' must be text.");
        }
        return node == null ? null : node.textValue();
    }

    private static Boolean flag(ObjectNode parts, String name) {
        JsonNode node = parts.get(name);
        if (node != null && !node.isNull() && !node.isBoolean()) {
            throw new WrongType("'" + name + "' must be true or false.");
        }
        return node == null || node.isNull() ? null : node.booleanValue();
    }

    private static BigDecimal number(ObjectNode parts, String name) {
        JsonNode node = parts.get(name);
        if (node != null && !node.isNull() && !node.isNumber()) {
            throw new WrongType("'" + name + "' must be a number.");
        }
        return node == null || node.isNull() ? null : node.decimalValue();
    }

    private static LocalDate day(ObjectNode parts, String name) {
        String text = text(parts, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' must be a day such as 2025-12-22.");
        }
    }
}
