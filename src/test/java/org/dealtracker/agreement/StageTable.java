package org.dealtracker.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of the design, copied as text, so that the tests do not ask the code what the code says. */
final class StageTable {
    private static final String TABLE = """
            rumoured: in_negotiation, announced, agreed, refuted, lapsed
            in_negotiation: announced, pending_approval, agreed, suspended, cancelled, lapsed
            announced: in_negotiation, pending_approval, agreed, suspended, cancelled, lapsed
            pending_approval: agreed, suspended, cancelled, lapsed
            agreed: pending_approval, in_implementation, partially_delivered, completed, suspended, cancelled, lapsed
            in_implementation: partially_delivered, completed, suspended, cancelled, lapsed
            partially_delivered: completed, suspended, cancelled, lapsed
            completed:
            suspended: cancelled, lapsed
            cancelled: in_negotiation
            lapsed: in_negotiation
            refuted:
            unknown: rumoured, in_negotiation, announced, pending_approval, agreed, in_implementation, partially_delivered, completed, suspended, cancelled, lapsed, refuted
            """;

    private static final Map<Stage, List<Stage>> ROWS = TABLE.lines()
            .map(line -> line.split(":"))
            .collect(Collectors.toMap(
                    row -> Stage.valueOf(row[0].toUpperCase()), row -> row.length < 2 ? List.of() : stages(row[1])));

    private static final List<Stage> CHAIN = stages("rumoured, in_negotiation, announced, pending_approval, agreed,"
            + "in_implementation, partially_delivered, completed");

    private StageTable() {}

    private static List<Stage> stages(String codes) {
        return Arrays.stream(codes.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(code -> Stage.valueOf(code.toUpperCase()))
                .toList();
    }

    /** The row, and unknown, "any but completed and refuted may go to it". */
    static Set<Stage> listed(Stage from) {
        Set<Stage> listed = new TreeSet<>(ROWS.get(from));
        if (from != Stage.COMPLETED && from != Stage.REFUTED && from != Stage.UNKNOWN) {
            listed.add(Stage.UNKNOWN);
        }
        return listed;
    }

    /** The row and the skips forward. */
    static Set<Stage> allowed(Stage from) {
        Set<Stage> allowed = listed(from);
        if (CHAIN.contains(from)) {
            CHAIN.stream().filter(to -> CHAIN.indexOf(to) > CHAIN.indexOf(from)).forEach(allowed::add);
        }
        return allowed;
    }

    /** Whether the last of these stages may follow the ones before it as a transition. */
    static boolean holds(List<Stage> before, Stage to) {
        if (before.isEmpty()) {
            return true;
        }
        Stage from = before.get(before.size() - 1);
        if (from != Stage.SUSPENDED || allowed(from).contains(to)) {
            return allowed(from).contains(to);
        }
        List<Stage> held = new ArrayList<>(before);
        held.removeIf(stage -> stage == Stage.SUSPENDED);
        return to == (held.isEmpty() ? Stage.UNKNOWN : held.get(held.size() - 1));
    }
}
