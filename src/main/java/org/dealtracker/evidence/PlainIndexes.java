package org.dealtracker.evidence;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.http.Code;
import org.dealtracker.log.Index;
import org.dealtracker.log.Index.Span;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Reference;
import org.dealtracker.log.Terms;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Alias;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Effect;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.restriction.Target;
import org.dealtracker.source.Source;
import org.dealtracker.uncertain.FuzzyDate;

/** What lists find those records by that have nothing derived. */
final class PlainIndexes {
    private PlainIndexes() {}

    static Index of(Party party) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(Terms.of("kind", party.kind().code()));
        if (party.country() != null) {
            terms.add(Terms.of("country", party.country()));
        }
        party.affiliations().stream()
                .filter(affiliation -> affiliation.kind().carriesOver())
                .map(Affiliation::party)
                .forEach(whole -> terms.add(Terms.of("affiliated", whole)));
        List<String> names = Stream.concat(
                        Stream.of(party.name()), party.aliases().stream().map(Alias::name))
                .map(Terms::plain)
                .distinct()
                .toList();
        return new Index(terms, names, null, null, null, List.of());
    }

    static Index of(Source source) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(Terms.of("kind", source.kind().code()));
        terms.add(Terms.of("origin", source.origin().code()));
        terms.add(Terms.of("retracted", Boolean.toString(source.retraction() != null)));
        if (source.publisher() != null) {
            terms.add(Terms.of("publisher", Terms.plain(source.publisher())));
        }
        Spans spans = new Spans();
        if (source.published() != null) {
            spans.dates("published", "", List.of(source.published()));
        }
        LocalDate day = source.published() == null ? null : source.published().earliest();
        List<String> names = Stream.of(source.title(), source.publisher())
                .filter(Objects::nonNull)
                .map(Terms::plain)
                .toList();
        return new Index(terms, names, null, day, null, spans.all());
    }

    static Index of(Engagement engagement) {
        Set<String> terms = referred(engagement);
        add(terms, "kind", engagement.kind());
        engagement.topics().forEach(topic -> add(terms, "topic", topic.code()));
        return dated(terms, engagement.when(), Stream.of(engagement.title()));
    }

    static Index of(Assessment assessment) {
        Set<String> terms = referred(assessment);
        // Who judges is no party to what is judged.
        terms.removeIf(term -> term.startsWith(Terms.of("party", "")));
        Stream.concat(assessment.subject().parties().stream(), assessment.concerns().stream())
                .filter(party -> !assessment.regions().contains(party))
                .forEach(party -> terms.add(Terms.of("party", party)));
        add(terms, "stance", assessment.stance());
        add(terms, "nature", assessment.nature());
        add(terms, "finding", assessment.finding());
        assessment.themes().forEach(theme -> add(terms, "theme", theme));
        if (assessment.by() != null) {
            add(terms, "by", assessment.by().kind());
        }
        assessment.regions().forEach(region -> terms.add(Terms.of("region", region)));
        terms.addAll(Terms.words(Stream.of(assessment.paraphrase())));
        return dated(terms, assessment.when(), Stream.of());
    }

    static Index of(Restriction restriction) {
        Set<String> terms = referred(restriction);
        add(terms, "direction", restriction.direction());
        Stream.concat(
                        restriction.scope().stream(),
                        restriction.amendments().stream()
                                .filter(amendment -> amendment.effect() == Effect.EXTENDS)
                                .flatMap(amendment -> amendment.scope().stream()))
                .forEach(scope -> add(terms, "scope", scope));
        if (restriction.scope().isEmpty()) {
            terms.add(Terms.of("scope", Restriction.ANY_SCOPE));
        }
        for (Target target : restriction.targets()) {
            terms.add(Terms.of("target", target.party() == null ? target.country() : target.party()));
        }
        Spans spans = new Spans();
        Days force = Scopes.force(restriction);
        spans.possible("force", "", "", Span.days(force.first(), force.last()));
        List<String> names = names(Stream.of(restriction.title(), restriction.issuer(), restriction.reference()));
        return new Index(terms, names, null, first(restriction.from()), null, spans.all());
    }

    private static Index dated(Set<String> terms, FuzzyDate when, Stream<String> names) {
        Spans spans = new Spans();
        if (when != null) {
            spans.dates("when", "", List.of(when));
        }
        return new Index(terms, names(names), null, first(when), null, spans.all());
    }

    /** What a record refers to, each by the kind that it is of. */
    private static Set<String> referred(Recorded record) {
        Set<String> terms = new LinkedHashSet<>();
        for (Reference reference : record.references()) {
            terms.add(Terms.of(reference.kind().code(), reference.slug()));
        }
        return terms;
    }

    private static void add(Set<String> terms, String name, Code code) {
        if (code != null) {
            terms.add(Terms.of(name, code.code()));
        }
    }

    private static List<String> names(Stream<String> names) {
        return names.filter(Objects::nonNull).map(Terms::plain).distinct().toList();
    }

    private static LocalDate first(FuzzyDate date) {
        return date == null ? null : date.earliest();
    }
}
