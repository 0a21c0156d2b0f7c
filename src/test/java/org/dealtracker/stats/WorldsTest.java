package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealtracker.agreement.AgreementKind;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Role;
import org.dealtracker.stats.Totals.Row;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Money;
import org.dealtracker.uncertain.Quantity;

/**
 * Random registers, and the worlds that they leave possible: one claim of each contested line, one value of each interval,
 * one day of each vague date. No world's total lies outside the bounds, and the worlds reach them. The worlds are made
 * from the claims alone, by none of the code that they are held against.
 */
class WorldsTest {
    private static final BigDecimal FAR = new BigDecimal(1_000_000);
    private static final List<String> AMOUNTS =
            List.of("5", "7", "10..20", "40..", "..6", ">8", "<9", "~50", "0", "3?");
    private static final List<String> COUNTS = List.of("1", "2", "4..6", "9..", "..3", "0");
    private static final List<String> DAYS =
            List.of("2024", "2025", "2024-12-18", "2025-02", "2024-24", "[2024-11-01,2026-02-01]", "2025/2027");
    private static final List<String> PARTIES = List.of("a", "b", "c");
    private static final List<Category> CATEGORIES = List.of(Category.UAV, Category.SHIP);

    private final Map<String, BigDecimal> least = new LinkedHashMap<>();
    private final Map<String, BigDecimal> most = new LinkedHashMap<>();

    /** One world of one deal: the groups that it is in, by dimension, and its sums and counts. */
    private record World(
            Map<Dimension, Set<Object>> places, Map<String, BigDecimal> sums, Map<Category, BigDecimal> counts) {}

    @Property(tries = 300)
    void everyWorldLiesWithinTheBoundsAndWorldsReachThem(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> register =
                Stream.generate(() -> deal(random)).limit(1 + random.nextInt(3)).toList();
        for (Measure measure : Measure.values()) {
            for (List<Dimension> dimensions : List.of(
                    List.<Dimension>of(),
                    List.of(Dimension.SUPPLIER),
                    List.of(Dimension.YEAR),
                    List.of(Dimension.CATEGORY),
                    List.of(Dimension.SUPPLIER, Dimension.YEAR),
                    List.of(Dimension.CATEGORY, Dimension.RECIPIENT))) {
                check(register, dimensions, measure);
            }
        }
    }

    private void check(List<Told> register, List<Dimension> dimensions, Measure measure) {
        least.clear();
        most.clear();
        for (Told deal : register) {
            extremes(worlds(deal), dimensions, measure);
        }
        Totals totals = new Totals(dimensions, measure, null);
        register.forEach(deal -> totals.add(Facts.of(deal)));
        Set<String> seen = new HashSet<>();
        for (Row row : totals.rows()) {
            String name = row.key() + " " + row.unit();
            seen.add(name);
            if (!most.containsKey(name)) {
                // Nothing is added in any world.
                assertThat(row.agreements()).as(name).isEqualTo(row.withoutValue());
                continue;
            }
            BigDecimal lower = row.bounds().lower() == null
                    ? BigDecimal.ZERO
                    : row.bounds().lower();
            assertThat(lower).as("lower of %s in %s", name, register).isEqualByComparingTo(least.get(name));
            if (row.bounds().upper() == null) {
                assertThat(most.get(name))
                        .as("open top of %s in %s", name, register)
                        .isGreaterThan(FAR);
            } else {
                assertThat(row.bounds().upper())
                        .as("upper of %s in %s", name, register)
                        .isEqualByComparingTo(most.get(name));
            }
        }
        assertThat(seen).containsAll(most.keySet());
    }

    /** What one deal adds at the least and at the most; deals do not depend on each other, so these add up. */
    private void extremes(List<World> worlds, List<Dimension> dimensions, Measure measure) {
        Map<String, BigDecimal> low = new LinkedHashMap<>();
        Map<String, BigDecimal> high = new LinkedHashMap<>();
        Set<String> rows = new TreeSet<>();
        List<Map<String, BigDecimal>> totals =
                worlds.stream().map(world -> totals(world, dimensions, measure)).toList();
        totals.forEach(world -> rows.addAll(world.keySet()));
        for (Map<String, BigDecimal> world : totals) {
            for (String row : rows) {
                BigDecimal amount = world.getOrDefault(row, BigDecimal.ZERO);
                low.merge(row, amount, BigDecimal::min);
                high.merge(row, amount, BigDecimal::max);
            }
        }
        low.forEach((row, amount) -> least.merge(row, amount, BigDecimal::add));
        high.forEach((row, amount) -> most.merge(row, amount, BigDecimal::add));
    }

