package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.References;

/** The claims of an agreement and its way from stage to stage. */
final class FtmClaims {
    /** What a claim is called, and the member that it is told from others by. */
    private static final Map<ClaimKind, String[]> NAMES = Map.of(
            ClaimKind.ITEMS, new String[] {"Item", "designation"},
            ClaimKind.DELIVERIES, new String[] {"Delivery", "line"},
            ClaimKind.VALUES, new String[] {"Value", "basis"},
            ClaimKind.COMMITMENTS, new String[] {"Commitment", "type"},
            ClaimKind.DATES, new String[] {"Date", "event"},
            ClaimKind.TERMS, new String[] {"Term", "type"});

    private FtmClaims() {}

    static void write(ObjectNode document, String project, Consumer<ObjectNode> to) {
        each(
                document,
                (kind, claim) -> to.accept(
                        switch (kind) {
                            case PARTIES -> participant(claim, project);
                            case POSITIONS -> position(claim, project);
                            default -> note(kind, claim, project);
                        }));
        Set<String> superseded = new HashSet<>();
        document.path("statusHistory")
                .forEach(event -> superseded.add(event.path("supersedes").asText()));
        for (JsonNode event : document.path("statusHistory")) {
            if (!superseded.contains(event.path("id").asText())) {
                to.accept(stage(event, project));
            }
        }
    }

    /** The claims that the register goes by, kind after kind. */
    static void each(ObjectNode document, BiConsumer<ClaimKind, JsonNode> to) {
        for (ClaimKind kind : ClaimKind.values()) {
            for (JsonNode claim : document.path(kind.collection())) {
                if (isLive(claim)) {
                    to.accept(kind, claim);
                }
            }
        }
    }

    static boolean isLive(JsonNode claim) {
        return !claim.path("rank").asText().equals("deprecated");
    }

    /** That one thing has to do with another, in words of our own; told from others of its sort by what it links. */
    static FtmEntity link(String subject, String object, String role) {
        return FtmEntity.interval("UnknownLink", FtmEntity.madeOf("link", subject, role, object))
                .add("subject", subject)
                .add("object", object)
                .add("role", role);
    }

    private static String id(JsonNode claim) {
        return "ddt-claim-" + claim.path("id").asText();
    }

    private static FtmEntity told(FtmEntity entity, JsonNode claim) {
        return entity.add("description", claimText(claim))
                .remark(claim.path("note").textValue())
                .cite(claim.path("citations"));
    }

    private static String claimText(JsonNode claim) {
        return FtmEntity.capital(FtmText.claim(claim));
    }

    private static ObjectNode participant(JsonNode claim, String project) {
        FtmEntity participant = FtmEntity.interval("ProjectParticipant", id(claim))
                .refer("participant", RecordKind.PARTY, claim.path("party"))
                .add("project", project)
                .add("role", FtmEntity.words(claim.path("role")))
                .add("recordId", claim.path("id"));
        FtmDates.when(participant, claim.path("asAt"), "As at");
        return told(participant, claim).json();
    }

    private static ObjectNode position(JsonNode claim, String project) {
        String about = claim.path("about").asText();
        boolean ofSource = !about.equals("deal") && !References.isId(about);
        FtmEntity position = FtmEntity.interval("UnknownLink", id(claim))
                .refer("subject", RecordKind.PARTY, claim.path("party"))
                .add("object", ofSource ? FtmEntity.id(RecordKind.SOURCE, about) : project)
                .add("role", FtmEntity.words(claim.path("stance")))
                .add("recordId", claim.path("id"));
        FtmDates.when(position, claim.path("when"), "When");
        return told(position, claim).json();
    }

    /** A figure, a date, a term: something said of the agreement, with the documents that say it. */
    private static ObjectNode note(ClaimKind kind, JsonNode claim, String project) {
        String[] named = NAMES.get(kind);
        String name = FtmText.value(named[1], claim.path(named[1]));
        FtmEntity note = FtmEntity.thing("Note", id(claim))
                .name("name", named[0] + ": " + name)
                .add("entity", project)
                .add("keywords", named[0].toLowerCase(Locale.ROOT))
                .add("keywords", FtmEntity.words(claim.path("category")));
        return told(note, claim).json();
    }

    private static ObjectNode stage(JsonNode event, String project) {
        FtmEntity note = FtmEntity.thing(
                        "Note", "ddt-status-" + event.path("id").asText())
                .name("name", "Stage: " + FtmEntity.words(event.path("to")))
                .add("entity", project)
                .add("keywords", "stage")
                .add("keywords", FtmEntity.words(event.path("changeType")));
        return told(note, event).json();
    }
}
