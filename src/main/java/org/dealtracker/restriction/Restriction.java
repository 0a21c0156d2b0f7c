package org.dealtracker.restriction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.Form;
import org.dealtracker.log.Identity;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Reference;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Urls;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * An embargo, a sanction or a duty by treaty.
 *
 * @param issuer who laid it down
 * @param reference of the legal act, to the paragraph
 * @param targets whom it is laid on; none where it binds its parties in whatever they supply
 * @param scope goods and services; empty where no source says, so that it may be about anything
 */
public record Restriction(
        @JsonUnwrapped Identity identity,
        String title,
        String issuer,
        String reference,
        String url,
        Direction direction,
        List<Target> targets,
        List<Scope> scope,
        FuzzyDate from,
        FuzzyDate to,
        List<Amendment> amendments,
        String note,
        List<Citation> citations)
        implements Recorded {

    // Agreements show which restrictions they touch.
    public static final RecordType<Restriction> TYPE =
            new RecordType<>(RecordKind.RESTRICTION, Restriction::read, RecordType.Reach.OTHERS, Set.of());

    /** What lists find a restriction by of which no source says what it is about: it may be about anything. */
    public static final String ANY_SCOPE = "unspecified";

    private static Restriction read(Form form, Identity identity, Restriction before) {
        Restriction restriction = new Restriction(
                identity,
                form.text("title", Form.NAME),
                form.text("issuer", Form.NAME),
                form.text("reference", Form.NAME),
                Urls.read(form, "url"),
                form.code("direction", Direction.class, Direction.TO_TARGET),
                form.list("targets", Target::read),
                form.codes("scope", Scope.class),
                Values.date(form, "from"),
                Values.date(form, "to"),
                form.list("amendments", Amendment::read),
                form.text("note", Form.TEXT),
                Citation.required(form));
        form.require("title", "issuer");
        Values.ordered(form, restriction.from, restriction.to, "to");
        form.end(RecordType.serverOwned());
        return restriction;
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.RESTRICTION;
    }

    @Override
    public String listTitle() {
        return title;
    }

    @Override
    public Set<String> citedMembers() {
        return Set.of("citations", "issuer", "reference", "direction", "targets", "scope", "from", "to", "amendments");
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> references = new HashSet<>();
        for (Target target : targets) {
            if (target.party() != null) {
                references.add(new Reference(RecordKind.PARTY, target.party(), "/targets"));
            }
        }
        Citation.references(citations, "/citations", references::add);
        amendments.forEach(amendment -> Citation.references(amendment.citations(), "/amendments", references::add));
        return references;
    }

    @Override
    public Set<Repeat> repetitions() {
        Set<Repeat> repetitions = new HashSet<>();
        Citation.repetitions(citations, "/citations", repetitions::add);
        for (int i = 0; i < amendments.size(); i++) {
            Citation.repetitions(amendments.get(i).citations(), "/amendments/" + i, repetitions::add);
        }
        return repetitions;
    }

    @Override
    public Restriction as(Identity other) {
        return new Restriction(
                other, title, issuer, reference, url, direction, targets, scope, from, to, amendments, note, citations);
    }
}