    private static Map<String, BigDecimal> totals(World world, List<Dimension> dimensions, Measure measure) {
        Map<String, BigDecimal> rows = new LinkedHashMap<>();
        List<List<Object>> keys = List.of(List.of());
        for (Dimension dimension : dimensions) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> key : keys) {
                for (Object value : world.places().get(dimension)) {
                    List<Object> next = new ArrayList<>(key);
                    next.add(value);
                    longer.add(next);
                }
            }
            keys = longer;
        }
        for (List<Object> key : keys) {
            switch (measure) {
                case COUNT -> rows.put(key + " Unit[basis=null, currency=null]", BigDecimal.ONE);
                case VALUE -> world.sums().forEach((unit, sum) -> rows.put(key + " " + unit, sum));
                case QUANTITY -> {
                    int at = dimensions.indexOf(Dimension.CATEGORY);
                    world.counts().entrySet().stream()
                            .filter(count -> at < 0 || count.getKey() == key.get(at))
                            .forEach(count -> rows.merge(
                                    key + " Unit[basis=null, currency=null]", count.getValue(), BigDecimal::add));
                }
            }
        }
        return rows;
    }

    private static List<World> worlds(Told deal) {
        List<World> worlds = List.of(new World(
                Map.of(
                        Dimension.SUPPLIER, Set.of(),
                        Dimension.RECIPIENT, Set.of(),
                        Dimension.YEAR, Set.of(),
                        Dimension.CATEGORY, Set.of()),
                Map.of(),
                Map.of()));
        for (Role role : List.of(Role.SUPPLIER, Role.RECIPIENT)) {
            Dimension side = role == Role.SUPPLIER ? Dimension.SUPPLIER : Dimension.RECIPIENT;
            for (List<Told.Party> line :
                    picks(deal.parties().stream().filter(c -> c.role() == role).toList())) {
                worlds = each(worlds, line, (world, claim) -> Stream.of(in(world, side, claim.party())));
            }
        }
        for (List<Told.Date> line : picks(deal.dates())) {
            worlds = each(worlds, line, (world, claim) -> years(claim.when()).map(year -> first(world, year)));
        }
        for (List<Told.Value> line : picks(deal.values())) {
            worlds = each(
                    worlds,
                    line,
                    (world, claim) ->
                            ends(claim.money().amount().quantity()).map(amount -> summed(world, claim, amount)));
        }
        for (List<Told.Item> line : picks(deal.items())) {
            worlds = each(
                    worlds,
                    line,
                    (world, claim) -> ends(claim.count())
                            .map(amount -> counted(
                                    in(world, Dimension.CATEGORY, claim.category()), claim.category(), amount)));
        }
        return worlds.stream().map(WorldsTest::placed).toList();
    }

    private interface Picked<C> {
        Stream<World> of(World world, C claim);
    }

    private static <C> List<World> each(List<World> worlds, List<C> line, Picked<C> picked) {
        return worlds.stream()
                .flatMap(world -> line.stream().flatMap(claim -> picked.of(world, claim)))
                .distinct()
                .toList();
    }

    /** What a world picks one of: the claims of a line, the preferred ones if there are any. */
    private static <C extends Told.Claim> Collection<List<C>> picks(List<C> claims) {
        Map<String, List<C>> lines = new LinkedHashMap<>();
        for (C claim : claims) {
            boolean outranked = claims.stream()
                    .anyMatch(c -> c.line().equals(claim.line()) && c.rank().compareTo(claim.rank()) < 0);
            if (!outranked && claim.rank() != Rank.DEPRECATED) {
                lines.computeIfAbsent(claim.line(), any -> new ArrayList<>()).add(claim);
            }
        }
        return lines.values();
    }

    /** The ends of an interval: totals only grow with what is added, so no value between them is an extreme. */
    private static Stream<BigDecimal> ends(Quantity quantity) {
        BigDecimal low = quantity.lower() == null ? BigDecimal.ZERO : quantity.lower();
        return Stream.of(low, quantity.upper() == null ? FAR.add(FAR) : quantity.upper());
    }

    private static Stream<Integer> years(FuzzyDate when) {
        List<LocalDate> days = when.listed();
        if (!days.isEmpty()) {
            return days.stream().map(LocalDate::getYear);
        }
        LocalDate begin = when.edtf().equals("2025/2027") ? LocalDate.of(2025, 12, 31) : when.latest();
        return when.earliest()
                .datesUntil(begin.plusDays(1))
                .map(LocalDate::getYear)
                .distinct();
    }

    private static World in(World world, Dimension dimension, Object value) {
        Set<Object> more = new HashSet<>(world.places().get(dimension));
        more.add(value);
        return placed(world, dimension, more);
    }

    private static World first(World world, int year) {
        Set<Object> before = world.places().get(Dimension.YEAR);
        return before.stream().anyMatch(earlier -> (int) earlier <= year)
                ? world
                : placed(world, Dimension.YEAR, Set.of(year));
    }

    private static World placed(World world, Dimension dimension, Set<Object> values) {
        Map<Dimension, Set<Object>> places = new LinkedHashMap<>(world.places());
        places.put(dimension, values);
        return new World(places, world.sums(), world.counts());
    }

    /** What nobody says stands under null. */
    private static World placed(World world) {
        Set<Object> none = new HashSet<>();
        none.add(null);
        World placed = world;
        for (Map.Entry<Dimension, Set<Object>> each : world.places().entrySet()) {
            placed = each.getValue().isEmpty() ? placed(placed, each.getKey(), none) : placed;
        }
        return placed;
    }

    private static World summed(World world, Told.Value claim, BigDecimal amount) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>(world.sums());
        String unit = "Unit[basis=%s, currency=%s]"
                .formatted(claim.basis(), claim.money().currency());
        sums.merge(unit, amount, BigDecimal::add);
        return new World(world.places(), sums, world.counts());
    }

    private static World counted(World world, Category category, BigDecimal amount) {
        Map<Category, BigDecimal> counts = new LinkedHashMap<>(world.counts());
        counts.merge(category, amount, BigDecimal::add);
        return new World(world.places(), world.sums(), counts);
    }

    private static Told deal(Random random) {
        Function<List<?>, Object> any = list -> list.get(random.nextInt(list.size()));
        return new Told(
                AgreementKind.SALE,
                Stream.generate(() -> new Told.Party(
                                UUID.randomUUID(),
                                "p" + random.nextInt(2) + random.nextInt(2),
                                rank(random),
                                null,
                                List.of(),
                                (String) any.apply(PARTIES),
                                random.nextInt(3) == 0 ? Role.RECIPIENT : Role.SUPPLIER))
                        .limit(random.nextInt(4))
                        .toList(),
                Stream.generate(() -> new Told.Item(
                                UUID.randomUUID(),
                                "i" + random.nextInt(2),
                                rank(random),
                                null,
                                List.of(),
                                (Category) any.apply(CATEGORIES),
                                Quantity.parse((String) any.apply(COUNTS)),
                                null))
                        .limit(random.nextInt(4))
                        .toList(),
                // A line is of one basis and currency: those of several never compete, and are lines of their own.
                Stream.generate(() -> random.nextInt(2))
                        .map(line -> new Told.Value(
                                UUID.randomUUID(),
                                "v" + line,
                                rank(random),
                                null,
                                List.of(),
                                Money.of((String) any.apply(AMOUNTS), "USD"),
                                Basis.PACKAGE,
                                null,
                                null))
                        .limit(random.nextInt(4))
                        .toList(),
                Stream.generate(() -> new Told.Date(
                                UUID.randomUUID(),
                                "d" + random.nextInt(2),
                                rank(random),
                                null,
                                List.of(),
                                DateEvent.SIGNED,
                                FuzzyDate.parse((String) any.apply(DAYS))))
                        .limit(random.nextInt(4))
                        .toList(),
                List.of(),
                null);
    }

    private static Rank rank(Random random) {
        return random.nextInt(5) == 0 ? Rank.PREFERRED : random.nextInt(8) == 0 ? Rank.DEPRECATED : Rank.NORMAL;
    }
}
