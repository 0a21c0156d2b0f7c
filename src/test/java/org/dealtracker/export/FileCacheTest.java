package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.export.FileCache.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever has a place among the made files is whole. */
class FileCacheTest {
    @TempDir
    Path directory;

    private long now = 1_000_000;
    private FileCache cache;

    @BeforeEach
    void open() throws IOException {
        cache = new FileCache(directory, 1_000, () -> now);
    }

    private BuiltFile publish(String key, String text) throws IOException {
        Path file = Files.writeString(cache.workshop(key).resolve("file"), text);
        return cache.publish(
                key, file, new Side("items.csv", "/items.csv?asOfSeq=1", Files.size(file), Hashing.of(file), 3L, "aa"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileIsThereOnceItIsPublished() throws IOException {
        Files.writeString(cache.workshop("a").resolve("file"), "half");
        assertThat(cache.get("a")).isNull();
        BuiltFile made = publish("a", "whole");
        assertThat(cache.get("a")).isEqualTo(made);
        assertThat(Files.readString(made.path())).isEqualTo("whole");
        assertThat(cache.bytes()).isEqualTo(5);
    }

    @Test
    void afterARestartItIsTheSameFile() throws IOException {
        BuiltFile made = publish("a", "whole");
        assertThat(new FileCache(directory, 1_000, () -> now).get("a")).isEqualTo(made);
    }

    @Test
    void whatWasBeingMadeIsGoneAfterARestart() throws IOException {
        Files.writeString(cache.workshop("a").resolve("file"), "half");
        Files.writeString(cache.workshop("a").resolve("spool"), "more");
        new FileCache(directory, 1_000, () -> now);
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatIsNotWhatItWasIsNotServed() throws IOException {
        BuiltFile made = publish("a", "whole");
        Files.writeString(made.path(), "whose");
        FileCache again = new FileCache(directory, 1_000, () -> now);
        assertThat(again.get("a")).isNull();
        assertThat(files()).isEmpty();
        assertThat(again.bytes()).isZero();
    }

    @Test
    void whatIsLeftOfABrokenDiskIsCleared() throws IOException {
        publish("a", "whole");
        publish("b", "whole too");
        publish("c", "whole as well");
        Files.writeString(directory.resolve("files/a"), "shorter than it was said to be");
        Files.writeString(directory.resolve("files/b.json"), "{\"length");
        Files.writeString(directory.resolve("files/d"), "without a word beside it");
        Files.writeString(directory.resolve("files/e.json"), "{}");
        FileCache again = new FileCache(directory, 1_000, () -> now);
        assertThat(again.get("a")).isNull();
        assertThat(again.get("b")).isNull();
        assertThat(again.get("c")).isNotNull();
        assertThat(files()).containsExactly("files/c", "files/c.json");
    }

    @Test
    void aFileThatSomebodyDeletedIsMadeAgain() throws IOException {
        Files.delete(publish("a", "whole").path());
        assertThat(cache.get("a")).isNull();
        assertThat(publish("a", "whole").length()).isEqualTo(5);
        assertThat(cache.get("a")).isNotNull();
    }

    @Test
    void whatWasNotAskedForLongestMakesRoom() throws IOException {
        publish("a", "x".repeat(400));
        publish("b", "x".repeat(400));
        now += 120_000;
        assertThat(cache.get("a")).isNotNull();
        publish("c", "x".repeat(400));
        assertThat(cache.get("b")).isNull();
        assertThat(cache.get("a")).isNotNull();
        assertThat(cache.get("c")).isNotNull();
        assertThat(cache.bytes()).isEqualTo(800);
    }

    @Test
    void whatSomebodyWasJustToldOfStaysAndWhatHasNoRoomIsNotKept() throws IOException {
        publish("a", "x".repeat(800));
        assertThatThrownBy(() -> publish("b", "x".repeat(800)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("DEALTRACKER_EXPORTS_QUOTA");
        assertThat(cache.get("a")).isNotNull();
        assertThat(cache.get("b")).isNull();
        assertThat(cache.bytes()).isEqualTo(800);
        now += 11_000;
        publish("b", "x".repeat(800));
        assertThat(cache.get("a")).isNull();
        assertThat(cache.get("b")).isNotNull();
    }

    @Test
    void aQuotaThatWasLoweredHoldsFromTheNextStart() throws IOException {
        publish("a", "x".repeat(400));
        now += 11_000;
        publish("b", "x".repeat(400));
        now += 11_000;
        FileCache smaller = new FileCache(directory, 500, () -> now + 11_000);
        assertThat(smaller.bytes()).isLessThanOrEqualTo(500);
    }

    @Test
    void aFileThatCannotTakeItsPlaceLeavesNothing() throws IOException {
        Path gone = cache.workshop("a").resolve("file");
        assertThatThrownBy(() -> cache.publish("a", gone, new Side("items.csv", "/", 5, "aa", 1L, null)))
                .isInstanceOf(IOException.class);
        assertThat(cache.get("a")).isNull();
        assertThat(files()).isEmpty();
    }
}
