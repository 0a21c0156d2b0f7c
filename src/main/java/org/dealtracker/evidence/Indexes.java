package org.dealtracker.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Commitment;
import org.dealtracker.agreement.Evidence;
import org.dealtracker.agreement.Headline;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Participation;
import org.dealtracker.agreement.Step;
import org.dealtracker.agreement.Value;
import org.dealtracker.log.Index;
import org.dealtracker.log.Index.Span;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Reference;
import org.dealtracker.log.Terms;
import org.dealtracker.uncertain.FuzzyDate;

/** What lists find records by. What is deprecated or was replaced finds nothing, as it shows in no headline. */
final class Indexes {
    private Indexes() {}

    static Index of(Agreement agreement) {
        Headline headline = agreement.headline();
        return new Index(
                terms(agreement),
                List.of(Terms.plain(agreement.title())),
                headline.stage().ordinal(),
                day(agreement),
                worth(headline),
                spans(agreement));
    }

    private static Set<String> terms(Agreement agreement) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(Terms.of("kind", agreement.kind().code()));
        terms.add(Terms.of("stage", agreement.headline().stage().code()));
        Evidence evidence = agreement.headline().evidence();
        terms.add(Terms.of(
                "verification", evidence.verification().existence().code().code()));
        terms.add(Terms.of("figures", evidence.verification().figures().code().code()));
        terms.add(Terms.of("contested", Boolean.toString(evidence.contested())));
        evidence.restrictions().forEach(touched -> {
            terms.add(Terms.of("restriction", touched.slug()));
            if (touched.certainty().equals("certain")) {
                terms.add(Terms.of("restricted", touched.slug()));
            }
        });
        for (Claim claim : Claimed.standing(agreement, ClaimKind.PARTIES)) {
            Participation says = (Participation) claim.says();
            terms.add(Terms.of("party", says.party()));
            terms.add(Terms.of("role", says.role().code()));
            terms.add(Terms.of(says.role().code(), says.party()));
        }
        for (Claim claim : Claimed.standing(agreement, ClaimKind.ITEMS)) {
            Item says = (Item) claim.says();
            terms.add(Terms.of("category", says.category().code()));
            Terms.beginnings(says.designation()).forEach(name -> terms.add(Terms.of("designation", name)));
        }
        for (Claim claim : Claimed.standing(agreement, ClaimKind.VALUES)) {
            Value says = (Value) claim.says();
            terms.add(Terms.of("basis", says.basis().code()));
            if (says.money().currency() != null) {
                terms.add(Terms.of("currency", says.money().currency()));
            }
        }
        for (Reference reference : agreement.references()) {
            if (reference.kind() == RecordKind.SOURCE) {
                terms.add(Terms.of("source", reference.slug()));
            } else if (reference.kind() == RecordKind.PARTY) {
                terms.add(Terms.of("names", reference.slug()));
            }
        }
        terms.addAll(Terms.words(texts(agreement)));
        return terms;
    }

    private static Stream<String> texts(Agreement agreement) {
        Stream<String> parties = Stream.concat(
                        agreement.headline().suppliers().stream(), agreement.headline().recipients().stream())
                .map(Headline.Named::name);
        Stream<String> items = Claimed.standing(agreement, ClaimKind.ITEMS).stream()
                .map(claim -> (Item) claim.says())
                .flatMap(item -> Stream.of(item.designation(), item.description()));
        return Stream.of(Stream.of(agreement.title()), parties, items, Stream.of(agreement.summary()))
                .flatMap(each -> each);
    }

    private static LocalDate day(Agreement agreement) {
        FuzzyDate reported = agreement.headline().firstReported();
        return Claimed.lines(Claimed.standing(agreement, ClaimKind.DATES)).stream()
                .flatMap(List::stream)
                .map(claim -> ((Milestone) claim.says()).when().earliest())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(reported == null ? null : reported.earliest());
    }

    /** The highest figure for the whole, else for any part, whatever the currency: an order to look at, not a sum. */
    private static BigDecimal worth(Headline headline) {
        Comparator<Headline.Worth> wholeFirst = Comparator.comparing(worth -> worth.basis() == Basis.PACKAGE);
        return headline.values().stream()
                .filter(worth -> worth.highestReported() != null)
                .max(wholeFirst.thenComparing(Headline.Worth::highestReported))
                .map(Headline.Worth::highestReported)
                .orElse(null);
    }

    private static List<Span> spans(Agreement agreement) {
        Spans spans = new Spans();
        Claimed.lines(Claimed.standing(agreement, ClaimKind.ITEMS)).forEach(line -> counts(line, spans));
        Claimed.lines(Claimed.standing(agreement, ClaimKind.VALUES)).forEach(line -> values(line, spans));
        Claimed.lines(Claimed.standing(agreement, ClaimKind.DATES)).forEach(line -> dates(line, spans));
        for (Claim claim : Claimed.standing(agreement, ClaimKind.COMMITMENTS)) {
            FuzzyDate reviewBy = ((Commitment) claim.says()).reviewBy();
            if (reviewBy != null) {
                spans.dates("review", "", List.of(reviewBy));
            }
        }
        stages(agreement, spans);
        return spans.all();
    }

    private static void counts(List<Claim> line, Spans spans) {
        List<Item> items = line.stream()
                .map(claim -> (Item) claim.says())
                .filter(item -> item.count() != null)
                .toList();
        // The category that the headline counts the line under.
        Category category = Headlines.category(line);
        spans.quantities(
                "count", category.code(), "", items.stream().map(Item::count).toList());
    }

    private record Sum(Basis basis, String currency) {}

    private static void values(List<Claim> line, Spans spans) {
        Map<Sum, List<Claim>> sums = new LinkedHashMap<>();
        for (Claim claim : line) {
            Value value = (Value) claim.says();
            sums.computeIfAbsent(new Sum(value.basis(), value.money().currency()), sum -> new ArrayList<>())
                    .add(claim);
        }
        sums.forEach((sum, claims) -> spans.quantities(
                "value",
                sum.basis().code(),
                sum.currency() == null ? "" : sum.currency(),
                Claimed.figures(claims).stream()
                        .map(claim -> ((Value) claim.says()).money().amount().quantity())
                        .toList()));
    }

    private static void dates(List<Claim> line, Spans spans) {
        Map<String, List<FuzzyDate>> events = new LinkedHashMap<>();
        for (Claim claim : line) {
            Milestone says = (Milestone) claim.says();
            events.computeIfAbsent(says.event().code(), event -> new ArrayList<>())
                    .add(says.when());
        }
        events.forEach((event, when) -> spans.dates("date", event, when));
    }

    /** From which day to which the deal stood at which stage, as {@code onDate} has it. */
    private static void stages(Agreement agreement, Spans spans) {
        Set<LocalDate> turns = new TreeSet<>();
        for (Step step : agreement.history().sequence()) {
            turns.add(step.effective().latestBegin());
        }
        LocalDate from = null;
        String stage = agreement.history().onDate(LocalDate.MIN).stage().code();
        for (LocalDate turn : turns) {
            spans.possible("stage", stage, "", Span.days(from, turn.minusDays(1)));
            from = turn;
            stage = agreement.history().onDate(turn).stage().code();
        }
        spans.possible("stage", stage, "", Span.days(from, null));
    }
}
