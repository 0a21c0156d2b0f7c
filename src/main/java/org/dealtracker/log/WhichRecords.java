package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of which records a reader of the whole feed wants to hear. */
class WhichRecords {
    @QueryParam("kind")
    @Parameter(description = "Only records of these kinds.")
    List<String> kind;

    @QueryParam("id")
    @Parameter(description = "Only records with these ids or slugs; records of several kinds may have one slug.")
    List<String> id;

    /** Notes what cannot be read or is not there. */
    FeedFilter filter(Feed feed, Findings findings) {
        Code.check("kind", kind, RecordKind.class, findings);
        Set<RecordKind> kinds = EnumSet.allOf(RecordKind.class);
        kinds.removeIf(each -> !kind.isEmpty() && !kind.contains(each.code()));
        Map<String, List<UUID>> found =
                feed.ids(id.stream().filter(References::isReference).toList(), kinds);
        for (String reference : id) {
            if (!found.containsKey(reference)) {
                findings.malformed("id", "No record has the id or slug '" + Texts.shown(reference) + "'.");
            }
        }
        Set<UUID> ids = new LinkedHashSet<>();
        found.values().forEach(ids::addAll);
        return new FeedFilter(kinds, ids, null);
    }
}
