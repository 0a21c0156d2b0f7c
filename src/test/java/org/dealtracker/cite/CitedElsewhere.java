package org.dealtracker.cite;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The example register, published by somebody at an address of its own. */
public final class CitedElsewhere implements QuarkusTestProfile {
    static final String ADDRESS = "https://deals.example.org/register";
    static final String PUBLISHER = "The Däily & Sons";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "dealtracker.examples",
                "true",
                "dealtracker.public-url",
                ADDRESS + "/",
                "dealtracker.publisher",
                PUBLISHER,
                "dealtracker.data-licence",
                "ODbL-1.0");
    }
}
