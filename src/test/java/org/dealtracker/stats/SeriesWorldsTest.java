package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealtracker.agreement.AgreementKind;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Role;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Money;

/**
 * Random deals, and the worlds that they leave possible, laid out in time: no world's figure lies outside the bounds of
 * its bucket, worlds reach them, and each deal is in a row, or outside, or undated. A world is a month for the first
 * event, a supplier and a sum; it is made from the claims by none of the code that it is held against.
 */
class SeriesWorldsTest {
    private static final BigDecimal FAR = new BigDecimal(1_000_000);
    private static final List<String> DAYS = List.of(
            "2024",
            "2025-01",
            "2024-12-31",
            "2025-03-31",
            "[2024-11-29..2025-01-02]",
            "[2024-02-01,2025-06-30]",
            "2024-24",
            "2024-34",
            "2025-02/2026",
            "2025/..",
            "unknown");
    private static final List<DateEvent> EVENTS = List.of(DateEvent.SIGNED, DateEvent.ORDERED, DateEvent.PAID);
    private static final List<String> AMOUNTS = List.of("5", "10..20", "40..", "..6", "0");

    /** @param month null where nothing dates the deal; @param supplier null where nobody says */
    private record World(YearMonth month, String supplier, BigDecimal sum) {}

    private record Question(
            Bucket bucket, Set<DateEvent> events, LocalDate from, LocalDate to, boolean bySupplier, Measure measure) {
        static Question any(Random random) {
            LocalDate from = random.nextBoolean() ? null : LocalDate.of(2024, 1 + random.nextInt(12), 17);
            LocalDate to = random.nextBoolean() ? null : LocalDate.of(2025, 1 + random.nextInt(12), 17);
            Set<DateEvent> events = new TreeSet<>(EVENTS.subList(0, random.nextInt(3)));
            return new Question(
                    of(random, List.of(Bucket.values())),
                    events,
                    from,
                    to,
                    random.nextBoolean(),
                    of(random, List.of(Measure.COUNT, Measure.VALUE)));
        }

        /** The first month of the bucket of a world; null where it is in none. */
        YearMonth bucketOf(World world) {
            if (world.month() == null) {
                return null;
            }
            YearMonth start = start(world.month());
            boolean before = from != null && start.isBefore(start(YearMonth.from(from)));
            boolean after = to != null && start.isAfter(start(YearMonth.from(to)));
            return before || after ? null : start;
        }

        private YearMonth start(YearMonth month) {
            return switch (bucket) {
                case YEAR -> month.withMonth(1);
                case QUARTER -> month.withMonth(1 + 3 * ((month.getMonthValue() - 1) / 3));
                case MONTH -> month;
            };
        }

        /** What names the row of a world: its bucket, its group and its unit. */
        String row(World world) {
            return bucketOf(world).atDay(1)
                    + (bySupplier ? " " + world.supplier() : "")
                    + (measure == Measure.VALUE ? " package USD" : " null null");
        }
    }

