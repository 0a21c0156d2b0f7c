package org.dealtracker.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** In which format is answered: what the suffix of the address names, else what {@code Accept} prefers. */
public enum Format {
    JSON("", MediaType.APPLICATION_JSON),
    /** With the two parameters that its registration has (RFC 4180, RFC 7111). */
    CSV(".csv", "text/csv; charset=utf-8; header=present"),
    CSL_JSON(".csl.json", "application/vnd.citationstyles.csl+json"),
    BIBTEX(".bib", "application/x-bibtex; charset=utf-8"),
    RIS(".ris", "application/x-research-info-systems; charset=utf-8"),
    JSON_LD(".jsonld", "application/ld+json");

    /** What is matched with {@code Accept}. */
    public static final String TEXT_CSV = "text/csv";

    private final String suffix;
    private final String contentType;
    private final MediaType type;

    Format(String suffix, String contentType) {
        this.suffix = suffix;
        this.contentType = contentType;
        this.type = MediaType.valueOf(contentType);
    }

    /** The one of those offered that a request prefers; the first where it does not mind. */
    public static Format of(HttpHeaders request, Format... offered) {
        for (MediaType accepted : request.getAcceptableMediaTypes()) {
            for (Format format : offered) {
                if (accepted.isCompatible(format.type)) {
                    return format;
                }
            }
        }
        throw new NotAcceptableException();
    }

    public String contentType() {
        return contentType;
    }

    /** The address that answers in this format whatever is accepted, if there is one. */
    public String address(String path) {
        return path.endsWith(suffix) ? path : path + suffix;
    }

    /** Where a method has several formats, the framework's writer would take bytes for a value to be written as JSON. */
    public static RestResponse<String> asText(RestResponse<byte[]> answer) {
        byte[] body = answer.getEntity();
        ResponseBuilder<String> text = ResponseBuilder.create(
                answer.getStatusInfo(), body == null ? null : new String(body, StandardCharsets.UTF_8));
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> text.header(name, value)));
        return text.build();
    }
}
