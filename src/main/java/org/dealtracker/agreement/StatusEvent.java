package org.dealtracker.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.dealtracker.http.Form;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Identity;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Reference;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * That an agreement came to a stage, or was found to be in another than the register had it. Appended, never edited.
 *
 * @param n the log's entry that recorded it
 * @param from the stage before it, as it was when this was recorded
 * @param skipped the stages that a transition jumped over
 * @param effective since when the stage held in the world
 * @param by the party that is said to have brought it about
 * @param cause the restriction that is said to have brought it about
 * @param supersedes the event that this one stands instead of
 * @param unsupported true where all that its citations rest on was withdrawn; else null
 */
public record StatusEvent(
        UUID id,
        long n,
        Stage from,
        Stage to,
        List<Stage> skipped,
        ChangeType changeType,
        FuzzyDate effective,
        String reason,
        String by,
        String cause,
        UUID supersedes,
        List<Citation> citations,
        Instant recordedAt,
        String recordedBy,
        Boolean unsupported) {

    private static final Set<String> SERVER_OWNED =
            Set.of("id", "n", "from", "skipped", "recordedAt", "recordedBy", "unsupported");

    /** Reads an event that is to be appended, or that was. */
    static StatusEvent read(Form form, Ids ids) {
        boolean stored = ids.isStored();
        StatusEvent event = new StatusEvent(
                ids.own(form, "statusHistory"),
                stored ? form.raw("n").longValue() : Step.UNRECORDED,
                stored ? form.code("from", Stage.class) : null,
                form.code("to", Stage.class),
                stored ? form.codes("skipped", Stage.class) : List.of(),
                form.code("changeType", ChangeType.OF_STATUS_EVENTS, ChangeType.TRANSITION),
                Values.date(form, "effective"),
                form.text("reason", Form.TEXT),
                form.reference("by", "party"),
                form.reference("cause", "restriction"),
                ids.event(form, "supersedes"),
                Citation.required(form),
                stored ? Identity.instant(form.raw("recordedAt")) : null,
                stored ? form.text("recordedBy", Form.NAME) : null,
                stored ? form.flag("unsupported") : null);
        form.require("to", "reason", "effective");
        form.end(SERVER_OWNED);
        return event;
    }

    public Step step() {
        return new Step(id, n, to, changeType, effective, supersedes);
    }

    StatusEvent accepted(Stage before, List<Stage> jumped) {
        return new StatusEvent(
                id,
                n,
                before,
                to,
                jumped,
                changeType,
                effective,
                reason,
                by,
                cause,
                supersedes,
                citations,
                recordedAt,
                recordedBy,
                unsupported);
    }

    StatusEvent supported(boolean supported) {
        Boolean other = supported ? null : Boolean.TRUE;
        return Objects.equals(unsupported, other)
                ? this
                : new StatusEvent(
                        id,
                        n,
                        from,
                        to,
                        skipped,
                        changeType,
                        effective,
                        reason,
                        by,
                        cause,
                        supersedes,
                        citations,
                        recordedAt,
                        recordedBy,
                        other);
    }

    StatusEvent recorded(long number, Instant at, String actor) {
        return recordedAt != null
                ? this
                : new StatusEvent(
                        id,
                        number,
                        from,
                        to,
                        skipped,
                        changeType,
                        effective,
                        reason,
                        by,
                        cause,
                        supersedes,
                        citations,
                        at,
                        actor,
                        unsupported);
    }

    void references(String pointer, Consumer<Reference> to) {
        if (by != null) {
            to.accept(new Reference(RecordKind.PARTY, by, pointer));
        }
        if (cause != null) {
            to.accept(new Reference(RecordKind.RESTRICTION, cause, pointer));
        }
    }
}
