package org.dealtracker.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A page for people: static, without scripts, and loading nothing from anywhere. */
public final class HtmlPage {
    public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE = "body{max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5;"
            + "font-family:system-ui,sans-serif;color:#1a1a1a;background:#fff}"
            + "table{border-collapse:collapse;display:block;overflow-x:auto}"
            + "td,th{border:1px solid #767676;padding:.3rem .6rem;text-align:left;vertical-align:top}"
            + "pre{overflow-x:auto;padding:.8rem;background:#f3f3f3}code{font-family:ui-monospace,monospace}";

    /** Nothing but the one style sheet above, known by its hash; so that nothing shown can ever act. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Cursor.sha256(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private HtmlPage() {}

    /** @param body HTML in which every text is {@link #escaped} */
    public static RestResponse<String> of(String title, String body) {
        String page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(title)
                + "</title>\n<style>"
                + STYLE + "</style>\n</head>\n<body>\n<main>\n" + body + "\n</main>\n</body>\n</html>\n";
        return ResponseBuilder.ok(page)
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