    @Property(tries = 2_000)
    void everyWorldLiesWithinTheBoundsOfItsBucketAndWorldsReachThem(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> deals =
                Stream.generate(() -> deal(random)).limit(1 + random.nextInt(3)).toList();
        Question asked = Question.any(random);
        Timeseries series = new Timeseries(
                asked.bySupplier() ? List.of(Dimension.SUPPLIER) : List.of(),
                asked.measure(),
                null,
                new Window(asked.bucket(), asked.events(), asked.from(), asked.to()));
        deals.forEach(deal -> series.add(Facts.of(deal)));
        Timeseries.Answer answer = series.answer();

        Map<String, BigDecimal> least = new LinkedHashMap<>();
        Map<String, BigDecimal> most = new LinkedHashMap<>();
        int undated = 0;
        int outside = 0;
        for (Told deal : deals) {
            List<World> worlds = worlds(deal, asked.events());
            undated += worlds.stream().allMatch(world -> world.month() == null) ? 1 : 0;
            outside += worlds.stream().anyMatch(world -> world.month() != null)
                            && worlds.stream().allMatch(world -> asked.bucketOf(world) == null)
                    ? 1
                    : 0;
            extremes(worlds, asked, least, most);
        }
        assertThat(answer.total()).isEqualTo(deals.size());
        assertThat(answer.undated()).as("undated of %s in %s", deals, asked).isEqualTo(undated);
        assertThat(answer.outside()).as("outside of %s in %s", deals, asked).isEqualTo(outside);
        Set<String> seen = new HashSet<>();
        for (Map<String, Object> row : answer.rows()) {
            String name = row.get("start") + (asked.bySupplier() ? " " + row.get("supplier") : "") + " "
                    + (row.get("basis") == null ? null : Basis.PACKAGE.code()) + " " + row.get("currency");
            assertThat(seen.add(name)).as("%s stands once in %s", name, answer).isTrue();
            check(row, name, least.get(name), most.get(name), deals, asked);
        }
        assertThat(seen).as("%s in %s", deals, asked).containsAll(most.keySet());
        if (!asked.bySupplier()) {
            assertGapless(answer, asked);
        }
    }

    private static void check(
            Map<String, Object> row, String name, BigDecimal least, BigDecimal most, List<Told> deals, Question asked) {
        BigDecimal lower = (BigDecimal) Objects.requireNonNullElse(row.get("lower"), BigDecimal.ZERO);
        BigDecimal upper = (BigDecimal) row.get("upper");
        if (most == null) {
            // Nothing is added in any world.
            assertThat(row.get("agreements")).as(name).isEqualTo(row.get("withoutValue"));
            assertThat(lower).as(name).isZero();
            return;
        }
        assertThat(lower).as("lower of %s in %s of %s", name, asked, deals).isEqualByComparingTo(least);
        if (upper == null) {
            assertThat(most).as("open top of %s of %s", name, deals).isGreaterThan(FAR);
        } else {
            assertThat(upper).as("upper of %s in %s of %s", name, asked, deals).isEqualByComparingTo(most);
        }
    }

    /** Every bucket of the window, in order, whether or not anything is in it. */
    private static void assertGapless(Timeseries.Answer answer, Question asked) {
        List<LocalDate> starts = answer.rows().stream()
                .map(row -> (LocalDate) row.get("start"))
                .distinct()
                .toList();
        List<LocalDate> every = new ArrayList<>();
        if (answer.from() != null && answer.to() != null) {
            int months = asked.bucket() == Bucket.YEAR ? 12 : asked.bucket() == Bucket.QUARTER ? 3 : 1;
            for (LocalDate at = answer.from(); at.isBefore(answer.to()); at = at.plusMonths(months)) {
                every.add(at);
            }
        }
        if (!starts.isEmpty() || asked.from() != null && asked.to() != null) {
            assertThat(starts).as("%s", asked).isEqualTo(every);
        }
    }

    private static void extremes(
            List<World> worlds, Question asked, Map<String, BigDecimal> least, Map<String, BigDecimal> most) {
        Set<String> rows = new TreeSet<>();
        List<World> within =
                worlds.stream().filter(world -> asked.bucketOf(world) != null).toList();
        boolean valued = asked.measure() == Measure.COUNT || worlds.stream().anyMatch(world -> world.sum() != null);
        within.stream().filter(world -> valued).forEach(world -> rows.add(asked.row(world)));
        for (String row : rows) {
            BigDecimal low = FAR.add(FAR);
            BigDecimal high = BigDecimal.ZERO;
            for (World world : worlds) {
                boolean here = asked.bucketOf(world) != null && asked.row(world).equals(row);
                BigDecimal adds =
                        !here ? BigDecimal.ZERO : asked.measure() == Measure.COUNT ? BigDecimal.ONE : world.sum();
                low = low.min(adds);
                high = high.max(adds);
            }
            least.merge(row, low, BigDecimal::add);
            most.merge(row, high, BigDecimal::add);
        }
    }

