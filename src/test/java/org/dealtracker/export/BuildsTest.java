package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dealtracker.export.Product.Made;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** Files are made once, two at a time, and wholly or not at all. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BuildsTest {
    @Inject
    Builds builds;

    @Inject
    ExportSettings settings;

    private static Order order(Product.Maker maker) {
        About about = new About(
                "test.csv", "run=" + UUID.randomUUID(), new UUID(0, 0), 0, Instant.EPOCH, "", "/test", "us", "CC0-1.0");
        return new Order(new Product("test.csv", "text/csv", maker), about, Profile.RAW, null, null);
    }

    private List<String> beingMade() throws IOException {
        try (Stream<Path> all = Files.list(settings.data().resolve("exports/making"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void howeverManyAskItIsMadeOnce() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Order order = order((file, material) -> {
            made.incrementAndGet();
            await(go);
            Files.writeString(file, "whole");
            return new Made(1L, "aa");
        });
        List<CompletableFuture<BuiltFile>> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.add(builds.get(order));
        }
        go.countDown();
        for (CompletableFuture<BuiltFile> file : asked) {
            assertThat(file.get(10, TimeUnit.SECONDS).path()).hasContent("whole");
        }
        assertThat(builds.get(order).get(1, TimeUnit.SECONDS).rows()).isEqualTo(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void twoAreMadeAtATimeAndWhoWouldWaitTooLongIsToldSo() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<BuiltFile>> asked = new ArrayList<>();
        try {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            asked.add(builds.get(order((file, material) -> {
                                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                both.countDown();
                                await(go);
                                now.decrementAndGet();
                                Files.writeString(file, "whole");
                                return new Made(1L, "aa");
                            })));
                        }
                    })
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            go.countDown();
        }
        // Whoever made the last file of another test may not be back yet.
        assertThat(asked).hasSizeBetween(50, 52);
        for (CompletableFuture<BuiltFile> file : asked) {
            file.get(10, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void whatFailsInTheMiddleLeavesNothingAndCanBeAskedForAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Order order = order((file, material) -> {
            Files.writeString(file, "half of");
            if (attempts.incrementAndGet() == 1) {
                throw new IOException("No space left on device");
            }
            return new Made(1L, "aa");
        });
        assertThatThrownBy(() -> builds.get(order).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(Problem.class)
                .hasMessageContaining("cannot be made");
        assertThat(builds.ready(order.key())).isNull();
        assertThat(builds.building(order.key()).file()).isCompletedExceptionally();
        assertThat(beingMade()).noneMatch(name -> name.startsWith(order.key()));
        assertThat(builds.get(order).get(10, TimeUnit.SECONDS).length()).isEqualTo(7);
        assertThat(builds.building(order.key())).isNull();
    }

    @Test
    void anErrorOfTheMachineFailsTheFileAndNotTheBuilder() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> builds.get(order((file, material) -> {
                                throw new OutOfMemoryError("of a test");
                            }))
                            .get(10, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(Throwable.class);
        }
        BuiltFile file = builds.get(order((path, material) -> {
                    Files.writeString(path, "whole");
                    return new Made(1L, "aa");
                }))
                .get(10, TimeUnit.SECONDS);
        assertThat(file.length()).isEqualTo(5);
    }

    private static void await(CountDownLatch go) throws IOException {
        try {
            if (!go.await(20, TimeUnit.SECONDS)) {
                throw new IOException("Nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
