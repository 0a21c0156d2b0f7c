package org.dealtracker.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dealtracker.support.Client;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.Test;

/** The packaged service as an operator starts and stops it. */
class StartIT {
    @Test
    void aFirstStartMakesAKeyLoadsTheExamplesAndASecondDoesNeitherAgain() throws Exception {
        try (RunningRegister register = RunningRegister.embedded("start")
                .with("DEALTRACKER_ADMIN_KEY", null)
                .with("DEALTRACKER_EXAMPLES", "true")
                .start()) {
            Path file = register.data().resolve("admin.key");
            String key = Files.readString(file).strip();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(register.log()).contains(file.toString()).doesNotContain(key);
            Client client = register.client(key);
            assertThat(client.send("POST", "/parties", null, null, "{\"name\":\"Ruritania\",\"kind\":\"state\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(client.get("/agreements").json().get("total").asInt()).isEqualTo(10);
            long head = client.get("/changes?since=now").json().get("head").asLong();

            Path log = register.data().resolve("second.log");
            Process second = register.launchSecond(log);
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(Files.readString(log)).contains("Another dealtracker").doesNotContain("\tat ");

            assertThat(register.runningDatabase()).isPresent();
            assertThat(register.terminate()).isLessThan(Duration.ofSeconds(15));
            assertThat(register.runningDatabase()).isEmpty();
            assertThat(register.data().resolve("pg/postmaster.pid")).doesNotExist();

            register.start();
            assertThat(client.get("/changes?since=now").json().get("head").asLong())
                    .isEqualTo(head);
            assertThat(Files.readString(file).strip()).isEqualTo(key);
            assertThat(client.send("POST", "/parties", null, null, "{\"name\":\"Ruritania\",\"kind\":\"state\"}")
                            .json()
                            .get("slug")
                            .asText())
                    .isEqualTo("ruritania-2");
        }
    }

    @Test
    void aKeyThatIsTooShortIsRefusedInAPlainSentence() throws Exception {
        try (RunningRegister register =
                RunningRegister.embedded("short-key").with("DEALTRACKER_ADMIN_KEY", "too-short")) {
            Process process = register.launch();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(register.log())
                    .contains("DEALTRACKER_ADMIN_KEY is too short")
                    .doesNotContain("too-short\"");
        }
    }
}
