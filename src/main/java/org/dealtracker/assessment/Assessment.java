package org.dealtracker.assessment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.Form;
import org.dealtracker.log.Identity;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.RecordType;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Reference;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Hedge;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What an analyst, an official or an author judges. It may find that a deal breaks a duty; the register never does.
 *
 * @param paraphrase what is said, in the register's own words
 * @param concerns for whom it matters: parties by slug, regions by their M49 code
 */
public record Assessment(
        @JsonUnwrapped Identity identity,
        AssessmentStance stance,
        List<Theme> themes,
        Nature nature,
        String paraphrase,
        Voice by,
        Subject subject,
        List<String> concerns,
        List<Hedge> hedges,
        FuzzyDate when,
        Finding finding,
        String note,
        List<Citation> citations)
        implements Recorded {

    // A headline counts the assessments of its agreement.
    public static final RecordType<Assessment> TYPE =
            new RecordType<>(RecordKind.ASSESSMENT, Assessment::read, RecordType.Reach.OTHERS, Set.of());

    private static final int SHOWN = 80;

    private static Assessment read(Form form, Identity identity, Assessment before) {
        Subject subject = form.object("subject", Subject::read);
        Assessment assessment = new Assessment(
                identity,
                form.code("stance", AssessmentStance.class),
                form.codes("themes", Theme.class),
                form.code("nature", Nature.class, Nature.JUDGEMENT),
                form.text("paraphrase", Form.TEXT),
                form.object("by", Voice::read),
                subject == null ? Subject.NONE : subject,
                form.references("concerns", "party", Region::isOne),
                form.list("hedges", Hedge::read),
                Values.date(form, "when"),
                form.code("finding", Finding.class),
                form.text("note", Form.TEXT),
                Citation.required(form));
        form.require("stance", "subject");
        form.end(RecordType.serverOwned());
        return assessment;
    }

    @Override
    public RecordKind recordKind() {
        return RecordKind.ASSESSMENT;
    }

    /** Its beginning, or which way it goes. */
    @Override
    public String listTitle() {
        if (paraphrase == null) {
            return stance.code() + " " + nature.code();
        }
        String line = paraphrase.replaceAll("\\s+", " ").strip();
        int end = line.length() <= SHOWN ? line.length() : line.lastIndexOf(' ', SHOWN);
        return line.substring(0, end > 0 ? end : SHOWN);
    }

    /** The regions that it concerns, by their M49 codes. */
    public List<String> regions() {
        return concerns.stream().filter(Region::isOne).toList();
    }

    @Override
    public Set<String> citedMembers() {
        return Set.of(
                "citations",
                "stance",
                "themes",
                "nature",
                "paraphrase",
                "by",
                "subject",
                "concerns",
                "hedges",
                "when",
                "finding");
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> references = new HashSet<>();
        subject.references(references::add);
        if (by != null && by.party() != null) {
            references.add(new Reference(RecordKind.PARTY, by.party(), "/by"));
        }
        concerns.stream()
                .filter(concern -> !Region.isOne(concern))
                .forEach(slug -> references.add(new Reference(RecordKind.PARTY, slug, "/concerns")));
        Citation.references(citations, "/citations", references::add);
        return references;
    }

    @Override
    public Set<Repeat> repetitions() {
        Set<Repeat> repetitions = new HashSet<>();
        Citation.repetitions(citations, "/citations", repetitions::add);
        return repetitions;
    }

    @Override
    public Assessment as(Identity other) {
        return new Assessment(
                other,
                stance,
                themes,
                nature,
                paraphrase,
                by,
                subject,
                concerns,
                hedges,
                when,
                finding,
                note,
                citations);
    }
}
