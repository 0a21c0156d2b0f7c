package org.dealtracker.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.log.Appended;
import org.dealtracker.log.Why;
import org.dealtracker.log.Writes;
import org.jboss.logging.Logger;

/**
 * Loads the example deals that ship with the service into an empty register, once, before the port opens, and through
 * the same path as every other write.
 */
@ApplicationScoped
class ExampleRegister {
    private static final Logger LOG = Logger.getLogger(ExampleRegister.class);

    private static final List<String> BUNDLES = List.of(
            "01-parties",
            "02-pakistan-laaf-2025",
            "03-china-indonesia-j-10-2025",
            "04-qatar-indonesia-mirage-2000-5-2023",
            "05-pakistan-turkiye-mfi-395-2017",
            "06-pakistan-sudan-2026",
            "07-pakistan-saudi-arabia-jf-17-2026",
            "08-pakistan-azerbaijan-jf-17-2024",
            "09-russia-indonesia-su-35-2018",
            "10-china-pakistan-j-35a-2024",
            "11-russia-iran-su-35-2023",
            "12-restrictions",
            "13-engagements",
            "14-assessments");

    private final IntakeSettings settings;
    private final Writes writes;
    private final Bundles bundles;

    ExampleRegister(IntakeSettings settings, Writes writes, Bundles bundles) {
        this.settings = settings;
        this.writes = writes;
        this.bundles = bundles;
    }

    @Transactional
    void load(@Observes @Priority(200) StartupEvent start) {
        if (!settings.examples()) {
            return;
        }
        // Two services that start on one empty database take turns, and the second finds it filled.
        writes.beginAlone();
        if (!writes.isEmpty()) {
            return;
        }
        ObjectNode all = Json.object();
        for (String bundle : BUNDLES) {
            ObjectNode body = read(bundle);
            // Each has defaults of its own.
            Defaults.apply(body, new Findings());
            body.remove(Defaults.MEMBER);
            body.properties()
                    .forEach(member -> all.withArray("/" + member.getKey()).addAll((ArrayNode) member.getValue()));
        }
        Why why = new Why("examples", null, "The example register that ships with the service.");
        List<Appended> taken = bundles.take(all, new Findings(), why);
        LOG.infof("Loaded %d example records", taken.size());
    }

    private static ObjectNode read(String bundle) {
        String resource = "/examples/" + bundle + ".json";
        try (InputStream in = ExampleRegister.class.getResourceAsStream(resource)) {
            return Json.body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The example bundle " + resource + " cannot be read", e);
        }
    }
}
