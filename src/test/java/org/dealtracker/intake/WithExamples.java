package org.dealtracker.intake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A register that was filled with the examples before its port opened. */
public final class WithExamples implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("dealtracker.examples", "true");
    }
}
