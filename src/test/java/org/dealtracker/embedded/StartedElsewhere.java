package org.dealtracker.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that holds a default database until it is killed. */
final class StartedElsewhere {
    private StartedElsewhere() {}

    public static void main(String... args) throws InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
        System.out.println(database.pid());
        Thread.sleep(60_000);
    }

    static Process launch(Class<?> main, Path data) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                data.toString()));
        builder.environment().put("DEALTRACKER_DATA", data.toString());
        builder.environment().remove("QUARKUS_DATASOURCE_JDBC_URL");
        return builder.start();
    }

    /** Waits until the database runs and returns its server's process. */
    static ProcessHandle server(Process service) {
        try {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
            return ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
