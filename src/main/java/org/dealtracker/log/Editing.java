package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.MergePatch;
import org.jboss.resteasy.reactive.RestResponse;

/** Creating, replacing, patching and deleting records of any kind, in the order of checks that the API promises. */
@ApplicationScoped
public class Editing {
    private final Writes writes;
    private final References references;
    private final Histories histories;
    private final Replays replays;
    private final Reverts reverts;
    private final Merges merges;

    Editing(
            Writes writes,
            References references,
            Histories histories,
            Replays replays,
            Reverts reverts,
            Merges merges) {
        this.writes = writes;
        this.references = references;
        this.histories = histories;
        this.replays = replays;
        this.reverts = reverts;
        this.merges = merges;
    }

    /** Carries out a POST, or answers as it was answered before; see {@link Replays#once}. */
    public RestResponse<byte[]> once(PostRequest request, byte[] body, Supplier<RestResponse<byte[]>> work) {
        return replays.once(request, body, work);
    }

    public <T extends Recorded> RestResponse<byte[]> post(RecordType<T> type, byte[] body, WhyRequest request) {
        writes.begin(type.reach() == RecordType.Reach.OTHERS);
        ObjectNode tree = Json.body(body);
        Findings findings = new Findings();
        Why why = request.of(tree, findings);
        T draft = references.bind(tree, findings, type::fresh);
        Appended appended = writes.create(slugged(draft), why);
        return Answers.created(
                appended,
                appended.document(),
                type.kind().path() + "/" + appended.record().identity().slug());
    }

    private <T extends Recorded> T slugged(T draft) {
        return slugged(List.of(draft)).get(0);
    }

    /** The drafts of one kind with the slugs that they asked for, or ones made from their titles. */
    @SuppressWarnings("unchecked")
    public <T extends Recorded> List<T> slugged(List<T> drafts) {
        Set<String> coming = new HashSet<>();
        drafts.forEach(draft -> coming.add(draft.identity().slug()));
        List<T> slugged = new ArrayList<>();
        for (T draft : drafts) {
            Identity identity = draft.identity();
            String slug = writes.slug(draft.recordKind(), identity.slug(), draft.listTitle(), coming);
            coming.add(slug);
            slugged.add((T) draft.as(new Identity(identity.id(), slug, 0, 0, null, null)));
        }
        return slugged;
    }

    public <T extends Recorded> RestResponse<byte[]> put(
            RecordType<T> type, String reference, String ifMatch, byte[] body, WhyRequest request) {
        Held<T> held = hold(type, reference, ifMatch);
        return replace(type, held, Json.body(body), request);
    }

    public <T extends Recorded> RestResponse<byte[]> patch(
            RecordType<T> type, String reference, String ifMatch, byte[] body, WhyRequest request) {
        Held<T> held = hold(type, reference, ifMatch);
        return replace(type, held, (ObjectNode) MergePatch.apply(held.document(), Json.body(body)), request);
    }

    private <T extends Recorded> RestResponse<byte[]> replace(
            RecordType<T> type, Held<T> held, ObjectNode tree, WhyRequest request) {
        Findings findings = new Findings();
        Why why = request.of(tree, findings);
        T wanted = references.bind(tree, findings, form -> type.edited(form, held.record()));
        return Answers.written(writes.change(held, wanted, null, why));
    }

    public <T extends Recorded> RestResponse<byte[]> delete(
            RecordType<T> type, String reference, String ifMatch, WhyRequest request) {
        // Alone, so that nobody refers to the record while it goes.
        writes.beginAlone();
        Held<T> held = writes.hold(type.kind(), reference, ifMatch, type::stored);
        long n = writes.delete(held, request.of());
        return RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NO_CONTENT)
                .header(Answers.FEED_HEAD, n)
                .build();
    }

    <T extends Recorded> RestResponse<byte[]> revert(
            RecordType<T> type, String reference, String ifMatch, byte[] body, WhyRequest request) {
        return Answers.written(reverts.revert(type, reference, ifMatch, body, request));
    }

    <T extends Mergeable<T>> RestResponse<byte[]> merge(
            RecordType<T> type, String reference, String ifMatch, byte[] body, WhyRequest request) {
        return Answers.written(merges.merge(type, reference, ifMatch, body, request));
    }

    /** Locks a record for an edit; 404 or 410, 428, 412 in this order. */
    public <T extends Recorded> Held<T> hold(RecordType<T> type, String reference, String ifMatch) {
        return hold(type, reference, ifMatch, record -> {});
    }

    /**
     * The same for an edit of a part of the record.
     *
     * @param exists throws 404 or 410 when the part is not there, which is told before any precondition
     */
    public <T extends Recorded> Held<T> hold(RecordType<T> type, String reference, String ifMatch, Consumer<T> exists) {
        writes.begin(type.reach() != RecordType.Reach.ITSELF);
        return writes.hold(type.kind(), reference, ifMatch, document -> {
            T record = type.stored(document);
            exists.accept(record);
            return record;
        });
    }

    /** Whether some earlier revision of the record held a part that it holds no longer. */
    public boolean wasPart(Recorded record, String pointer) {
        return histories.lost(record.identity().id(), Long.MAX_VALUE, pointer).isPresent();
    }

    /** Reads the body of a part of a record, references to other records looked up. */
    public <B> B bind(ObjectNode body, Findings findings, Function<Form, B> read) {
        return references.bind(body, findings, read);
    }

    public <T extends Recorded> Appended change(Held<T> held, T wanted, Op op, Why why) {
        return writes.change(held, wanted, op, why);
    }

    /** The answer to a write that created a part of a record. */
    public static RestResponse<byte[]> created(Appended appended, Object part, String location) {
        return Answers.created(appended, Json.bytes(part), location);
    }

    /** The answer to a write that changed a part of a record. */
    public static RestResponse<byte[]> written(Appended appended, Object part) {
        return Answers.written(new Appended(appended.record(), Json.bytes(part), appended.written()));
    }

    /** The answer to a write that took a part of a record away. */
    public static RestResponse<byte[]> gone(Appended appended) {
        return Answers.written(RestResponse.ResponseBuilder.create(RestResponse.Status.NO_CONTENT), appended);
    }
}