    private static List<World> worlds(Told deal, Set<DateEvent> events) {
        List<YearMonth> months = new ArrayList<>();
        months.add(null);
        for (String line : lines(deal.dates())) {
            List<YearMonth> next = new ArrayList<>();
            for (YearMonth before : months) {
                for (Told.Date claim : deal.dates()) {
                    if (claim.line().equals(line)) {
                        boolean asked = events.isEmpty() || events.contains(claim.event());
                        List<YearMonth> when = asked ? months(claim.when()) : List.of();
                        when.forEach(month -> next.add(before == null || month.isBefore(before) ? month : before));
                        if (!asked) {
                            next.add(before);
                        }
                    }
                }
            }
            // A line of which nothing is known says nothing.
            months = next.isEmpty() ? months : next.stream().distinct().toList();
        }
        if (events.isEmpty()
                && months.stream().allMatch(Objects::isNull)
                && deal.headline().firstReported() != null) {
            months = months(deal.headline().firstReported());
        }
        List<World> worlds = new ArrayList<>();
        for (YearMonth month : months) {
            for (Told.Party supplier :
                    deal.parties().isEmpty() ? java.util.Collections.<Told.Party>singletonList(null) : deal.parties()) {
                String by = supplier == null ? null : supplier.party();
                if (deal.values().isEmpty()) {
                    worlds.add(new World(month, by, null));
                }
                for (Told.Value value : deal.values()) {
                    ends(value).forEach(sum -> worlds.add(new World(month, by, sum)));
                }
            }
        }
        return worlds;
    }

    private static Set<String> lines(List<Told.Date> dates) {
        Set<String> lines = new TreeSet<>();
        dates.forEach(claim -> lines.add(claim.line()));
        return lines;
    }

    private static List<YearMonth> months(FuzzyDate when) {
        return switch (when.edtf()) {
            case "unknown" -> List.of();
            case "[2024-02-01,2025-06-30]" -> List.of(YearMonth.of(2024, 2), YearMonth.of(2025, 6));
            case "2025-02/2026" -> List.of(YearMonth.of(2025, 2));
            case "2025/.." -> between(YearMonth.of(2025, 1), YearMonth.of(2025, 12));
            default -> between(YearMonth.from(when.earliest()), YearMonth.from(when.latest()));
        };
    }

    private static List<YearMonth> between(YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static Stream<BigDecimal> ends(Told.Value value) {
        var amount = value.money().amount().quantity();
        return Stream.of(
                amount.lower() == null ? BigDecimal.ZERO : amount.lower(),
                amount.upper() == null ? FAR.add(FAR) : amount.upper());
    }

    /** Claims of one line each, but for the dates, which are of up to three and may disagree on the event too. */
    private static Told deal(Random random) {
        return new Told(
                AgreementKind.SALE,
                Stream.of("a", "b")
                        .limit(random.nextInt(3))
                        .map(party -> new Told.Party(
                                UUID.randomUUID(), "supplier", Rank.NORMAL, null, List.of(), party, Role.SUPPLIER))
                        .toList(),
                List.of(),
                Stream.generate(() -> new Told.Value(
                                UUID.randomUUID(),
                                "v",
                                Rank.NORMAL,
                                null,
                                List.of(),
                                Money.of(of(random, AMOUNTS), "USD"),
                                Basis.PACKAGE,
                                null,
                                null))
                        .limit(random.nextInt(3))
                        .toList(),
                Stream.generate(() -> new Told.Date(
                                UUID.randomUUID(),
                                "d" + random.nextInt(3),
                                Rank.NORMAL,
                                null,
                                List.of(),
                                of(random, EVENTS),
                                FuzzyDate.parse(of(random, DAYS))))
                        .limit(random.nextInt(4))
                        .toList(),
                List.of(),
                new Told.Headline(
                        null, random.nextBoolean() ? null : FuzzyDate.parse(of(random, DAYS)), null, false, List.of()));
    }

    private static <T> T of(Random random, List<T> any) {
        return any.get(random.nextInt(any.size()));
    }
}
