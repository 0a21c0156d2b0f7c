package org.dealtracker.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.log.Identity;
import org.dealtracker.log.Mergeable;
import org.dealtracker.log.Op;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Reference;
import org.dealtracker.log.Stamp;
import org.dealtracker.party.ExternalId;
import org.dealtracker.source.Citation;

/**
 * One reported deal with all that is claimed of it: the aggregate. It is read and written as a whole and has one
 * revision; every method answers with another agreement and leaves this one as it was.
 *
 * @param citations of the deal as such; a silent one says that a source was searched for it and does not have it
 * @param headline derived; null before the first write
 */
public record Agreement(
        @JsonUnwrapped Identity identity,
        String title,
        String summary,
        AgreementKind kind,
        List<ExternalId> externalIds,
        List<Related> related,
        List<Citation> citations,
        @JsonUnwrapped Claims claims,
        List<StatusEvent> statusHistory,
        String note,
        Headline headline)
        implements Mergeable<Agreement> {

    public static final RecordType<Agreement> TYPE =
            new RecordType<>(RecordKind.AGREEMENT, Agreement::read, RecordType.Reach.ITSELF, Set.of("headline"));

    static final String STATUS_HISTORY = "statusHistory";

    /** Events whose days all overlap may stand in many orders, and each is judged against all before it. */
    private static final int MOST_EVENTS = 50;

    private static Agreement read(Form form, Identity identity, Agreement before) {
        boolean stored = before == null && identity.revision() > 0;
        Ids ids = stored ? Ids.stored() : before == null ? Ids.creating(form) : Ids.editing(before);
        Claims claims = before == null ? Claims.NONE : before.claims;
        for (ClaimKind kind : ClaimKind.values()) {
            List<Claim> read = form.list(kind.collection(), item -> Claim.read(item, kind, ids));
            // An array that is absent or null leaves the claims of its kind as they are.
            if (form.has(kind.collection())) {
                claims = claims.with(kind, read);
            }
        }
        Agreement agreement = new Agreement(
                identity,
                form.text("title", Form.NAME),
                form.text("summary", Form.TEXT),
                form.code("kind", AgreementKind.class, AgreementKind.UNKNOWN),
                form.list("externalIds", ExternalId::read),
                form.list("related", Related::read),
                form.list("citations", Citation::read),
                claims,
                before == null ? List.of() : before.statusHistory,
                form.text("note", Form.TEXT),
                null);
        form.require("title");
        agreement.check(form);
        Set<String> owned = new HashSet<>(RecordType.serverOwned());
        owned.addAll(TYPE.derived());
        Agreement whole = agreement.withEvents(form, ids, before, stored);
        form.end(owned);
        return whole;
    }

    private Agreement withEvents(Form form, Ids ids, Agreement before, boolean stored) {
        if (before != null) {
            requireUnchangedEvents(form, before);
            return this;
        }
        List<StatusEvent> events = form.list(STATUS_HISTORY, item -> StatusEvent.read(item, ids));
        if (stored) {
            return withHeadline(LastChanges.headline(form.raw("headline"))).withHistory(events);
        }
        if (events.size() > MOST_EVENTS) {
            form.unacceptable(
                    STATUS_HISTORY, "One request appends at most " + MOST_EVENTS + " events; append the rest later.");
            return this;
        }
        Agreement agreement = this;
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            if (seen.add(events.get(i).id())) {
                agreement = Appending.append(form, STATUS_HISTORY + "/" + i, agreement, events.get(i));
            } else {
                form.unacceptable(STATUS_HISTORY, "Two events here have the same id.");
            }
        }
        return agreement;
    }

    private static void requireUnchangedEvents(Form form, Agreement before) {
        JsonNode sent = form.raw(STATUS_HISTORY);
        if (sent != null && !sent.equals(Json.asStored(before.statusHistory))) {
            form.unacceptable(
                    STATUS_HISTORY,
                    "Status events are appended by POST to status-history and never edited; send them as they are, or"
                            + " leave them out.");
        }
    }

    private void check(Form form) {
        Set<Object> seen = new HashSet<>();
        for (ClaimKind kind : ClaimKind.values()) {
            if (!claims.of(kind).stream().map(Claim::id).allMatch(seen::add)) {
                form.unacceptable(kind.collection(), "Two claims here have the same id.");
            }
            if (Replacements.areCircular(claims.of(kind))) {
                form.unacceptable(kind.collection(), "Claims here replace each other in a circle.");
            }
            String circular = Lines.circular(claims.of(kind));
            if (circular != null) {
                form.unacceptable(kind.collection(), "The line '" + circular + "' is, over others, a part of itself.");
            }
        }
        if (new HashSet<>(related).size() < related.size()) {
            form.unacceptable("related", "'related' holds the same twice.");
        }
        if (related.stream()
                .anyMatch(other -> identity.slug() != null && identity.slug().equals(other.agreement()))) {
            form.unacceptable("related", "An agreement cannot be related to itself.");
        }
    }

    /** The stages of this agreement, without the events' reasons and citations. */
    public StatusHistory history() {
        return StatusHistory.of(statusHistory.stream().map(StatusEvent::step).toList());
    }

    /** The survivor's own words, stages and claims, and beside them what only the duplicate has. */
    @Override
    public Agreement joined(Agreement duplicate) {
        return new Agreement(
                identity,
                title,
                summary,
                kind,
                Joining.union(externalIds, duplicate.externalIds),
                Joining.union(related, duplicate.related),
                Joining.union(citations, duplicate.citations),
                Joining.claims(this, duplicate),
                statusHistory,
                note,
                headline);
    }

    Agreement withClaims(ClaimKind kind, List<Claim> other) {
        return with(claims.with(kind, other), statusHistory, headline);
    }

    Agreement withHistory(List<StatusEvent> events) {
        return with(claims, events, headline);
    }

    public Agreement withHeadline(Headline other) {
        return with(claims, statusHistory, other);
    }

    /** @param supported whether an event's citations still hold */
    public Agreement withSupport(Predicate<StatusEvent> supported) {
        return withHistory(statusHistory.stream()
                .map(event -> event.supported(supported.test(event)))
                .toList());
    }

    private Agreement with(Claims otherClaims, List<StatusEvent> events, Headline otherHeadline) {
        return new Agreement(
                identity,
                title,
                summary,
                kind,
                externalIds,
                related,
                citations,
                otherClaims,
                List.copyOf(events),
                note,
                otherHeadline);
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.AGREEMENT;
    }

    @Override
    public String listTitle() {
        return title;
    }

    @Override
    public Set<String> citedMembers() {
        Set<String> cited = heavyMembers().stream().collect(Collectors.toCollection(LinkedHashSet::new));
        cited.add("citations");
        return cited;
    }

    @Override
    public Set<String> heavyMembers() {
        return Arrays.stream(ClaimKind.values()).map(ClaimKind::collection).collect(Collectors.toSet());
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> references = new HashSet<>();
        related.forEach(other -> references.add(new Reference(RecordKind.AGREEMENT, other.agreement(), "/related")));
        eachCited((cited, pointer) -> Citation.references(cited, pointer, references::add));
        for (ClaimKind each : ClaimKind.values()) {
            claims.of(each)
                    .forEach(claim -> claim.says().references(pointer(each.collection(), claim.id()), references::add));
        }
        statusHistory.forEach(event -> event.references(pointer(STATUS_HISTORY, event.id()), references::add));
        return references;
    }

    @Override
    public Set<Repeat> repetitions() {
        Set<Repeat> repetitions = new HashSet<>();
        eachCited((citations, pointer) -> Citation.repetitions(citations, pointer, repetitions::add));
        return repetitions;
    }

    /** Everything that carries citations, with a pointer to it. */
    private void eachCited(BiConsumer<List<Citation>, String> to) {
        to.accept(citations, "/citations");
        for (ClaimKind each : ClaimKind.values()) {
            claims.of(each).forEach(claim -> to.accept(claim.citations(), pointer(each.collection(), claim.id())));
        }
        statusHistory.forEach(event -> to.accept(event.citations(), pointer(STATUS_HISTORY, event.id())));
    }

    private static String pointer(String collection, UUID id) {
        return "/" + collection + "/" + id;
    }

    @Override
    public Agreement as(Identity other) {
        return new Agreement(
                other, title, summary, kind, externalIds, related, citations, claims, statusHistory, note, headline);
    }

    @Override
    public Agreement stamped(Stamp stamp) {
        String actor = stamp.why().actor();
        List<StatusEvent> events = statusHistory.stream()
                .map(event -> event.recorded(stamp.n(), stamp.at(), actor))
                .toList();
        Headline shown = stamp.op() == Op.REDERIVED ? headline : headline.changed(LastChanges.of(stamp));
        return with(claims.map(claim -> claim.recorded(stamp.at())), events, shown);
    }
}
