package org.dealtracker.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** In which format rows are answered: what the suffix of the address names, else what {@code Accept} prefers. */
public enum Format {
    JSON("", MediaType.APPLICATION_JSON),
    /** With the two parameters that its registration has (RFC 4180, RFC 7111). */
    CSV(".csv", "text/csv; charset=utf-8; header=present");

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

    /** The one that a request prefers; JSON where it does not mind. */
    public static Format of(HttpHeaders request) {
        for (MediaType accepted : request.getAcceptableMediaTypes()) {
            for (Format format : values()) {
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
}
