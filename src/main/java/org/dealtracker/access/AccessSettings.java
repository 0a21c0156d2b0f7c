package org.dealtracker.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.util.Optional;

/** Where the first key comes from. */
@ConfigMapping(prefix = "dealtracker")
interface AccessSettings {
    /** {@code DEALTRACKER_DATA}: the directory in which a key made at first start is written. */
    @WithDefault("data")
    Path data();

    /** {@code DEALTRACKER_ADMIN_KEY}: the first admin key, taken as given; 32 characters or more. */
    @WithName("admin-key")
    Optional<String> adminKey();
}
