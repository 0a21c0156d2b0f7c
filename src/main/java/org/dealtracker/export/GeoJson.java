package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.dealtracker.http.Json;

/**
 * Agreements as a FeatureCollection (RFC 7946), a feature on each line. A deal is drawn from every country that supplies to
 * every country that receives, between the points that stand for them. These are places of countries: nothing was
 * delivered from or to them that a source would tell.
 */
final class GeoJson {
    private static final String GEOMETRY = "Lines join the points that stand for countries, most often their capitals. "
            + "They are no routes, and their ends no places of anything that is reported.";

    private final OutputStream to;
    private final Function<String, ? extends Collection<String>> countries;
    private long features;

    /**
     * @param to stays open
     * @param countries by a party's slug, the ISO 3166-1 alpha-2 codes of where it is, by itself or through what it
     *     belongs to; empty where that is not known
     */
    GeoJson(OutputStream to, Function<String, ? extends Collection<String>> countries) {
        this.to = to;
        this.countries = countries;
    }

    /** @param about what the file says of itself, as a foreign member (section 6.1) */
    void begin(About about) throws IOException {
        ObjectNode said = Json.object()
                .put("export", about.export())
                .put("scope", about.scope())
                .put("filter", about.filter())
                .put("logId", about.logId().toString())
                .put("n", about.n())
                .put("at", about.at().toString())
                .put("chain", about.chain())
                .put("address", about.address())
                .put("publisher", about.publisher())
                .put("licence", about.licence())
                .put("geometry", GEOMETRY);
        write("{\"type\":\"FeatureCollection\",\"about\":");
        to.write(Json.bytes(said));
        write(",\"features\":[");
    }

    /** @param agreement as the API serves it; claims may be left out */
    void feature(ObjectNode agreement) throws IOException {
        write(features++ == 0 ? "\n" : ",\n");
        to.write(Json.bytes(of(agreement)));
    }

    /** What does not end so is not the whole of a file, and no JSON. */
    void end() throws IOException {
        write("\n],\"count\":" + features + "}\n");
    }

    private void write(String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode of(ObjectNode agreement) {
        JsonNode headline = agreement.path("headline");
        List<String> suppliers = slugs(headline.path("suppliers"));
        List<String> recipients = slugs(headline.path("recipients"));
        SortedSet<String> from = places(suppliers);
        SortedSet<String> into = places(recipients);
        ObjectNode feature = Json.object().put("type", "Feature");
        feature.set("id", agreement.path("slug"));
        feature.set("geometry", GeoLines.between(from, into));
        ObjectNode properties = feature.putObject("properties");
        for (String member : List.of("slug", "title", "kind")) {
            properties.set(member, agreement.path(member));
        }
        properties.set("stage", headline.path("stage"));
        properties.put("stageSince", FtmText.date(headline.path("stageSince")));
        set(properties, "suppliers", suppliers);
        set(properties, "recipients", recipients);
        set(properties, "supplierCountries", from);
        set(properties, "recipientCountries", into);
        set(properties, "unplaced", unplaced(suppliers, recipients));
        properties.set("existence", headline.at("/verification/existence/code"));
        properties.set("figures", headline.at("/verification/figures/code"));
        for (String member : List.of("independentOrigins", "originsUnknown", "contested", "hedged")) {
            properties.set(member, headline.path(member));
        }
        set(properties, "values", values(headline.path("values")));
        return feature;
    }

    private static List<String> slugs(JsonNode named) {
        List<String> slugs = new ArrayList<>();
        named.forEach(each -> slugs.add(each.path("slug").asText()));
        return slugs;
    }

    /** In the order of their codes, whatever order they are known in. */
    private SortedSet<String> places(List<String> parties) {
        SortedSet<String> places = new TreeSet<>();
        parties.forEach(party -> places.addAll(countries.apply(party)));
        return places;
    }

    /** The parties that are not on the map. */
    private SortedSet<String> unplaced(List<String> suppliers, List<String> recipients) {
        SortedSet<String> unplaced = new TreeSet<>(suppliers);
        unplaced.addAll(recipients);
        unplaced.removeIf(party -> !countries.apply(party).isEmpty());
        return unplaced;
    }

    /** Each in words that keep its doubt: {@code package >4000000000 USD}. */
    private static List<String> values(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode worth : values) {
            String currency = worth.path("currency").isTextual()
                    ? " " + worth.get("currency").textValue()
                    : "";
            texts.add(worth.path("basis").asText() + " " + worth.path("text").asText("unknown") + currency);
        }
        return texts;
    }

    private static void set(ObjectNode properties, String name, Collection<String> texts) {
        ArrayNode array = properties.putArray(name);
        texts.forEach(array::add);
    }
}
