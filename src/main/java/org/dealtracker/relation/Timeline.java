package org.dealtracker.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Participation;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.StatusEvent;
import org.dealtracker.agreement.StatusHistory;
import org.dealtracker.agreement.Step;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.engagement.Participant;
import org.dealtracker.engagement.Topic;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.Texts;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Terms;
import org.dealtracker.relation.Event.Of;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;

/** What two sides, each with all who belong to it, have had to do with each other. */
@ApplicationScoped
class Timeline {
    private final Listings listings;
    private final Affiliates affiliates;

    Timeline(Listings listings, Affiliates affiliates) {
        this.listings = listings;
        this.affiliates = affiliates;
    }

    /**
     * @param onDate only what may have begun by that day, along affiliations that may have held then; null for all
     * @throws Problem 400 when one of the two is nobody that the register knew
     */
    List<Event> between(List<String> sides, long n, LocalDate onDate) {
        Set<String> one = side(sides.get(0), n, onDate);
        Set<String> other = side(sides.get(1), n, onDate);
        if (one.equals(other)) {
            throw Problem.badParameter("between", "'between' takes two different parties; these are one.");
        }
        // Where one side belongs to the other, what it does alone is not something between the two.
        if (one.containsAll(other)) {
            one.removeAll(other);
        } else if (other.containsAll(one)) {
            other.removeAll(one);
        }
        List<Engagement> engagements = listed(Engagement.TYPE, both("party", one, other), n);
        engagements.removeIf(engagement -> !meet(taking(engagement), one, other));
        List<Agreement> agreements = agreements(both("party", one, other), n);
        agreements.removeIf(agreement -> !meet(taking(agreement), one, other));
        List<Event> events = new ArrayList<>();
        engagements.forEach(engagement -> events.add(event(engagement)));
        agreements.forEach(agreement -> add(agreement, onDate, events));
        assessments(engagements, agreements, one, other, n).forEach(assessment -> events.add(event(assessment)));
        events.removeIf(
                event -> onDate != null && event.when() != null && !event.when().begunBy(onDate, Certainty.POSSIBLE));
        events.sort(Event.ORDER);
        return events;
    }

    /** With their claims, which lists leave out: a deal's first day stands there. */
    private List<Agreement> agreements(Filter filter, long n) {
        List<Agreement> agreements = new ArrayList<>();
        listings.documents(
                listings.numbers(RecordKind.AGREEMENT, filter, n),
                (number, document) -> agreements.add(Agreement.TYPE.stored(Json.stored(document))));
        return agreements;
    }

    private Set<String> side(String reference, long n, LocalDate onDate) {
        Set<String> side = new LinkedHashSet<>(affiliates.of(List.of(reference), n, true, onDate));
        if (side.isEmpty()
                || listings.items(RecordKind.PARTY, new Filter().slugs(side), n).isEmpty()) {
            throw Problem.badParameter("between", "There is no party '" + Texts.shown(reference) + "' by then.");
        }
        return side;
    }

    private static Filter both(String name, Set<String> one, Set<String> other) {
        return new Filter().anyOf(Terms.each(name, List.copyOf(one))).anyOf(Terms.each(name, List.copyOf(other)));
    }

    private <T extends Recorded> List<T> listed(RecordType<T> type, Filter filter, long n) {
        List<T> records = new ArrayList<>();
        for (ObjectNode item : listings.items(type.kind(), filter, n)) {
            records.add(type.stored(item));
        }
        return records;
    }

    private static Set<String> taking(Engagement engagement) {
        return engagement.participants().stream()
                .map(Participant::party)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> taking(Agreement agreement) {
        return agreement.claims().of(ClaimKind.PARTIES).stream()
                .map(claim -> ((Participation) claim.says()).party())
                .collect(Collectors.toSet());
    }

    /** Whether somebody of one side and somebody else of the other take part. */
    private static boolean meet(Set<String> taking, Set<String> one, Set<String> other) {
        return taking.stream()
                .filter(one::contains)
                .anyMatch(here -> taking.stream().anyMatch(there -> !there.equals(here) && other.contains(there)));
    }

    /** Those of any of the deals and engagements, and those that judge or concern both sides. */
    private List<Assessment> assessments(
            List<Engagement> engagements, List<Agreement> agreements, Set<String> one, Set<String> other, long n) {
        Set<String> subjects = new HashSet<>();
        engagements.forEach(
                each -> subjects.add(Terms.of("engagement", each.identity().slug())));
        agreements.forEach(
                each -> subjects.add(Terms.of("agreement", each.identity().slug())));
        Map<String, Assessment> found = new LinkedHashMap<>();
        List<Assessment> all =
                subjects.isEmpty() ? new ArrayList<>() : listed(Assessment.TYPE, new Filter().anyOf(subjects), n);
        all.addAll(listed(Assessment.TYPE, both("party", one, other), n));
        all.forEach(assessment -> found.put(assessment.identity().slug(), assessment));
        return List.copyOf(found.values());
    }

    private static Event event(Engagement says) {
        return new Event(
                EventType.ENGAGEMENT,
                says.when(),
                of(says),
                says.identity().n(),
                null,
                says.kind(),
                says.topics().stream().map(Topic::code).toList(),
                says.where(),
                null,
                null,
                null,
                null,
                null,
                says.outcome());
    }

    private static Event event(Assessment says) {
        return new Event(
                EventType.ASSESSMENT,
                says.when(),
                of(says),
                says.identity().n(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                says.stance(),
                says.finding(),
                says.paraphrase());
    }

    private static void add(Agreement says, LocalDate onDate, List<Event> events) {
        StatusHistory history = says.history();
        Set<UUID> standing = history.sequence().stream().map(Step::id).collect(Collectors.toSet());
        List<StatusEvent> turns = says.statusHistory().stream()
                // What a later event stands instead of did not happen.
                .filter(event -> standing.contains(event.id()))
                .toList();
        FuzzyDate first = Stream.concat(
                        says.claims().of(ClaimKind.DATES).stream().map(claim -> ((Milestone) claim.says()).when()),
                        turns.stream().map(StatusEvent::effective))
                .min(FuzzyDate.ORDER)
                .orElse(says.headline().firstReported());
        Stage stage = onDate == null
                ? history.current().stage()
                : history.onDate(onDate).stage();
        events.add(new Event(
                EventType.AGREEMENT,
                first,
                of(says),
                says.identity().n(),
                null,
                null,
                List.of(),
                null,
                null,
                stage,
                null,
                null,
                null,
                says.summary()));
        for (StatusEvent event : turns) {
            events.add(new Event(
                    EventType.STATUS_EVENT,
                    event.effective(),
                    of(says),
                    event.n(),
                    event.id(),
                    null,
                    List.of(),
                    null,
                    event.from(),
                    event.to(),
                    event.changeType(),
                    null,
                    null,
                    event.reason()));
        }
    }

    private static Of of(Recorded record) {
        return new Of(record.recordKind(), record.identity().slug(), record.listTitle());
    }
}
