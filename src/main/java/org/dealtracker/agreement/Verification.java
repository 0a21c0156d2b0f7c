package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** How far something claimed is vouched for. The codes stand in their order: the first that holds is shown. */
public enum Verification implements Code {
    REFUTED("The deal was shown never to have existed."),
    RETRACTED("What supported it was withdrawn, and nothing else does."),
    DISPUTED("It is contested, or both confirmed and denied."),
    DENIED("A party denies it by name or in a document."),
    PARTY_CONFIRMED("A party confirms it, at least in part."),
    CORROBORATED("Two or more independent origins support it."),
    SINGLE_ORIGIN("One origin supports it, however many repeat that one."),
    UNVERIFIED("No origin of it is known.");

    private final String definition;

    Verification(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
