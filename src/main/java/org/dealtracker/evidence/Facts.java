package org.dealtracker.evidence;

import java.util.List;
import java.util.Map;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;

/**
 * Everything that the evidence of an agreement follows from, as of one moment.
 *
 * @param sources those that it cites, with all that these repeat, and perhaps others, by slug
 * @param parties those that it names, with all that these belong to, and perhaps others, by slug
 * @param restrictions those that target any of the parties or their countries
 * @param assessments those of the agreement
 * @param engagements those that bear on it
 */
record Facts(
        Agreement agreement,
        Map<String, Source> sources,
        Map<String, Party> parties,
        List<Restriction> restrictions,
        List<Assessment> assessments,
        List<Engagement> engagements) {}
