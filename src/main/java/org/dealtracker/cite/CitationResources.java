package org.dealtracker.cite;

import jakarta.ws.rs.Path;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Views;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An address for the citations of each kind of record: one with a parameter for the kind would never be looked at. */
final class CitationResources {
    private CitationResources() {}

    @Path("/api/v1/agreements")
    @Tag(name = "citations")
    static class OfAgreements extends CitationResource {
        OfAgreements(Views views, Citing citing, PublisherSettings settings) {
            super(RecordKind.AGREEMENT, views, citing, settings);
        }
    }

    @Path("/api/v1/parties")
    @Tag(name = "citations")
    static class OfParties extends CitationResource {
        OfParties(Views views, Citing citing, PublisherSettings settings) {
            super(RecordKind.PARTY, views, citing, settings);
        }
    }

    @Path("/api/v1/sources")
    @Tag(name = "citations")
    static class OfSources extends CitationResource {
        OfSources(Views views, Citing citing, PublisherSettings settings) {
            super(RecordKind.SOURCE, views, citing, settings);
        }
    }

    @Path("/api/v1/engagements")
    @Tag(name = "citations")
    static class OfEngagements extends CitationResource {
        OfEngagements(Views views, Citing citing, PublisherSettings settings) {
            super(RecordKind.ENGAGEMENT, views, citing, settings);
        }
    }

    @Path("/api/v1/assessments")
    @Tag(name = "citations")
    static class OfAssessments extends CitationResource {
        OfAssessments(Views views, Citing citing, PublisherSettings settings) {
            super(RecordKind.ASSESSMENT, views, citing, settings);
        }
    }

    @Path("/api/v1/restrictions")
    @Tag(name = "citations")
    static class OfRestrictions extends CitationResource {
        OfRestrictions(Views views, Citing citing, PublisherSettings settings) {
            super(RecordKind.RESTRICTION, views, citing, settings);
        }
    }
}
