package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dealtracker.support.Client;
import org.dealtracker.support.Client.Answer;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.Test;

/** The packaged service writes every format: tests have libraries on their class path that it may lack. */
class PackagedFormatsIT {
    @Test
    void everyFormatOfEveryTableAndEveryOtherFileIsMade() throws Exception {
        try (RunningRegister register = RunningRegister.embedded("formats")
                        .with("DEALTRACKER_EXAMPLES", "true")
                        .start();
                Duck duck = new Duck()) {
            Client client = register.client();
            for (Extract<?> extract : Dictionary.extracts()) {
                for (FileFormat format : FileFormat.values()) {
                    Answer answer = client.get("/exports/" + extract.table().name() + "." + format.code())
                            .expect(200);
                    assertThat(answer.header("Content-Type")).isEqualTo(format.contentType());
                    assertThat(answer.bytes()).isNotEmpty();
                }
            }
            for (Product file : WholeFiles.ALL) {
                assertThat(client.get("/exports/" + file.name()).expect(200).bytes())
                        .isNotEmpty();
            }
            Path parquet = Files.write(
                    register.data().resolve("items.parquet"),
                    client.get("/exports/items.parquet").bytes());
            assertThat(duck.rows("select count(*) > 10 from " + Duck.parquet(parquet)))
                    .containsExactly(List.of("true"));
        }
    }
}
