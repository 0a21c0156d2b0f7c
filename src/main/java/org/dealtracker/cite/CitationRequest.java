package org.dealtracker.cite;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Context;
import org.dealtracker.http.Addresses;
import org.dealtracker.log.ReadRequest;

/** What every question may say whose answer names addresses of the register. */
public class CitationRequest extends ReadRequest {
    @Context
    HttpServerRequest asked;

    /** Where the register is: as its operator says, else as whoever asks has found it. */
    String base(PublisherSettings settings) {
        return settings.publicAddress().map(PublicAddress::text).orElseGet(() -> Addresses.base(asked));
    }

    /** What is told of the register that its log does not say. */
    String besides(PublisherSettings settings) {
        return base(settings) + " " + settings.publisher() + " " + settings.dataLicence();
    }
}
