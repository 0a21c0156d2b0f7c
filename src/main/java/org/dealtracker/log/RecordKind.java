package org.dealtracker.log;

import org.dealtracker.http.Code;

/** The kinds of record that have an id, a slug, a history and a URL of their own. */
public enum RecordKind implements Code {
    AGREEMENT("agreements", "One reported deal, from rumour to completion."),
    PARTY("parties", "Who can be on either side of a deal."),
    SOURCE("sources", "One publication."),
    ENGAGEMENT("engagements", "A visit, talks, a signing, an exercise, a relation."),
    ASSESSMENT("assessments", "What somebody judges of a deal, an engagement, a restriction or a party."),
    RESTRICTION("restrictions", "An embargo, a sanction or a duty by treaty.");

    private final String path;
    private final String definition;

    RecordKind(String path, String definition) {
        this.path = path;
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** Where records of this kind live, relative to the service. */
    public String path() {
        return "/api/v1/" + path;
    }
}
