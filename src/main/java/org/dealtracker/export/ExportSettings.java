package org.dealtracker.export;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;

/** Where made files are kept, how many bytes of them, and how long one may be waited for. */
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

        /**
         * {@code DEALTRACKER_EXPORTS_WAIT}: how long who fetches a file waits for it to be made before being told to ask
         * again; it is made meanwhile. Shorter than what a proxy before this service waits.
         */
        @WithName("wait")
        @WithDefault("45S")
        Duration longestWait();
    }
}
