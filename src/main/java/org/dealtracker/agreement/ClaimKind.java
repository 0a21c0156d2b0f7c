package org.dealtracker.agreement;

import java.util.Locale;
import org.dealtracker.http.Code;
import org.dealtracker.http.Form;

/** The eight kinds of claim on an agreement. What differs between them is what they say; all else is one mechanism. */
public enum ClaimKind implements Code {
    PARTIES(Participation::read, "Who takes part, as what."),
    ITEMS(Item::read, "Which hardware, how many."),
    DELIVERIES(Delivery::read, "How many were handed over by then."),
    VALUES(Value::read, "What it is worth."),
    COMMITMENTS(Commitment::read, "What is promised beside hardware."),
    DATES(Milestone::read, "When something happened."),
    TERMS(Term::read, "A condition or duration inside the deal."),
    POSITIONS(Position::read, "What a party says.");

    /** Reads what a claim of one kind says. */
    @FunctionalInterface
    interface Reader {
        Saying read(Form form, Ids ids);
    }

    private final Reader reader;
    private final String definition;

    ClaimKind(Reader reader, String definition) {
        this.reader = reader;
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** The member of an agreement that holds these claims, and the last part of their address. */
    public String collection() {
        return name().toLowerCase(Locale.ROOT);
    }

    Saying read(Form form, Ids ids) {
        return reader.read(form, ids);
    }

    /** The kind whose claims live under this name; @return null for none */
    public static ClaimKind of(String collection) {
        for (ClaimKind kind : values()) {
            if (kind.collection().equals(collection)) {
                return kind;
            }
        }
        return null;
    }
}
