package org.dealtracker.source;

import java.net.IDN;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dealtracker.http.Form;

/** Addresses of publications. They are stored and shown, and never fetched. */
public final class Urls {
    private static final int LONGEST = 2_000;

    private static final Pattern PARTS =
            Pattern.compile("(?i)https?://(?<host>[^/?#:@\\[\\]]+)(?<port>:[0-9]{1,5})?(?<rest>([/?#].*)?)");

    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");

    private Urls() {}

    public static String read(Form form, String name) {
        String url = form.text(name, LONGEST);
        if (url == null) {
            return null;
        }
        try {
            ascii(url);
            return url;
        } catch (IllegalArgumentException e) {
            form.unacceptable(name, "'" + name + "' must be a full address that begins with https:// or http://.");
            return null;
        }
    }

    /** @throws IllegalArgumentException when it is no address of the web */
    private static URI ascii(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(url);
        }
        // Addresses come in the letters of their country too (RFC 3987); what is between the two is the same in both.
        String host = IDN.toASCII(parts.group("host")).toLowerCase(Locale.ROOT);
        String port = parts.group("port") == null ? "" : parts.group("port");
        URI uri = URI.create(
                "http://" + host + port + URI.create(parts.group("rest")).toASCIIString());
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(url);
        }
        return uri;
    }

    /**
     * One spelling for the addresses of one page (RFC 3986, section 6.2): host in lower case and ASCII, no default port,
     * no fragment, no final slash, no needless escapes, no tracking parameters, and http taken for https.
     */
    static String normalised(String url) {
        URI uri = ascii(url);
        String host = uri.getHost().replaceFirst("^www\\.", "");
        int port = uri.getPort();
        String path =
                uri.getRawPath() == null ? "" : unescaped(uri.getRawPath()).replaceFirst("/+$", "");
        String query = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(unescaped(uri.getRawQuery()).split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.matches("(utm_[a-z]+|fbclid|gclid)=.*"))
                        .collect(Collectors.joining("&"));
        return host
                + (port == -1 || port == 80 || port == 443 ? "" : ":" + port)
                + path
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** Escapes of characters that need none are taken away, all others written in capitals. */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            char c = (char) Integer.parseInt(escape.group(1), 16);
            boolean unreserved = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT);
        });
    }
}
