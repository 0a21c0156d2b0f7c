package org.dealtracker.source;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dealtracker.http.Form;

/** Addresses of publications. They are stored and shown, and never fetched. */
final class Urls {
    private static final int LONGEST = 2_000;

    private Urls() {}

    static String read(Form form, String name) {
        String url = form.text(name, LONGEST);
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
                normalised(url);
                return url;
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Falls through: the same answer.
        }
        form.unacceptable(name, "'" + name + "' must be a full address that begins with https:// or http://.");
        return null;
    }

    /**
     * One spelling for the addresses of one page (RFC 3986, section 6.2): host in lower case and ASCII, no default port,
     * no fragment, no final slash, no tracking parameters, and http taken for https.
     */
    static String normalised(String url) {
        URI uri = URI.create(url);
        String host = IDN.toASCII(uri.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        int port = uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        String query = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.matches("(utm_[a-z]+|fbclid|gclid)=.*"))
                        .collect(Collectors.joining("&"));
        return host
                + (port == -1 || port == 80 || port == 443 ? "" : ":" + port)
                + path
                + (query.isEmpty() ? "" : "?" + query);
    }
}
