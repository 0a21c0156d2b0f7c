package org.dealtracker.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is taken in at start. */
@ConfigMapping(prefix = "dealtracker")
interface IntakeSettings {
    /** {@code DEALTRACKER_EXAMPLES}: whether an empty register is filled with the example deals. */
    @WithDefault("false")
    boolean examples();
}
