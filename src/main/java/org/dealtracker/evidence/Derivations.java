package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.log.Derivation;
import org.dealtracker.log.Index;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Records;
import org.dealtracker.log.Repointing;
import org.dealtracker.log.Terms;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;

/** Gathers what a derivation needs, in the transaction of the write that asks for it. */
@ApplicationScoped
class Derivations implements Derivation {
    private final Records records;
    private final Gathering gathering;

    Derivations(Records records, Gathering gathering) {
        this.records = records;
        this.gathering = gathering;
    }

    @Override
    public List<Recorded> derive(List<? extends Recorded> records) {
        List<Agreement> agreements = records.stream()
                .filter(Agreement.class::isInstance)
                .map(Agreement.class::cast)
                .toList();
        Iterator<Facts> facts = gathering.now(agreements).iterator();
        return records.stream()
                .map(record -> record instanceof Agreement ? Derived.of(facts.next()) : (Recorded) record)
                .toList();
    }

    @Override
    public Collection<UUID> resting(Recorded on) {
        Set<UUID> one = Set.of(on.identity().id());
        return switch (on.recordKind()) {
            case SOURCE -> agreements(RecordKind.SOURCE, one);
            case PARTY -> agreements(RecordKind.PARTY, one);
            case AGREEMENT -> one;
            case ENGAGEMENT, ASSESSMENT, RESTRICTION -> Set.of();
        };
    }

    @Override
    public void refuse(Recorded before, Recorded wanted, String where) {
        if (wanted instanceof Agreement agreement) {
            Confirmations.refuse(
                    (Agreement) before,
                    agreement,
                    where,
                    () -> gathering.now(List.of(agreement)).get(0));
        }
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
        Recorded one = after == null ? before : after;
        return switch (one.recordKind()) {
            case SOURCE ->
                before != null && after != null && Bearing.differs((Source) before, (Source) after)
                        ? resting(one)
                        : List.of();
            case PARTY ->
                before != null && after != null && Bearing.differs((Party) before, (Party) after)
                        ? resting(one)
                        : List.of();
            case RESTRICTION -> agreements(RecordKind.PARTY, targets((Restriction) before, (Restriction) after));
            case ASSESSMENT ->
                records.ids(RecordKind.AGREEMENT, Set.of(), Bearing.judged((Assessment) before, (Assessment) after));
            case AGREEMENT, ENGAGEMENT -> List.of();
        };
    }

    private List<UUID> agreements(RecordKind through, Collection<UUID> to) {
        return records.referring(RecordKind.AGREEMENT, through, to);
    }

    /** Whom a restriction targets, or targeted before: parties by name, and all of a country. */
    private List<UUID> targets(Restriction before, Restriction after) {
        Set<String> countries = new TreeSet<>();
        Set<String> parties = new TreeSet<>();
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .flatMap(restriction -> restriction.targets().stream())
                .forEach(target -> {
                    if (target.party() == null) {
                        countries.add(Terms.of("country", target.country()));
                    } else {
                        parties.add(target.party());
                    }
                });
        return records.ids(RecordKind.PARTY, countries, parties);
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
