package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Headline.Named;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.log.Derivation;
import org.dealtracker.log.Index;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Records;
import org.dealtracker.log.Reference;
import org.dealtracker.log.Repointing;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;
import org.dealtracker.uncertain.FuzzyDate;

/** Gathers what a derivation needs, in the transaction of the write that asks for it. */
@ApplicationScoped
class Derivations implements Derivation {
    private final Records records;

    Derivations(Records records) {
        this.records = records;
    }

    @Override
    public Recorded derive(Recorded record) {
        return record instanceof Agreement agreement ? derive(agreement) : record;
    }

    private Agreement derive(Agreement agreement) {
        Set<String> parties = new HashSet<>();
        Set<String> sources = new HashSet<>();
        for (Reference reference : agreement.references()) {
            if (reference.kind() == RecordKind.PARTY) {
                parties.add(reference.slug());
            } else if (reference.kind() == RecordKind.SOURCE) {
                sources.add(reference.slug());
            }
        }
        Map<String, Named> names = new HashMap<>();
        records.current(RecordKind.PARTY, parties).forEach((slug, document) -> {
            Party party = Party.TYPE.stored(document);
            names.put(slug, new Named(party.identity().id(), slug, party.name()));
        });
        Map<String, FuzzyDate> published = new HashMap<>();
        records.current(RecordKind.SOURCE, sources).forEach((slug, document) -> {
            Source source = Source.TYPE.stored(document);
            if (source.retraction() == null) {
                published.put(slug, source.published());
            }
        });
        return agreement.withHeadline(Headlines.of(agreement, names, published));
    }

    @Override
    public Index index(Recorded derived) {
        return switch (derived.recordKind()) {
            case AGREEMENT -> Indexes.of((Agreement) derived);
            case PARTY -> PlainIndexes.of((Party) derived);
            case SOURCE -> PlainIndexes.of((Source) derived);
            case ENGAGEMENT -> PlainIndexes.of((Engagement) derived);
            case ASSESSMENT -> PlainIndexes.of((Assessment) derived);
            case RESTRICTION -> PlainIndexes.of((Restriction) derived);
        };
    }

    @Override
    public Collection<UUID> dependents(Recorded before, Recorded after) {
        boolean shownElsewhere = before instanceof Party was
                        && after instanceof Party is
                        && !was.name().equals(is.name())
                || before instanceof Source had
                        && after instanceof Source has
                        && !(Objects.equals(had.published(), has.published())
                                && (had.retraction() == null) == (has.retraction() == null));
        return shownElsewhere
                ? records.referring(RecordKind.AGREEMENT, after.identity().id())
                : List.of();
    }

    @Override
    public Recorded read(RecordKind kind, ObjectNode document, Repointing repointing) {
        return switch (kind) {
            case AGREEMENT -> Agreement.TYPE.stored(document, repointing);
            case PARTY -> Party.TYPE.stored(document, repointing);
            case SOURCE -> Source.TYPE.stored(document, repointing);
            case ENGAGEMENT -> Engagement.TYPE.stored(document, repointing);
            case ASSESSMENT -> Assessment.TYPE.stored(document, repointing);
            case RESTRICTION -> Restriction.TYPE.stored(document, repointing);
        };
    }
}
