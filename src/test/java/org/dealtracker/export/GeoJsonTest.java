package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dealtracker.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class GeoJsonTest {
    static final About ABOUT = new About(
            "agreements.geojson",
            "stage=agreed",
            new UUID(1, 2),
            7,
            Instant.parse("2026-01-31T12:00:00Z"),
            "ab",
            "/api/v1/exports/agreements.geojson?asOfSeq=7",
            "A <register> & \"its\" publisher",
            "CC-BY-4.0");

    private static final Map<String, List<String>> COUNTRIES = Map.of(
            "pakistan", List.of("PK"),
            "libyan-arab-armed-forces", List.of("LY"),
            "joint-venture", List.of("TR", "AZ"),
            "nowhere", List.of());

    private static ObjectNode deal(String title, String suppliers, String recipients) {
        ObjectNode deal =
                Json.object().put("slug", "a-deal").put("title", title).put("kind", "sale");
        ObjectNode headline = deal.putObject("headline")
                .put("stage", "rumoured")
                .put("independentOrigins", 1)
                .put("contested", false);
        headline.putObject("stageSince").put("edtf", "[2025-12-17..2025-12-22]");
        headline.putObject("verification").putObject("existence").put("code", "single_origin");
        headline.putArray("values")
                .addObject()
                .put("basis", "package")
                .put("currency", "USD")
                .put("text", ">4000000000");
        for (String slug : suppliers.split(" ")) {
            headline.withArray("suppliers").addObject().put("slug", slug);
        }
        for (String slug : recipients.isEmpty() ? new String[0] : recipients.split(" ")) {
            headline.withArray("recipients").addObject().put("slug", slug);
        }
        return deal;
    }

    private static String written(ObjectNode... deals) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        GeoJson map = new GeoJson(to, COUNTRIES::get);
        map.begin(ABOUT);
        for (ObjectNode deal : deals) {
            map.feature(deal);
        }
        map.end();
        return to.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode geometry(String suppliers, String recipients) throws IOException {
        return checked(written(deal("A deal", suppliers, recipients))).at("/features/0/geometry");
    }

    /** The rules of RFC 7946 that a file of ours could break, by its sections. */
    static JsonNode checked(String file) throws IOException {
        JsonNode collection = new ObjectMapper().readTree(file);
        assertThat(collection.get("type").textValue()).isEqualTo("FeatureCollection");
        assertThat(collection.get("features").isArray()).isTrue();
        assertThat(collection.get("count").intValue())
                .isEqualTo(collection.get("features").size());
        Set<String> ids = new HashSet<>();
        for (JsonNode feature : collection.get("features")) {
            // 3.2: both members are there, whatever they hold, and the id is a string or a number.
            assertThat(feature.get("type").textValue()).isEqualTo("Feature");
            assertThat(feature.has("geometry")).isTrue();
            assertThat(feature.get("properties").isObject()).isTrue();
            assertThat(ids.add(feature.get("id").textValue())).isTrue();
            // 7.1: members of one type are not on an object of another.
            assertThat(feature.has("coordinates") || feature.has("features")).isFalse();
            if (!feature.get("geometry").isNull()) {
                geometry(feature.get("geometry"));
            }
        }
        // 4: there is no other coordinate reference system.
        assertThat(collection.has("crs")).isFalse();
        return collection;
    }

    private static void geometry(JsonNode geometry) {
        Geometry read;
        try {
            read = new GeoJsonReader().read(geometry.toString());
        } catch (ParseException e) {
            throw new AssertionError(geometry.toString(), e);
        }
        assertThat(read.isValid()).as(geometry.toString()).isTrue();
        assertThat(read.isEmpty()).isFalse();
        assertThat(read.getGeometryType()).isEqualTo(geometry.get("type").textValue());
        for (int i = 0; i < read.getNumGeometries(); i++) {
            // 3.1.9: no part crosses the antimeridian, so none is wider than half the globe.
            assertThat(read.getGeometryN(i).getEnvelopeInternal().getWidth()).isLessThanOrEqualTo(180);
        }
        Arrays.stream(read.getCoordinates()).forEach(each -> {
            assertThat(each.x).isBetween(-180.0, 180.0);
            assertThat(each.y).isBetween(-90.0, 90.0);
        });
        assertThat(geometry.toString()).doesNotContainPattern("\\.\\d{5}").doesNotContainPattern("\\d[eE]");
    }

    @Test
    void aDealGoesFromTheSuppliersToTheRecipients() throws IOException {
        assertThat(geometry("pakistan", "libyan-arab-armed-forces"))
                .hasToString("{\"type\":\"LineString\",\"coordinates\":[[73.05,33.69],[13.19,32.89]]}");
        assertThat(geometry("pakistan joint-venture", "libyan-arab-armed-forces"))
                .hasToString("{\"type\":\"MultiLineString\",\"coordinates\":[[[49.87,40.41],[13.19,32.89]],"
                        + "[[73.05,33.69],[13.19,32.89]],[[32.86,39.93],[13.19,32.89]]]}");
    }

    @Test
    void whereNoLineCanBeDrawnThereArePointsOrNothing() throws IOException {
        assertThat(geometry("nowhere", "libyan-arab-armed-forces"))
                .hasToString("{\"type\":\"Point\",\"coordinates\":[13.19,32.89]}");
        assertThat(geometry("joint-venture", ""))
                .hasToString("{\"type\":\"MultiPoint\",\"coordinates\":" + "[[49.87,40.41],[32.86,39.93]]}");
        assertThat(geometry("pakistan", "pakistan")).hasToString("{\"type\":\"Point\",\"coordinates\":[73.05,33.69]}");
        assertThat(geometry("nowhere", "").isNull()).isTrue();
    }

    @Test
    void theShorterWayIsCutAtTheAntimeridian() {
        // A straight line on the flat map: after 40.31 of 143.27 degrees it has risen by 0.9032 of 3.21.
        assertThat(between("JP", "US").toString())
                .isEqualTo("{\"type\":\"MultiLineString\",\"coordinates\":[[[139.69,35.69],[180,36.5932]],"
                        + "[[-180,36.5932],[-77.04,38.9]]]}");
        assertThat(between("US", "JP").toString())
                .isEqualTo("{\"type\":\"MultiLineString\",\"coordinates\":[[[-77.04,38.9],[-180,36.5932]],"
                        + "[[180,36.5932],[139.69,35.69]]]}");
    }

    private static JsonNode between(String from, String to) {
        return GeoLines.between(new TreeSet<>(Set.of(from)), new TreeSet<>(Set.of(to)));
    }

    @Test
    void betweenAnyTwoCountriesThereIsAValidLine() {
        int cut = 0;
        for (String from : Countries.all().keySet()) {
            for (String to : Countries.all().keySet()) {
                JsonNode geometry = between(from, to);
                geometry(geometry);
                cut += geometry.get("type").textValue().equals("MultiLineString") ? 1 : 0;
                assertThat(geometry.get("type").textValue().equals("Point")).isEqualTo(from.equals(to));
            }
        }
        assertThat(cut).isPositive();
    }

    @Test
    void aFeatureSaysWhatIsDoubtful() throws IOException {
        assertThat(checked(written(deal("A deal", "pakistan nowhere", "libyan-arab-armed-forces")))
                        .at("/features/0/properties"))
                .hasToString("{\"slug\":\"a-deal\",\"title\":\"A deal\",\"kind\":\"sale\",\"stage\":\"rumoured\","
                        + "\"stageSince\":\"[2025-12-17..2025-12-22]\",\"suppliers\":[\"pakistan\",\"nowhere\"],"
                        + "\"recipients\":[\"libyan-arab-armed-forces\"],\"supplierCountries\":[\"PK\"],"
                        + "\"recipientCountries\":[\"LY\"],\"unplaced\":[\"nowhere\"],\"existence\":\"single_origin\","
                        + "\"figures\":null,\"independentOrigins\":1,\"originsUnknown\":null,\"contested\":false,"
                        + "\"hedged\":null,\"values\":[\"package >4000000000 USD\"]}");
    }

    @Test
    void everyPropertyIsDocumented() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "map-and-graph.md"));
        assertThat(checked(written(deal("A deal", "pakistan", "nowhere")))
                        .at("/features/0/properties")
                        .fieldNames())
                .toIterable()
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void anEmptyFileIsACollectionOfNothingThatSaysWhatItIs() throws IOException {
        JsonNode collection = checked(written());
        assertThat(collection.get("features")).isEmpty();
        assertThat(collection.at("/about/filter").textValue()).isEqualTo("stage=agreed");
        assertThat(collection.at("/about/publisher").textValue()).isEqualTo(ABOUT.publisher());
        assertThat(collection.at("/about/geometry").textValue()).contains("no routes");
    }

    @Test
    void whatIsCutOffIsNoJson() throws IOException {
        String whole = written(deal("A deal", "pakistan", "nowhere"));
        ObjectMapper mapper = new ObjectMapper();
        for (int i = 1; i < whole.length() - 1; i++) {
            String part = whole.substring(0, i);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mapper.readTree(part)))
                    .as(part)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"tr, TR", "ar, EG", "de, DE", "fa, IR"})
    void anyTitleIsKeptInAnyLocale(String language, String region) throws IOException {
        String title = "\"Deal\" <b>&'\\ \u202eالقوات\u202c \ud83d\ude80 \u2028 \u0007\n" + "x".repeat(400);
        Locale before = Locale.getDefault();
        String here = written(deal(title, "pakistan", "nowhere"));
        try {
            Locale.setDefault(
                    new Locale.Builder().setLanguage(language).setRegion(region).build());
            assertThat(written(deal(title, "pakistan", "nowhere"))).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(checked(here).at("/features/0/properties/title").textValue()).isEqualTo(title);
        assertThat(here.lines().filter(line -> line.startsWith("{\"type\":\"Feature\",")))
                .hasSize(1);
    }
}
