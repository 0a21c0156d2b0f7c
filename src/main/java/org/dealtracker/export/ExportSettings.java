package org.dealtracker.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where made files are kept, and how many bytes of them. */
@ConfigMapping(prefix = "dealtracker")
interface ExportSettings {
    /** {@code DEALTRACKER_DATA}: they are kept in its directory {@code exports}. */
    @WithDefault("data")
    Path data();

    Exports exports();

    /** Of the files themselves. */
    interface Exports {
        /**
         * {@code DEALTRACKER_EXPORTS_QUOTA}: how much room they may take together. What was not asked for longest is deleted
         * first; it is made again, byte for byte, when it is asked for.
         */
        @WithDefault("4G")
        MemorySize quota();
    }
}
