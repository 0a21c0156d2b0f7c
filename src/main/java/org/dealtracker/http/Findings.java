package org.dealtracker.http;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with one request, so that a client learns of all of it at once. */
public final class Findings {
    /** Past this many a client has learned enough, and the answer stays small whatever was sent. */
    static final int MOST = 100;

    private final List<Finding> all = new ArrayList<>();
    private Problem conflict;

    /** Notes a wrong JSON type, an unknown member, an unreadable parameter: 400 if nothing else is wrong. */
    public void malformed(String pointer, String detail) {
        add(new Finding(pointer, detail, true));
    }

    /** Notes what is well-formed but not acceptable: 422. */
    public void unacceptable(String pointer, String detail) {
        add(new Finding(pointer, detail, false));
    }

    /** Notes a conflict with what is held: it is the answer (409) if nothing is wrong with the request itself. */
    public void conflict(Problem problem) {
        if (conflict == null) {
            conflict = problem;
        }
    }

    private void add(Finding finding) {
        if (all.size() < MOST && !all.contains(finding)) {
            all.add(finding);
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * @throws Problem 400 when everything found is malformed, 422 when anything is merely unacceptable, else the
     *     conflict that was noted
     */
    public void throwIfAny() {
        if (all.isEmpty()) {
            if (conflict != null) {
                throw conflict;
            }
            return;
        }
        boolean malformed = all.stream().allMatch(Finding::malformed);
        ProblemType type = malformed ? ProblemType.MALFORMED_REQUEST : ProblemType.UNACCEPTABLE_CONTENT;
        String detail = all.size() == 1
                ? all.get(0).detail()
                : all.size() == MOST
                        ? "Many things are wrong; the first " + MOST + " are in errors."
                        : all.size() + " things are wrong; see errors.";
        throw new Problem(type, detail).errors(all);
    }
}
