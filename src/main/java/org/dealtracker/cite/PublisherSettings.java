package org.dealtracker.cite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Who publishes the register, where, and on which terms: what citations and exports say of it. */
@ConfigMapping(prefix = "dealtracker")
public interface PublisherSettings {
    /** {@code DEALTRACKER_PUBLIC_URL}: where the world finds the register; unset: by which address each request came. */
    @WithName("public-url")
    Optional<PublicAddress> publicAddress();

    /** {@code DEALTRACKER_PUBLISHER}: whom to name as the register's author. */
    @WithDefault("defense-deal-tracker")
    String publisher();

    /**
     * {@code DEALTRACKER_DATA_LICENCE}: the licence of what the register says, by its SPDX identifier. What ships is under
     * that of the whole; nobody but the operator can grant another for what is recorded later.
     */
    @WithDefault("Apache-2.0")
    SpdxLicence dataLicence();
}
