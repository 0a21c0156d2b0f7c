package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dealtracker.http.Json;

/** Geometries between countries. A line takes the shorter way round, and is cut where that crosses the antimeridian. */
final class GeoLines {
    private static final BigDecimal HALF = BigDecimal.valueOf(180);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(360);
    private static final int DECIMALS = 4;

    private GeoLines() {}

    private record Point(BigDecimal longitude, BigDecimal latitude) {
        static Point of(String country) {
            Countries.Country found = Countries.of(country);
            return new Point(found.longitude(), found.latitude());
        }

        ArrayNode json() {
            ArrayNode position = Json.object().arrayNode();
            position.add(plain(longitude));
            return position.add(plain(latitude));
        }
    }

    /** 67.0 is 67: a number has one spelling. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Every line from one of these countries to one of those. Where there is none to draw, because only one side is known or
     * both are one country, points; where nothing is known, null.
     */
    static JsonNode between(SortedSet<String> from, SortedSet<String> to) {
        List<ArrayNode> lines = new ArrayList<>();
        for (String one : from) {
            for (String other : to) {
                if (!one.equals(other)) {
                    line(Point.of(one), Point.of(other), lines);
                }
            }
        }
        if (!lines.isEmpty()) {
            return geometry("LineString", lines);
        }
        SortedSet<String> either = new TreeSet<>(from);
        either.addAll(to);
        return either.isEmpty()
                ? NullNode.getInstance()
                : geometry(
                        "Point",
                        either.stream().map(country -> Point.of(country).json()).toList());
    }

    private static ObjectNode geometry(String type, List<ArrayNode> coordinates) {
        ObjectNode geometry = Json.object();
        if (coordinates.size() == 1) {
            geometry.put("type", type).set("coordinates", coordinates.get(0));
        } else {
            geometry.put("type", "Multi" + type).putArray("coordinates").addAll(coordinates);
        }
        return geometry;
    }

    /** A line, or the two halves of one (section 3.1.9). */
    private static void line(Point from, Point to, List<ArrayNode> lines) {
        BigDecimal east = to.longitude.subtract(from.longitude);
        if (east.abs().compareTo(HALF) <= 0) {
            lines.add(positions(from, to));
            return;
        }
        // To the east over 180°, or to the west over -180°.
        BigDecimal edge = east.signum() < 0 ? HALF : HALF.negate();
        BigDecimal around = to.longitude.add(east.signum() < 0 ? WHOLE : WHOLE.negate());
        BigDecimal part = edge.subtract(from.longitude)
                .divide(around.subtract(from.longitude), DECIMALS * 3, RoundingMode.HALF_EVEN);
        BigDecimal latitude =
                from.latitude.add(to.latitude.subtract(from.latitude).multiply(part));
        lines.add(positions(from, new Point(edge, latitude)));
        lines.add(positions(new Point(edge.negate(), latitude), to));
    }

    private static ArrayNode positions(Point from, Point to) {
        return Json.object().arrayNode().add(from.json()).add(to.json());
    }
}
