package org.dealtracker.vocabulary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealtracker.access.Role;
import org.dealtracker.agreement.AgreementKind;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.CommitmentType;
import org.dealtracker.agreement.Condition;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.agreement.DriftKind;
import org.dealtracker.agreement.Fulfilment;
import org.dealtracker.agreement.PositionStance;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.RelationKind;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.TermType;
import org.dealtracker.agreement.Verification;
import org.dealtracker.assessment.AssessmentStance;
import org.dealtracker.assessment.Finding;
import org.dealtracker.assessment.Nature;
import org.dealtracker.assessment.Region;
import org.dealtracker.assessment.Theme;
import org.dealtracker.assessment.VoiceKind;
import org.dealtracker.engagement.EngagementKind;
import org.dealtracker.engagement.TopicCode;
import org.dealtracker.engagement.TopicLevel;
import org.dealtracker.engagement.VariantField;
import org.dealtracker.export.FileFormat;
import org.dealtracker.export.Profile;
import org.dealtracker.http.Code;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Fate;
import org.dealtracker.log.Op;
import org.dealtracker.log.RecordHead;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Significance;
import org.dealtracker.party.AffiliationKind;
import org.dealtracker.party.PartyKind;
import org.dealtracker.relation.EventType;
import org.dealtracker.restriction.Direction;
import org.dealtracker.restriction.Effect;
import org.dealtracker.restriction.Scope;
import org.dealtracker.search.DuplicateReason;
import org.dealtracker.source.AttributionKind;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.Credibility;
import org.dealtracker.source.HedgeMarker;
import org.dealtracker.source.Origin;
import org.dealtracker.source.Reliability;
import org.dealtracker.source.SourceKind;
import org.dealtracker.stats.Bucket;
import org.dealtracker.stats.Dimension;
import org.dealtracker.stats.Measure;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.vocabulary.Vocabulary.Entry;

