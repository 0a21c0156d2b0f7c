package org.dealtracker.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Says how history is guarded: by roles and triggers, or, where owner and service are one login, by triggers only. */
@Readiness
@ApplicationScoped
class HistoryGuard implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(HistoryGuard.class);

    private final Sql sql;
    private volatile boolean triggersOnly;

    HistoryGuard(Sql sql) {
        this.sql = sql;
    }

    void look(@Observes StartupEvent start) {
        triggersOnly = sql.query("select pg_has_role(current_user, relowner, 'member')"
                        + " or has_table_privilege(oid, 'update') from pg_class where oid = 'log'::regclass")
                .first(row -> row.getBoolean(1))
                .orElseThrow();
        if (triggersOnly) {
            LOG.warn(
                    "The service's login owns the tables: history is guarded by triggers only. Give the service a login"
                            + " of its own (dealtracker_app), and QUARKUS_FLYWAY_USERNAME the owner's.");
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("History guard")
                .withData("guardedBy", triggersOnly ? "triggers only" : "roles and triggers")
                .up()
                .build();
    }
}
