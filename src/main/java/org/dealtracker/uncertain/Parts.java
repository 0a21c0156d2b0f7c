package org.dealtracker.uncertain;

/** The members of an object form, any of which may be absent (null), held against what its text says. */
final class Parts {
    private Parts() {}

    static boolean flag(Boolean given) {
        return given != null && given;
    }

    /** Refuses a member that is given and is not what the text says (null: that the text leaves it open). */
    static void agree(String member, Object given, Object said, String text) {
        if (given != null && !given.equals(said)) {
            throw new DoubtException("\"" + member + "\" is " + DoubtException.quoted(given.toString())
                    + ", but the text " + DoubtException.quoted(text)
                    + (said == null ? " leaves it open" : " says " + said)
                    + "; leave one of them out or make them agree.");
        }
    }

    /** Refuses a text that is given and is not the one that the other parts make. */
    static void agreeOnText(String given, String canonical) {
        if (given != null && !given.equals(canonical)) {
            throw new DoubtException("The text of these parts is " + DoubtException.quoted(canonical) + ", not "
                    + DoubtException.quoted(given) + ".");
        }
    }
}
