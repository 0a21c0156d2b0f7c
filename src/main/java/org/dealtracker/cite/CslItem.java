package org.dealtracker.cite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dealtracker.http.Json;

/** An item of CSL JSON (schema csl-data of CSL 1.0.2), which Zotero, Pandoc and citeproc read. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "type", "title", "author"})
record CslItem(
        String id,
        String type,
        String title,
        List<CslName> author,
        @JsonProperty("container-title") String containerTitle,
        String publisher,
        String genre,
        String version,
        CslDate issued,
        CslDate accessed,
        @JsonProperty("URL") String url,
        @JsonProperty("archive_location") String archiveLocation,
        String language,
        String note) {

    /** A person in two parts, everybody else as written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CslName(String family, String given, String literal) {
        static CslName of(Author author) {
            return author.isPerson()
                    ? new CslName(author.family(), author.given(), null)
                    : new CslName(null, null, author.name());
        }
    }

    /** A list with one item, as the schema has it. */
    static byte[] write(Cited cited) {
        return Json.bytes(List.of(of(cited)));
    }

    private static CslItem of(Cited cited) {
        boolean periodical = cited.work().isPartOfAPeriodical();
        return new CslItem(
                cited.key(),
                cited.work().csl(),
                cited.title(),
                cited.authors().stream().map(CslName::of).toList(),
                periodical ? cited.publisher() : null,
                periodical ? null : cited.publisher(),
                cited.genre(),
                cited.version(),
                CslDate.of(cited.issued()),
                CslDate.of(cited.accessed()),
                cited.url(),
                cited.archiveUrl(),
                cited.language(),
                cited.note());
    }
}
