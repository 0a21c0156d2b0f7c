package org.dealtracker.cite;

import java.net.URI;
import org.dealtracker.http.AddressedRequest;

/**
 * Where the world finds the register.
 *
 * @param text scheme and host, perhaps a port and a path, without a slash at the end: addresses begin with it
 */
public record PublicAddress(String text) {
    /** @throws IllegalArgumentException in a plain sentence, which stops the start */
    public PublicAddress {
        text = text.strip().replaceFirst("/+$", "");
        if (!isBase(text)) {
            throw new IllegalArgumentException("DEALTRACKER_PUBLIC_URL must be an address of the web such as"
                    + " https://deals.example.org, without a query; it is " + text + ".");
        }
    }

    /** With what absolute addresses begin: as the operator says, else as whoever asks has found the register. */
    public static String base(PublisherSettings settings, AddressedRequest request) {
        return settings.publicAddress().map(PublicAddress::text).orElseGet(request::base);
    }

    private static boolean isBase(String text) {
        try {
            URI uri = URI.create(text);
            return text.matches("https?://.*")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