/** All vocabularies. An enum of codes that is missing here fails a test. */
public final class Vocabularies {
    public static final List<Vocabulary> ALL = List.of(
            Vocabulary.of("access-roles", "What a key may do.", Role.class),
            Vocabulary.of(
                    "affiliation-kinds",
                    "How one party belongs to another.",
                    AffiliationKind.class,
                    kind -> Map.of("carriesOver", kind.carriesOver())),
            Vocabulary.of("agreement-kinds", "What sort of deal an agreement is.", AgreementKind.class),
            Vocabulary.of("amendment-effects", "What an amendment does to a restriction.", Effect.class),
            Vocabulary.of("assessment-stances", "Whether an assessment speaks for or against.", AssessmentStance.class),
            Vocabulary.of("attribution-kinds", "Whom a source names for what it says.", AttributionKind.class),
            Vocabulary.of("bases", "What a sum of money is for.", Basis.class),
            Vocabulary.of("buckets", "How long a step of a time series is.", Bucket.class),
            Vocabulary.of(
                    "categories",
                    "What sort of weapon an item is.",
                    Category.class,
                    category -> Map.of("mappings", Mappings.of(category))),
            Vocabulary.of(
                    "change-types",
                    "Why a revision differs from the one before it.",
                    ChangeType.class,
                    type -> Map.of(
                            "ofRequests", ChangeType.OF_REQUESTS.contains(type),
                            "ofStatusEvents", ChangeType.OF_STATUS_EVENTS.contains(type),
                            "needsReason", type.needsReason())),
            Vocabulary.of("citation-stances", "What a citation does for its claim.", CitationStance.class),
            Vocabulary.of("claim-kinds", "What a claim on an agreement speaks of.", ClaimKind.class),
            Vocabulary.of("commitment-types", "What is promised beside hardware.", CommitmentType.class),
            Vocabulary.of("conditions", "In which state goods are handed over.", Condition.class),
            Vocabulary.of("credibility", "How credible one piece of information is (AJP-2.1).", Credibility.class),
            Vocabulary.of("date-events", "What a date is the date of.", DateEvent.class),
            Vocabulary.of("dimensions", "By what agreements are put into groups.", Dimension.class),
            Vocabulary.of("directions", "Which way of a transfer a restriction reaches.", Direction.class),
            Vocabulary.of("drift-kinds", "In what a repetition departs from what it repeats.", DriftKind.class),
            Vocabulary.of("duplicate-reasons", "Why two records may be of one thing.", DuplicateReason.class),
            Vocabulary.of("engagement-kinds", "What sort of encounter an engagement was.", EngagementKind.class),
            Vocabulary.of("event-types", "What a timeline of two sides shows.", EventType.class),
            Vocabulary.of("fates", "What became of a record between two releases.", Fate.class),
            Vocabulary.of("export-formats", "In which formats a table can be had.", FileFormat.class),
            Vocabulary.of("export-profiles", "In which way a CSV file is written.", Profile.class),
            Vocabulary.of("findings", "What somebody finds in law; the register finds nothing.", Finding.class),
            Vocabulary.of("fulfilment", "How far a commitment is kept.", Fulfilment.class),
            Vocabulary.of("hedge-markers", "How a source holds back from what it says.", HedgeMarker.class),
            Vocabulary.of("measures", "What is counted or added up over agreements.", Measure.class),
            Vocabulary.of("natures", "What sort of statement an assessment is.", Nature.class),
            Vocabulary.of("ops", "What an entry of the log did to its record.", Op.class),
            Vocabulary.of("origins", "Where what a source says comes from.", Origin.class),
            Vocabulary.of("party-kinds", "What sort of party somebody is.", PartyKind.class),
            Vocabulary.of("position-stances", "What a party says of something.", PositionStance.class),
            Vocabulary.of("ranks", "Which of several claims the register prefers.", Rank.class),
            Vocabulary.of("record-kinds", "The kinds of record that have a history and a URL.", RecordKind.class),
            Vocabulary.of("record-states", "Whether a record is still there.", RecordHead.State.class),
            Vocabulary.of("regions", "The regions of the world (UN M49).", Region.class),
            Vocabulary.of("relation-kinds", "How one agreement stands to another.", RelationKind.class),
            Vocabulary.of("reliability", "How reliable a source is known to be (AJP-2.1).", Reliability.class),
            Vocabulary.of("roles", "As what a party takes part in a deal.", org.dealtracker.agreement.Role.class),
            Vocabulary.of("scopes", "What a restriction is about: goods and services.", Scope.class),
            Vocabulary.of("significance", "Whether a change alters what the register says.", Significance.class),
            Vocabulary.of("source-kinds", "What sort of publication a source is.", SourceKind.class),
            Vocabulary.of(
                    "stages", "How far an agreement is said to have come.", Stage.class, Vocabularies::transitions),
            Vocabulary.of("term-types", "What a term of the deal governs.", TermType.class),
            Vocabulary.of("themes", "What an assessment judges by.", Theme.class),
            Vocabulary.of("topic-levels", "How far the sides came on a topic.", TopicLevel.class),
            Vocabulary.of("topics", "What an engagement was about.", TopicCode.class),
            Vocabulary.of("variant-fields", "What a source has otherwise than an engagement.", VariantField.class),
            Vocabulary.of("verification", "How far something claimed is vouched for.", Verification.class),
            Vocabulary.of("voice-kinds", "Who judges.", VoiceKind.class),
            // The values that carry doubt know no framework, and so not Code either.
            new Vocabulary(
                    "certainty",
                    "How sure a match between a question and a value in doubt has to be.",
                    Arrays.stream(Certainty.values())
                            .map(code -> new Entry(code.code(), code.definition(), Map.of()))
                            .toList()),
            new Vocabulary(
                    "date-kinds",
                    "What sort of thing a fuzzy date is.",
                    Arrays.stream(FuzzyDate.Kind.values())
                            .map(code -> new Entry(code.code(), code.definition(), Map.of()))
                            .toList()),
            new Vocabulary(
                    "problem-types",
                    "What can be wrong with a request, or with its answer (RFC 9457).",
                    Arrays.stream(ProblemType.values()).map(Vocabularies::entry).toList()));

    private Vocabularies() {}

    public static Optional<Vocabulary> named(String name) {
        return ALL.stream().filter(vocabulary -> vocabulary.name().equals(name)).findFirst();
    }

    private static Map<String, Object> transitions(Stage stage) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("final", stage.isFinal());
        more.put("allowedNext", stage.allowedNext().stream().map(Code::code).toList());
        more.put("returnsToStageBefore", stage == Stage.SUSPENDED);
        return more;
    }

    private static Entry entry(ProblemType type) {
        return new Entry(
                type.code(),
                type.title(),
                type.meaning(),
                Map.of("status", type.status(), "type", type.path(), "whatToDo", type.whatToDo()));
    }
}
