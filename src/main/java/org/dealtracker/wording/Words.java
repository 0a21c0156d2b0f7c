package org.dealtracker.wording;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dealtracker.log.References;

/** Values of documents as people read them: every value of any field has some words here, and none is an id. */
public final class Words {
    /** As much of a text as a sentence bears. */
    public static final int LONG = 120;

    /** For what every record of today has, and one of yesterday may not. */
    public static final String UNNAMED = "unnamed";

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)+");
    private static final List<String> UNITS = List.of("trillion", "billion", "million");

    private Words() {}

    /** A code without its underscores, the name of a member without its capitals. */
    public static String plain(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    public static String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
    }

    public static String small(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** On one line, and cut between words where it is too long. */
    public static String shortened(String text, int most) {
        String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        int end = line.offsetByCodePoints(0, most);
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > end / 2 ? space : end) + "…";
    }

    public static String quoted(String text) {
        return "“" + shortened(text, LONG) + "”";
    }

    /** Any value; null for one that is not there. */
    public static String value(JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "none";
        }
        if (value.isTextual()) {
            return text(value.textValue());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isNumber()) {
            return grouped(value.decimalValue());
        }
        if (value.isArray()) {
            return list(value);
        }
        if (value.has("edtf")) {
            return Dates.words(value.get("edtf").asText());
        }
        if (value.has("amount")) {
            return money(value);
        }
        return value.has("unknown") && value.has("text") ? quantity(value) : members(value);
    }

    private static String text(String text) {
        if (References.isId(text)) {
            return "another part of the record";
        }
        return CODE.matcher(text).matches() ? plain(text) : shortened(text, LONG);
    }

    private static String list(JsonNode array) {
        List<String> each = new ArrayList<>();
        array.forEach(item -> each.add(value(item)));
        return each.isEmpty() ? "none" : shortened(String.join(", ", each), LONG);
    }

    private static String members(JsonNode object) {
        List<String> each = new ArrayList<>();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean says = !value.isNull() && !(value.isContainerNode() && value.isEmpty());
            if (says && !(value.isTextual() && References.isId(value.textValue()))) {
                each.add(plain(member.getKey()) + " " + value(value));
            }
        });
        return each.isEmpty() ? "nothing" : shortened(String.join(", ", each), LONG);
    }

    public static String money(JsonNode money) {
        JsonNode amount = money.path("amount");
        String sum = amount.path("orderOfMagnitude").asBoolean()
                ? amount.path("text").asText()
                : sum(amount);
        String currency = money.path("currency").asText("");
        return currency.isEmpty() || currency.equals("null") ? sum : sum + " " + currency;
    }

    /** A sum without its currency. */
    public static String sum(JsonNode amount) {
        return bounds(amount, true);
    }

    public static String quantity(JsonNode quantity) {
        return bounds(quantity, false);
    }

    private static String bounds(JsonNode quantity, boolean sum) {
        if (quantity.path("unknown").asBoolean()) {
            return "unknown";
        }
        JsonNode lower = quantity.path("lower");
        JsonNode upper = quantity.path("upper");
        boolean strict = quantity.path("strict").asBoolean();
        String about = quantity.path("approximate").asBoolean() ? "about " : "";
        String words;
        if (!lower.isNumber()) {
            words = (strict ? sum ? "less than " : "fewer than " : "up to ") + about + number(upper, sum);
        } else if (!upper.isNumber()) {
            words = (strict ? "more than " : "at least ") + about + number(lower, sum);
        } else if (lower.decimalValue().compareTo(upper.decimalValue()) == 0) {
            words = about + number(lower, sum);
        } else {
            words = about + number(lower, sum) + " to " + number(upper, sum);
        }
        return quantity.path("uncertain").asBoolean() ? words + " (uncertain)" : words;
    }

    private static String number(JsonNode node, boolean sum) {
        BigDecimal number = node.decimalValue();
        for (int i = 0; sum && i < UNITS.size(); i++) {
            BigDecimal inUnits = number.movePointLeft(12 - 3 * i).stripTrailingZeros();
            // Only where no digit is lost by it.
            if (inUnits.compareTo(BigDecimal.ONE) >= 0 && inUnits.scale() <= 3) {
                return grouped(inUnits) + " " + UNITS.get(i);
            }
        }
        return grouped(number);
    }

    private static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
