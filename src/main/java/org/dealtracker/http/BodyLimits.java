package org.dealtracker.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body each address takes. The server's own limit is one for all, so it is that of the largest. */
@ApplicationScoped
class BodyLimits {
    private final BeanManager beans;
    private final long largest;
    private final Map<String, Long> limits = new HashMap<>();

    BodyLimits(BeanManager beans, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.beans = beans;
        this.largest = largest.asLongValue();
    }

    @PostConstruct
    void collect() {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    collect(root.value(), method);
                }
            }
        }
    }

    private void collect(String root, Method method) {
        BodyLimit limit = method.getAnnotation(BodyLimit.class);
        if (limit != null) {
            Path below = method.getAnnotation(Path.class);
            limits.put(below == null ? root : root + "/" + below.value(), limit.value());
        }
    }

    long of(String path) {
        String address = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Math.min(largest, limits.getOrDefault(address, BodyLimit.ORDINARY));
    }
}
