package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What a sum of money is the sum of; sums of different bases are never added. */
public enum Basis implements Code {
    PACKAGE("The whole deal."),
    LINE("One of its lines."),
    CEILING("The most that it may come to, or that is set aside for it."),
    LICENSED("What was licensed for export."),
    PAID("What has been paid."),
    LOAN_CONVERSION("Debt that is turned into the price."),
    OFFSET("What the supplier does in return."),
    AID("What a third side gives for it."),
    BARTER("What is paid in goods."),
    INVESTMENT("What is invested beside the deal."),
    SUPPORT("What support costs over time.");

    private final String definition;

    Basis(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
