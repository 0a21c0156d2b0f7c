package org.dealtracker.party;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dealtracker.http.Form;
import org.dealtracker.log.Identity;
import org.dealtracker.log.Mergeable;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Reference;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Values;

/**
 * Who can be on either side of a deal.
 *
 * @param country ISO 3166-1 alpha-2, where the party is of one country
 */
public record Party(
        @JsonUnwrapped Identity identity,
        String name,
        PartyKind kind,
        String country,
        List<Alias> aliases,
        List<Affiliation> affiliations,
        List<ExternalId> externalIds,
        String note)
        implements Mergeable<Party> {

    // Agreements show the names of their parties, and filters follow affiliations.
    public static final RecordType<Party> TYPE =
            new RecordType<>(RecordKind.PARTY, Party::read, RecordType.Reach.REFERRING, Set.of());

    private static Party read(Form form, Identity identity, Party before) {
        Party party = new Party(
                identity,
                form.text("name", Form.NAME),
                form.code("kind", PartyKind.class),
                Values.country(form, "country"),
                form.list("aliases", Alias::read),
                form.list("affiliations", item -> Affiliation.read(item, identity.slug())),
                form.list("externalIds", ExternalId::read),
                form.text("note", Form.TEXT));
        form.require("name", "kind");
        form.end(RecordType.serverOwned());
        return party;
    }

    private static <T> List<T> union(List<T> ours, List<T> theirs) {
        return Stream.concat(ours.stream(), theirs.stream()).distinct().toList();
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.PARTY;
    }

    @Override
    public String listTitle() {
        return name;
    }

    @Override
    public Set<String> citedMembers() {
        return Set.of("affiliations");
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> references = new HashSet<>();
        for (Affiliation affiliation : affiliations) {
            references.add(new Reference(RecordKind.PARTY, affiliation.party(), "/affiliations"));
            Citation.references(affiliation.citations(), "/affiliations", references::add);
        }
        return references;
    }

    @Override
    public Set<Repeat> repetitions() {
        Set<Repeat> repetitions = new HashSet<>();
        for (int i = 0; i < affiliations.size(); i++) {
            Citation.repetitions(affiliations.get(i).citations(), "/affiliations/" + i, repetitions::add);
        }
        return repetitions;
    }

    /** The duplicate's names become aliases; what it belongs to and how others call it is added. */
    @Override
    public Party joined(Party duplicate) {
        Set<Alias> names = new LinkedHashSet<>(aliases);
        boolean known = name.equals(duplicate.name)
                || aliases.stream().anyMatch(alias -> alias.name().equals(duplicate.name));
        if (!known) {
            names.add(new Alias(duplicate.name, null, null, null));
        }
        names.addAll(duplicate.aliases);
        return new Party(
                identity,
                name,
                kind,
                country,
                List.copyOf(names),
                union(affiliations, duplicate.affiliations),
                union(externalIds, duplicate.externalIds),
                note);
    }

    @Override
    public Party as(Identity other) {
        return new Party(other, name, kind, country, aliases, affiliations, externalIds, note);
    }
}
