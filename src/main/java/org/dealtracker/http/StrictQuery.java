package org.dealtracker.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query that the method does not know: an unknown parameter (a filter mistyped would otherwise answer with
 * everything), a repeated single one, a broken escape. The parameters known are those that the method declares, the
 * same that the OpenAPI document shows. The raw query is parsed here because the server's own parser takes ';' for a
 * separator and has no setting to stop it.
 */
public class StrictQuery {
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, HttpServerRequest request) {
        if (request.path().indexOf(';') >= 0) {
            // The framework would drop everything from there to the next slash without a word.
            throw Problem.notFound("No resource has this address.");
        }
        String query = request.query();
        if (query == null || query.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        Map<String, Boolean> names = known.computeIfAbsent(resource.getResourceMethod(), StrictQuery::parameters);
        Findings findings = new Findings();
        Set<String> seen = new HashSet<>();
        if (query.indexOf(';') >= 0) {
            findings.malformed("query", "';' separates nothing in a query; write it as %3B.");
        }
        for (String pair : query.split("[&;]", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), findings);
            String value = decode(equals < 0 ? "" : pair.substring(equals + 1), findings);
            if (name == null || value == null) {
                continue;
            }
            String shown = Texts.shown(name);
            if (!names.containsKey(name)) {
                String allowed = names.isEmpty() ? "none is allowed here" : "allowed are " + names.keySet();
                findings.malformed(shown, "There is no parameter '" + shown + "'; " + allowed + ".");
            } else if (!seen.add(name) && !names.get(name)) {
                findings.malformed(shown, "'" + shown + "' may be given only once.");
            } else if (value.isBlank()) {
                findings.malformed(shown, "'" + shown + "' has no value; leave the parameter out instead.");
            } else if (Texts.wrong(value, 5_000) != null) {
                findings.malformed(shown, "'" + shown + "' " + Texts.wrong(value, 5_000));
            }
        }
        findings.throwIfAny();
    }

    private static String decode(String text, Findings findings) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            // The decoder replaces bytes that are no UTF-8 instead of refusing them.
            if (decoded.indexOf('�') < 0
                    || text.toUpperCase(java.util.Locale.ROOT).contains("%EF%BF%BD")) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the same answer as for bytes that are no UTF-8.
        }
        findings.malformed("query", "'" + Texts.shown(text) + "' is not percent-encoded UTF-8.");
        return null;
    }

    /** Each declared parameter, and whether it may be repeated. */
    private static Map<String, Boolean> parameters(Method method) {
        Map<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.put(query.value(), Collection.class.isAssignableFrom(parameter.getType()));
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void fields(Class<?> bean, Map<String, Boolean> names) {
        for (Class<?> type = bean; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                QueryParam query = field.getAnnotation(QueryParam.class);
                if (query != null) {
                    names.put(query.value(), Collection.class.isAssignableFrom(field.getType()));
                } else if (field.isAnnotationPresent(BeanParam.class)) {
                    fields(field.getType(), names);
                }
            }
        }
    }
}
