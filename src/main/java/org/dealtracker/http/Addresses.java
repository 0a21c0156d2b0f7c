package org.dealtracker.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** By which address the service was asked, for answers that hold absolute ones. */
public final class Addresses {
    private Addresses() {}

    /**
     * The whole address of a request. A proxy's word for it counts only where the operator trusts that proxy.
     *
     * @throws Problem 400 to a client of HTTP/1.0 that does not say by which name it asked, or says what is no name
     */
    public static URI of(HttpServerRequest request) {
        if (request.authority() == null) {
            throw Problem.badParameter(
                    "Host", "The answer holds absolute addresses: say in Host by which name you ask.");
        }
        try {
            URI address = new URI(request.absoluteURI());
            if (address.getRawAuthority() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Falls through: the same answer.
        }
        throw Problem.badParameter(
                "Host", "'" + Texts.shown(request.authority().toString()) + "' is no name of a host.");
    }

    /** Scheme, host and port by which the service was asked. */
    public static String base(HttpServerRequest request) {
        URI address = of(request);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
