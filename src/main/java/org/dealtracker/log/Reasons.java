package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Differ.Field;

/** The rules of why: which change needs a reason, which type it is when the request does not say. */
final class Reasons {
    private static final String WHERE = "/changeReason";

    private Reasons() {}

    /** @throws Problem 422 when the type of change needs a reason and there is none */
    static Why ofCreation(Why why) {
        Why because = typed(why, ChangeType.ADDITION);
        requireOfType(because);
        return because;
    }

    static Why ofDeletion(Why why) {
        if (why.reason() == null) {
            throw Problem.unacceptable(WHERE, "A deletion needs a reason: send X-Change-Reason.");
        }
        return typed(why, ChangeType.CORRECTION);
    }

    static Why ofRevert(Why why, Findings findings) {
        if (why.reason() == null) {
            findings.unacceptable(WHERE, "A revert needs a reason: send changeReason or X-Change-Reason.");
        }
        return typed(why, ChangeType.CORRECTION);
    }

    static Why ofMerge(Why why, Findings findings) {
        if (why.reason() == null) {
            findings.unacceptable(WHERE, "A merge needs a reason: send changeReason or X-Change-Reason.");
        }
        return why.as(ChangeType.MERGE);
    }

    /**
     * @param cited the members of the record whose content rests on citations
     * @throws Problem 422 when a recorded claim or citation is altered or dropped without a reason, or the type of
     *     change needs one
     */
    static Why ofChange(Why why, List<Field> fields, Set<String> cited) {
        boolean alters = fields.stream().anyMatch(field -> alters(field, cited));
        Why because = typed(why, alters ? ChangeType.CORRECTION : ChangeType.ADDITION);
        if (because.reason() == null && alters) {
            throw Problem.unacceptable(
                    WHERE,
                    "This alters or drops what was recorded; say why in changeReason or X-Change-Reason ("
                            + String.join(", ", pointers(fields)) + ").");
        }
        requireOfType(because);
        return because;
    }

    private static void requireOfType(Why why) {
        if (why.reason() == null && why.type().needsReason()) {
            throw Problem.unacceptable(
                    WHERE,
                    "A change of type " + why.type().code() + " needs a reason in changeReason or X-Change-Reason.");
        }
    }

    /** A retraction where a whole claim went, else an update. */
    static Op op(List<Field> fields, Set<String> cited) {
        boolean dropped = fields.stream()
                .anyMatch(field -> field.after() == null && depth(field) == 2 && cited.contains(member(field)));
        return dropped ? Op.RETRACTED : Op.UPDATED;
    }

    static Significance significance(Why why) {
        return why.type() == ChangeType.EDITORIAL ? Significance.EDITORIAL : Significance.SEMANTIC;
    }

    static List<String> pointers(List<Field> fields) {
        return fields.stream().map(Field::pointer).toList();
    }

    private static Why typed(Why why, ChangeType otherwise) {
        return why.type() == null ? why.as(otherwise) : why;
    }

    private static boolean alters(Field field, Set<String> cited) {
        if (!cited.contains(member(field))) {
            return false;
        }
        if (depth(field) == 1 && field.before() != null && field.before().isValueNode()) {
            return true;
        }
        boolean list = depth(field) == 1 || field.pointer().endsWith("/citations");
        if (list) {
            return !holdsAll(field.after(), field.before());
        }
        // A whole claim that is new alters nothing; a member of an old claim that is set, changed or dropped does.
        return depth(field) > 2 || field.before() != null;
    }

    private static boolean holdsAll(JsonNode now, JsonNode before) {
        Set<JsonNode> held = new HashSet<>();
        if (now != null) {
            now.forEach(held::add);
        }
        boolean all = true;
        if (before != null) {
            for (JsonNode item : before) {
                all &= held.contains(item);
            }
        }
        return all;
    }

    private static String member(Field field) {
        return field.pointer().split("/")[1];
    }

    private static int depth(Field field) {
        return field.pointer().split("/").length - 1;
    }
}
