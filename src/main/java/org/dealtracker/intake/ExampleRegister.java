package org.dealtracker.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.References;
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
            "05-pakistan-turkiye-mfi-395-2017");

    private final IntakeSettings settings;
    private final Writes writes;
    private final Editing editing;
    private final References references;

    ExampleRegister(IntakeSettings settings, Writes writes, Editing editing, References references) {
        this.settings = settings;
        this.writes = writes;
        this.editing = editing;
        this.references = references;
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
        List<ObjectNode> bodies = BUNDLES.stream().map(ExampleRegister::read).toList();
        ObjectNode all = Json.object();
        for (ObjectNode body : bodies) {
            Bundle.applyDefaults(body);
            body.remove("citationDefaults");
            body.properties()
                    .forEach(member -> all.withArray("/" + member.getKey())
                            .addAll((com.fasterxml.jackson.databind.node.ArrayNode) member.getValue()));
        }
        Bundle bundle = references.bind(all, new Findings(), Bundle.arriving(all), Bundle::read);
        Why why = new Why("examples", null, "The example register that ships with the service.");
        List<Recorded> first = new ArrayList<>();
        bundle.parties().forEach(party -> first.add(editing.slugged(party)));
        bundle.sources().forEach(source -> first.add(editing.slugged(source)));
        writes.createAll(first, why);
        writes.createAll(bundle.agreements().stream().map(editing::slugged).toList(), why);
        LOG.infof("Loaded %d example agreements", bundle.agreements().size());
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
