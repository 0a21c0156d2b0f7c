package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What sort of deal an agreement is. */
public enum AgreementKind implements Code {
    SALE("Goods against money."),
    DONATION("Goods given without payment."),
    LEASE("Goods let for payment."),
    LOAN("Goods lent without payment."),
    LICENSED_PRODUCTION("The recipient makes the goods under the supplier's licence."),
    JOINT_PRODUCTION("Both make the goods together."),
    SERVICES("Training, maintenance or other services without main goods."),
    FRAMEWORK("A pact under which single deals are still to be made; only if a source names it."),
    MIXED("Several of these in one."),
    UNKNOWN("The sources do not say.");

    private final String definition;

    AgreementKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
