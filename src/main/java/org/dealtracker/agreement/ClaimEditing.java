package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.MergePatch;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.Appended;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Held;
import org.dealtracker.log.PostRequest;
import org.dealtracker.log.References;
import org.dealtracker.log.Why;
import org.dealtracker.log.WhyRequest;
import org.jboss.resteasy.reactive.RestResponse;

/** Adding, changing and retracting single claims: each a revision of their agreement. */
@ApplicationScoped
class ClaimEditing {
    private final Editing editing;

    ClaimEditing(Editing editing) {
        this.editing = editing;
    }

    RestResponse<byte[]> add(String id, ClaimKind kind, String ifMatch, byte[] body, PostRequest request) {
        return editing.once(request, body, () -> added(id, kind, ifMatch, body, request));
    }

    private RestResponse<byte[]> added(String id, ClaimKind kind, String ifMatch, byte[] body, WhyRequest request) {
        Held<Agreement> held = editing.hold(Agreement.TYPE, id, ifMatch);
        ObjectNode tree = Json.body(body);
        // The body may be copied from another claim: an id in it is not this one's.
        tree.remove("id");
        Bound bound = bind(tree, request, held, form -> Claim.read(form, kind, Ids.editing(held.record())));
        List<Claim> claims = new ArrayList<>(held.record().claims().of(kind));
        claims.add(bound.claim());
        Appended appended = write(held, kind, claims, bound.why());
        Claim added = last(appended, kind);
        return Editing.created(appended, added, address(appended, kind, added.id()));
    }

    RestResponse<byte[]> put(
            String id, ClaimKind kind, String claimId, String ifMatch, byte[] body, WhyRequest request) {
        Held<Agreement> held = hold(id, kind, claimId, ifMatch);
        return replace(held, kind, UUID.fromString(claimId), Json.body(body), request);
    }

    RestResponse<byte[]> patch(
            String id, ClaimKind kind, String claimId, String ifMatch, byte[] body, WhyRequest request) {
        Held<Agreement> held = hold(id, kind, claimId, ifMatch);
        Claim claim =
                held.record().claims().find(kind, UUID.fromString(claimId)).orElseThrow();
        ObjectNode tree = (ObjectNode) MergePatch.apply(Json.tree(claim), Json.body(body));
        return replace(held, kind, claim.id(), tree, request);
    }

    private RestResponse<byte[]> replace(
            Held<Agreement> held, ClaimKind kind, UUID claimId, ObjectNode tree, WhyRequest request) {
        Bound bound = bind(tree, request, held, form -> {
            if (form.has("id") && !claimId.toString().equals(form.text("id", Form.NAME))) {
                form.unacceptable("id", "The id of a claim is never changed.");
            }
            return Claim.read(form, kind, Ids.editing(held.record()), claimId);
        });
        List<Claim> claims = held.record().claims().of(kind).stream()
                .map(claim -> claim.id().equals(claimId) ? bound.claim() : claim)
                .toList();
        Appended appended = write(held, kind, claims, bound.why());
        Claim written =
                ((Agreement) appended.record()).claims().find(kind, claimId).orElseThrow();
        return Editing.written(appended, written);
    }

    RestResponse<byte[]> retract(String id, ClaimKind kind, String claimId, String ifMatch, WhyRequest request) {
        Held<Agreement> held = hold(id, kind, claimId, ifMatch);
        List<Claim> rest = held.record().claims().of(kind).stream()
                .filter(claim -> !claim.id().toString().equals(claimId.toLowerCase(java.util.Locale.ROOT)))
                .toList();
        return Editing.gone(write(held, kind, rest, request.of()));
    }

    private record Bound(Claim claim, Why why) {}

    private Bound bind(ObjectNode tree, WhyRequest request, Held<Agreement> held, Function<Form, Claim> read) {
        Findings findings = new Findings();
        Why why = request.of(tree, findings);
        return new Bound(editing.bind(tree, findings, read), why);
    }

    private Appended write(Held<Agreement> held, ClaimKind kind, List<Claim> claims, Why why) {
        if (Replacements.areCircular(claims)) {
            throw Problem.unacceptable("/replaces", "Claims would replace each other in a circle.");
        }
        String circular = Lines.circular(claims);
        if (circular != null) {
            throw Problem.unacceptable("/partOf", "The line '" + circular + "' is, over others, a part of itself.");
        }
        return editing.change(held, held.record().withClaims(kind, claims), null, why);
    }

    /** @throws Problem 404 when there never was such a claim, 410 when it was retracted */
    private Held<Agreement> hold(String id, ClaimKind kind, String claimId, String ifMatch) {
        return editing.hold(Agreement.TYPE, id, ifMatch, agreement -> {
            boolean live = References.isId(claimId)
                    && agreement.claims().find(kind, UUID.fromString(claimId)).isPresent();
            if (!live && editing.wasPart(agreement, "/" + kind.collection() + "/" + claimId)) {
                throw new Problem(ProblemType.GONE, "This claim was retracted.");
            }
            if (!live) {
                throw Problem.notFound("There is no such claim.");
            }
        });
    }

    private static Claim last(Appended appended, ClaimKind kind) {
        List<Claim> claims = ((Agreement) appended.record()).claims().of(kind);
        return claims.get(claims.size() - 1);
    }

    private static String address(Appended appended, ClaimKind kind, UUID claimId) {
        return Agreement.TYPE.kind().path() + "/" + appended.record().identity().slug() + "/" + kind.collection() + "/"
                + claimId;
    }
}
