package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.Client.Answer;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.Test;

/** Files of a register that changes, is moved, breaks and is started again. */
class ExportsIT {
    /** How much is written between one download and the next; once in a while a hundred thousand. */
    private static final int CHANGES = Integer.getInteger("exports.changes", 300);

    private static List<String> files(RunningRegister register, String directory) throws IOException {
        try (Stream<Path> all = Files.walk(register.data().resolve("exports").resolve(directory))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 400 && !condition.call(); i++) {
            Thread.sleep(25);
        }
    }

    /** The sums of all files that there are, as of an entry. */
    private static Map<String, String> sums(Client client, long n) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        JsonNode exports = client.get("/exports").expect(200).json();
        List<String> names = new ArrayList<>();
        exports.get("files").forEach(file -> names.add(file.get("name").asText()));
        exports.get("tables")
                .forEach(table -> table.get("files")
                        .forEach(file -> names.add(file.get("name").asText())));
        for (String name : names) {
            for (String query : List.of("", "&supplier=pakistan&kind=mixed")) {
                Answer answer =
                        client.get("/exports/" + name + "?asOfSeq=" + n + query).expect(200);
                sums.put(name + query, answer.header("Content-Digest"));
            }
        }
        assertThat(sums).hasSizeGreaterThan(90);
        return sums;
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return before.keySet().stream()
                .filter(file -> !before.get(file).equals(after.get(file)))
                .toList();
    }

    /** Four agreements at once, and then a source that they cite. */
    private static void change(Client client, int times) throws IOException {
        List<String> slugs = new ArrayList<>();
        client.get("/agreements?limit=4")
                .expect(200)
                .json()
                .get("items")
                .forEach(each -> slugs.add(each.get("slug").asText()));
        CompletableFuture.allOf(slugs.stream()
                        .map(slug -> CompletableFuture.runAsync(() -> change(client, slug, times / slugs.size())))
                        .toArray(CompletableFuture[]::new))
                .join();
        String source = client.get("/sources/reuters-2025-12-22").etag();
        client.send(
                        "PATCH",
                        "/sources/reuters-2025-12-22",
                        source,
                        "It was withdrawn",
                        "{\"retraction\": {\"reason\": \"Withdrawn.\"}}")
                .expect(200);
    }

    private static void change(Client client, String slug, int times) {
        try {
            String etag = client.get("/agreements/" + slug).etag();
            for (int i = 0; i < times; i++) {
                etag = client.send(
                                "PATCH",
                                "/agreements/" + slug,
                                etag,
                                "It changes",
                                "{\"summary\": \"Change " + i + "\"}")
                        .expect(200)
                        .etag();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theSameBytesAfterManyChangesARestartElsewhereAndAnEmptiedCache() throws Exception {
        try (RunningRegister register = RunningRegister.embedded("exports-again")
                .with("DEALTRACKER_EXAMPLES", "true")
                .start()) {
            Client client = register.client();
            long n = Long.parseLong(client.get("/agreements?limit=1").header("Feed-Head"));
            Map<String, String> before = sums(client, n);
            change(client, CHANGES);
            register.terminate();
            assertThat(differing(before, sums(register.start().client(), n)))
                    .as("kept")
                    .isEmpty();
            register.terminate();
            FileCache.deleteTree(register.data().resolve("exports"));
            register.with("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu")
                    .with("LC_ALL", "tr_TR.UTF-8")
                    .with("TZ", "Asia/Kathmandu");
            assertThat(differing(before, sums(register.start().client(), n)))
                    .as("made again")
                    .isEmpty();
            assertThat(differing(before, sums(register.client(), n + CHANGES + 1)))
                    .as("changed")
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void aDatabaseThatDiesInTheMiddleLeavesNoFile() throws Exception {
        try (RunningRegister register = RunningRegister.embedded("exports-killed")
                .with("DEALTRACKER_EXAMPLES", "true")
                .start()) {
            Client client = register.client();
            client.get("/exports/items.csv?asOfSeq=0").expect(200);
            List<String> before = files(register, "files");
            CompletableFuture<Answer> asked;
            try (Connection connection = register.owner().connect()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("lock table listing in access exclusive mode");
                asked = CompletableFuture.supplyAsync(() -> {
                    try {
                        return client.get("/exports/items.csv");
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                await(() -> !inTheMaking(register).isEmpty());
                assertThat(inTheMaking(register)).isNotEmpty();
                register.killDatabase();
            }
            Answer answer = asked.get(60, TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotNull();
            await(() -> inTheMaking(register).isEmpty());
            assertThat(inTheMaking(register)).isEmpty();
            assertThat(files(register, "files")).isEqualTo(before);
            register.kill();
            register.start();
            assertThat(register.client().get("/exports/items.csv").expect(200).text())
                    .startsWith("agreement,");
        }
    }

    private static List<String> inTheMaking(RunningRegister register) throws IOException {
        try (Stream<Path> all = Files.list(register.data().resolve("exports/making"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aDiskThatIsFullInTheMiddleLeavesNoFile() throws Exception {
        try (RunningRegister register = RunningRegister.embedded("exports-full")
                .with("DEALTRACKER_EXAMPLES", "true")
                .start()) {
            Client client = register.client();
            long pid = register.process().pid();
            // A file may not grow past this: for whoever writes it the same as a full disk, in the middle of it.
            limit(pid, "65536");
            for (String name : List.of("citations.csv", "citations.jsonl", "ftm.jsonl")) {
                Answer answer = client.get("/exports/" + name);
                assertThat(answer.status()).as(name).isEqualTo(503);
                assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.header("Content-Disposition")).isNull();
            }
            assertThat(inTheMaking(register)).isEmpty();
            assertThat(files(register, "files")).isEmpty();
            client.get("/exports/terms.csv").expect(200);
            limit(pid, "unlimited");
            assertThat(client.get("/exports/citations.csv").expect(200).bytes()).hasSizeGreaterThan(65_536);
        }
    }

    private static void limit(long pid, String bytes) throws IOException, InterruptedException {
        Process set = new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertThat(set.waitFor()).isZero();
    }

    @Test
    void whoGoesAwayInTheMiddleLeavesNothingAndOthersGetTheFile() throws Exception {
        try (RunningRegister register = RunningRegister.embedded("exports-gone")
                .with("DEALTRACKER_EXAMPLES", "true")
                .start()) {
            Client client = register.client();
            URI address = client.address("/exports/citations.jsonl");
            long open = descriptors(register);
            for (int i = 0; i < 200; i++) {
                try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                    socket.setSoLinger(true, 0);
                    socket.getOutputStream()
                            .write(("GET " + address.getPath() + "?asOfSeq=" + (170 - i % 20)
                                            + " HTTP/1.1\r\nHost: here\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    if (i % 2 == 0) {
                        socket.getInputStream().readNBytes(500);
                    }
                }
            }
            await(() -> inTheMaking(register).isEmpty());
            assertThat(inTheMaking(register)).isEmpty();
            for (int i = 0; i < 20; i++) {
                Answer answer = client.get("/exports/citations.jsonl?asOfSeq=" + (170 - i))
                        .expect(200);
                assertThat(answer.header("Content-Digest")).isNotNull();
                assertThat(Bodies.value(answer.text()
                                        .lines()
                                        .reduce((one, next) -> next)
                                        .orElseThrow())
                                .isObject())
                        .isTrue();
            }
            await(() -> descriptors(register) <= open + 10);
            assertThat(descriptors(register)).isLessThanOrEqualTo(open + 10);
        }
    }

    private static long descriptors(RunningRegister register) throws IOException {
        try (Stream<Path> all =
                Files.list(Path.of("/proc", Long.toString(register.process().pid()), "fd"))) {
            return all.count();
        }
    }
}
