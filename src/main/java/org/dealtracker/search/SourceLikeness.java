package org.dealtracker.search;

import java.util.List;
import java.util.Set;
import org.dealtracker.log.Terms;
import org.dealtracker.search.Likeness.Pair;
import org.dealtracker.source.Source;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;

/** How likely two sources are one publication. */
final class SourceLikeness {
    /** How far apart one piece may be dated by those who cite it. */
    static final int CLOSE = 3;

    private static final int APART = 30;
    private static final double ALIKE = 0.5;

    private SourceLikeness() {}

    static Likeness of(Source one, Source other) {
        Likeness likeness = new Likeness();
        if (one.sha256() != null && one.sha256().equals(other.sha256())) {
            likeness.because(DuplicateReason.SAME_CONTENT, 0.98, one.sha256());
        }
        Set<String> pages = Likeness.shared(one.pages(), other.pages());
        if (!pages.isEmpty()) {
            likeness.because(DuplicateReason.SAME_ADDRESS, 0.8, Likeness.list(pages));
        }
        titles(one, other, likeness);
        if (samePublisher(one, other)) {
            likeness.because(DuplicateReason.SAME_PUBLISHER, 0.2, one.publisher());
        }
        dates(one.published(), other.published(), likeness);
        return likeness;
    }

    private static void titles(Source one, Source other, Likeness likeness) {
        if (one.title() == null || other.title() == null) {
            return;
        }
        Pair titles = Pair.of(List.of(one.title()), List.of(other.title()));
        if (titles.similarity() == 1) {
            likeness.because(DuplicateReason.SAME_NAME, 0.6, titles.detail());
        } else if (titles.similarity() >= ALIKE) {
            double weight = 0.5 * titles.similarity() * titles.similarity();
            likeness.because(DuplicateReason.SIMILAR_NAME, weight, titles.detail());
        } else {
            likeness.against(0.7);
        }
    }

    private static boolean samePublisher(Source one, Source other) {
        return one.publisher() != null
                && other.publisher() != null
                && Terms.plain(one.publisher()).equals(Terms.plain(other.publisher()));
    }

    private static void dates(FuzzyDate one, FuzzyDate other, Likeness likeness) {
        if (one == null || other == null || one.earliest() == null || other.earliest() == null) {
            return;
        }
        if (within(one, other, CLOSE)) {
            likeness.because(DuplicateReason.PUBLISHED_CLOSE, 0.15, one.edtf() + ", " + other.edtf());
        } else if (!within(one, other, APART)) {
            likeness.against(0.6);
        }
    }

    /** Whether one may lie within some days of the other. */
    private static boolean within(FuzzyDate one, FuzzyDate other, int days) {
        return other.within(
                one.earliest().minusDays(days),
                one.latest() == null ? null : one.latest().plusDays(days),
                Certainty.POSSIBLE);
    }
}
