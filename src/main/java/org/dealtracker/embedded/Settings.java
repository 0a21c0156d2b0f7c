package org.dealtracker.embedded;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings that are needed before Quarkus runs, from the places of its own that an operator writes to: system
 * properties, environment, {@code .env} and {@code config/application.properties}. Quarkus's configuration itself must not be
 * touched yet: it would be built, and kept, without the address of the database that we are about to start.
 *
 * @param databasePort where the default database answers, for tools that read it too; 0 for a port that is free
 */
record Settings(boolean namesADatabase, Path data, int databasePort) {
    static Settings read() {
        ClassLoader loader = Settings.class.getClassLoader();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .forClassLoader(loader)
                .withProfile("prod")
                .addDefaultInterceptors()
                .addDefaultSources();
        new DotEnvConfigSourceProvider().getConfigSources(loader).forEach(builder::withSources);
        Path file = Path.of("config", "application.properties");
        if (Files.exists(file)) {
            try {
                builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), 260));
            } catch (IOException e) {
                throw new StartRefused("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
        SmallRyeConfig config = builder.build();
        return new Settings(
                config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                        .isPresent(),
                Path.of(config.getOptionalValue("dealtracker.data", String.class)
                        .orElse("data")),
                port(config.getOptionalValue("dealtracker.database.port", String.class)
                        .orElse("0")));
    }

    private static int port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) < 65_536) {
            return Integer.parseInt(text);
        }
        throw new StartRefused(
                "DEALTRACKER_DATABASE_PORT must be a port, from 1 to 65535, or 0 for any; it is " + text + ".");
    }
}
