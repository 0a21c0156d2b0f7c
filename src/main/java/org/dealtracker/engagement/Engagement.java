package org.dealtracker.engagement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.dealtracker.http.Form;
import org.dealtracker.log.Identity;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Reference;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * A visit, talks, a signing, an exercise, a relation: what two sides did with each other, apart from any deal.
 *
 * @param agreements those that it bears on
 * @param variants what single sources have otherwise
 */
public record Engagement(
        @JsonUnwrapped Identity identity,
        EngagementKind kind,
        String title,
        FuzzyDate when,
        Place where,
        List<Participant> participants,
        List<Topic> topics,
        String outcome,
        List<String> agreements,
        List<Variant> variants,
        String note,
        List<Citation> citations)
        implements Recorded {

    public static final RecordType<Engagement> TYPE =
            new RecordType<>(RecordKind.ENGAGEMENT, Engagement::read, RecordType.Reach.ITSELF, Set.of());

    private static Engagement read(Form form, Identity identity, Engagement before) {
        Engagement engagement = new Engagement(
                identity,
                form.code("kind", EngagementKind.class),
                form.text("title", Form.NAME),
                Values.date(form, "when"),
                form.object("where", Place::read),
                form.list("participants", Participant::read),
                form.list("topics", Topic::read),
                form.text("outcome", Form.TEXT),
                form.references("agreements", "agreement"),
                form.list("variants", Variant::read),
                form.text("note", Form.TEXT),
                Citation.required(form));
        form.require("kind");
        if (!form.has("participants") || form.raw("participants").isEmpty()) {
            form.unacceptable("participants", "Nothing was done without anybody: name at least one participant.");
        }
        form.end(RecordType.serverOwned());
        return engagement;
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.ENGAGEMENT;
    }

    /** The title, or who did what. */
    @Override
    public String listTitle() {
        if (title != null) {
            return title;
        }
        String who = participants.stream()
                .map(Participant::party)
                .filter(Objects::nonNull)
                .distinct()
                .limit(5)
                .collect(Collectors.joining(" "));
        return (kind.code().replace('_', ' ') + " " + who).strip();
    }

    @Override
    public Set<String> citedMembers() {
        return Set.of(
                "citations", "kind", "when", "where", "participants", "topics", "outcome", "agreements", "variants");
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> references = new HashSet<>();
        for (Participant participant : participants) {
            if (participant.party() != null) {
                references.add(new Reference(RecordKind.PARTY, participant.party(), "/participants"));
            }
        }
        agreements.forEach(slug -> references.add(new Reference(RecordKind.AGREEMENT, slug, "/agreements")));
        eachCited((cited, pointer) -> Citation.references(cited, "/" + pointer.split("/")[1], references::add));
        return references;
    }

    @Override
    public Set<Repeat> repetitions() {
        Set<Repeat> repetitions = new HashSet<>();
        eachCited((cited, pointer) -> Citation.repetitions(cited, pointer, repetitions::add));
        return repetitions;
    }

    private void eachCited(BiConsumer<List<Citation>, String> to) {
        to.accept(citations, "/citations");
        for (int i = 0; i < topics.size(); i++) {
            to.accept(topics.get(i).citations(), "/topics/" + i);
        }
        for (int i = 0; i < variants.size(); i++) {
            to.accept(variants.get(i).citations(), "/variants/" + i);
        }
    }

    @Override
    public Engagement as(Identity other) {
        return new Engagement(
                other, kind, title, when, where, participants, topics, outcome, agreements, variants, note, citations);
    }
}
