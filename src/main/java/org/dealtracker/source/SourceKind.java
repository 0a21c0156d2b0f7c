package org.dealtracker.source;

import org.dealtracker.http.Code;

/** What sort of publication a source is. */
public enum SourceKind implements Code {
    NEWS_ARTICLE("A report by a newsroom under its own name."),
    WIRE_REPORT("A report by a news agency, made to be carried by others."),
    OFFICIAL_STATEMENT("What a government, an armed force or an organisation itself made public."),
    GOVERNMENT_REGISTER("A register or statistic that a state keeps or submits."),
    PARLIAMENTARY_RECORD("Debates, answers and papers of a legislature."),
    LEGAL_INSTRUMENT("A treaty, resolution, law or licence."),
    COURT_RECORD("Judgments and filings."),
    LEAKED_DOCUMENT("A document made public against the will of whoever holds it."),
    RESEARCH_REPORT("A study or database of a research institute."),
    ANALYSIS("A judgement or commentary by a named or unnamed author."),
    SOCIAL_MEDIA("A post on a social network."),
    BROADCAST("Radio or television, a channel of a party included."),
    IMAGERY("Photographs, video or satellite images."),
    INTERVIEW("What a person said when asked."),
    UNRECORDED("The outlet is known, the piece is not."),
    OTHER("None of the others.");

    private final String definition;

    SourceKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
