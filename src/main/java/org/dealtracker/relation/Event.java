package org.dealtracker.relation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.dealtracker.agreement.Stage;
import org.dealtracker.assessment.AssessmentStance;
import org.dealtracker.assessment.Finding;
import org.dealtracker.engagement.EngagementKind;
import org.dealtracker.engagement.Place;
import org.dealtracker.engagement.TopicCode;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.RecordKind;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * One thing between two sides.
 *
 * @param type what sort of thing; of a status event {@code record} is its agreement
 * @param when in the world; none where no source says
 * @param n the entry of the log that brought it into the register, or its record's last change
 * @param text an event's reason, an assessment's paraphrase, an engagement's outcome
 */
record Event(
        EventType type,
        FuzzyDate when,
        Of record,
        long n,
        UUID event,
        EngagementKind engagementKind,
        List<TopicCode> topics,
        Place where,
        Stage from,
        Stage to,
        ChangeType changeType,
        AssessmentStance stance,
        Finding finding,
        String text) {

    /** In the order of the world: what has no day comes last. */
    static final Comparator<Event> ORDER = Comparator.comparing(Event::when, Comparator.nullsLast(FuzzyDate.ORDER))
            .thenComparing(Event::type)
            .thenComparing(event -> event.record().slug())
            .thenComparing(Event::n)
            .thenComparing(Event::event, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The record that it stands in. */
    record Of(RecordKind kind, String slug, String title) {}
}
