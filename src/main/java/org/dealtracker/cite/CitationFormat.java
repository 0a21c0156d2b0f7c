package org.dealtracker.cite;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dealtracker.http.Format;
import org.dealtracker.http.Problem;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** In which format a citation is asked for, where the address does not say it. */
public class CitationFormat {
    public static final String CSL = "application/vnd.citationstyles.csl+json";
    public static final String BIBTEX = "application/x-bibtex";
    public static final String RIS = "application/x-research-info-systems";

    private static final Map<String, Format> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("bibtex", Format.BIBTEX);
        FORMATS.put("ris", Format.RIS);
        FORMATS.put("csl+json", Format.CSL_JSON);
    }

    @QueryParam("format")
    @Parameter(description = "bibtex, ris or csl+json; it goes before Accept.")
    String format;

    @Context
    HttpHeaders asked;

    /** @param negotiated whether {@code Accept} decided on it */
    public record Chosen(Format format, boolean negotiated) {}

    /**
     * The format that the query names, else the one that {@code Accept} prefers, which is CSL JSON where it does not mind.
     *
     * @throws Problem 400 when the query names what is none
     * @throws jakarta.ws.rs.NotAcceptableException when none of them is accepted
     */
    public Chosen chosen() {
        return format == null
                ? new Chosen(Format.of(asked, Format.CSL_JSON, Format.BIBTEX, Format.RIS), true)
                : new Chosen(named(), false);
    }

    private Format named() {
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

    static byte[] write(Cited cited, Format format) {
        return switch (format) {
            case BIBTEX -> Bibtex.write(cited);
            case RIS -> Ris.write(cited);
            default -> CslItem.write(cited);
        };
    }

    /** What is told of the register that its log does not say: a tag has to change with it. */
    static String besides(PublisherSettings settings, String base) {
        return base + " " + settings.publisher() + " " + settings.dataLicence();
    }
}
