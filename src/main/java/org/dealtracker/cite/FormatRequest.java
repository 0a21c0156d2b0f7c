package org.dealtracker.cite;

import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dealtracker.http.Format;
import org.dealtracker.http.Problem;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a citation may be asked: in which format, as of when. */
public class FormatRequest extends CitationRequest {
    private static final Map<String, Format> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("bibtex", Format.BIBTEX);
        FORMATS.put("ris", Format.RIS);
        FORMATS.put("csl+json", Format.CSL_JSON);
    }

    @QueryParam("format")
    @Parameter(description = "bibtex, ris or csl+json; it goes before Accept.")
    String format;

    /**
     * The format that the query names, or null.
     *
     * @throws Problem 400 when it is none
     */
    Format named() {
        if (format == null) {
            return null;
        }
        // A plus that was not escaped arrives as a space.
        Format named = FORMATS.get(format.replace(' ', '+'));
        if (named == null) {
            throw Problem.badParameter(
                    "format",
                    "'" + Texts.shown(format) + "' is no format of a citation; allowed are "
                            + String.join(", ", FORMATS.keySet()) + ".");
        }
        return named;
    }
}
