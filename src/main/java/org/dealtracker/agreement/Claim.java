package org.dealtracker.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Form;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * That somebody says something of an agreement.
 *
 * @param line what it speaks of together with others; claims on one line may compete
 * @param rankReason why the register prefers it or no longer goes by it
 * @param asAt the day that it speaks of; null for throughout
 * @param replaces the claims whose terms an amendment changed
 * @param citations who says so; never empty
 * @param recordedAt when the register first had it
 */
public record Claim(
        UUID id,
        String line,
        @JsonUnwrapped Saying says,
        Rank rank,
        String rankReason,
        FuzzyDate asAt,
        List<UUID> replaces,
        List<Citation> citations,
        String note,
        Instant recordedAt) {

    /** What the server owns of a claim; a client may send it back. */
    private static final Set<String> SERVER_OWNED = Set.of("recordedAt", "retraction");

    static Claim read(Form form, ClaimKind kind, Ids ids) {
        return read(form, kind, ids, ids.own(form, kind.collection()));
    }

    /** Reads a claim whose id its address says. */
    static Claim read(Form form, ClaimKind kind, Ids ids, UUID id) {
        Saying says = kind.read(form, ids);
        String line = Lines.read(form, "line");
        Claim claim = new Claim(
                id,
                line == null ? says.defaultLine(id) : line,
                says,
                form.code("rank", Rank.class, Rank.NORMAL),
                form.text("rankReason", Form.TEXT),
                Values.date(form, "asAt"),
                replaces(form, kind, ids, id),
                Citation.required(form),
                form.text("note", Form.TEXT),
                ids.recordedAt(form, id));
        claim.check(form);
        form.text("id", Form.NAME);
        form.end(SERVER_OWNED);
        return claim;
    }

    private static List<UUID> replaces(Form form, ClaimKind kind, Ids ids, UUID self) {
        List<UUID> replaced = new ArrayList<>();
        for (String id : form.texts("replaces", Form.NAME)) {
            UUID claim = ids.claim(form, "replaces", id, kind);
            if (self.equals(claim)) {
                form.unacceptable("replaces", "A claim cannot replace itself.");
            } else if (claim != null) {
                replaced.add(claim);
            }
        }
        return List.copyOf(replaced);
    }

    private void check(Form form) {
        if (rank != Rank.NORMAL && rankReason == null && !form.has("rankReason")) {
            form.unacceptable("rankReason", "A claim that is preferred or deprecated says why.");
        }
        if (says.partOf() != null && says.partOf().equals(line)) {
            form.unacceptable("partOf", "A line cannot be a part of itself.");
        }
        if (says instanceof Value value && Objects.equals(value.equivalentOf(), id)) {
            form.unacceptable("equivalentOf", "A sum cannot be the equivalent of itself.");
        }
    }

    Claim recorded(Instant at) {
        return recordedAt != null
                ? this
                : new Claim(id, line, says, rank, rankReason, asAt, replaces, citations, note, at);
    }
}
