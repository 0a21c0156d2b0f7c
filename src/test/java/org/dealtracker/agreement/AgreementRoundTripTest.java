package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Identity;
import org.dealtracker.log.Op;
import org.dealtracker.log.Stamp;
import org.dealtracker.log.Why;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the register wrote it reads back without loss: the state of a record is its last document. */
class AgreementRoundTripTest {
    static Stream<ObjectNode> examples() {
        return Stream.of(
                        "02-pakistan-laaf-2025",
                        "03-china-indonesia-j-10-2025",
                        "04-qatar-indonesia-mirage-2000-5-2023",
                        "05-pakistan-turkiye-mfi-395-2017",
                        "06-pakistan-sudan-2026",
                        "07-pakistan-saudi-arabia-jf-17-2026",
                        "08-pakistan-azerbaijan-jf-17-2024",
                        "09-russia-indonesia-su-35-2018",
                        "10-china-pakistan-j-35a-2024",
                        "11-russia-iran-su-35-2023")
                .flatMap(AgreementRoundTripTest::agreements);
    }

    private static Stream<ObjectNode> agreements(String bundle) {
        try (InputStream in = AgreementRoundTripTest.class.getResourceAsStream("/examples/" + bundle + ".json")) {
            JsonNode agreements = Json.body(in.readAllBytes()).get("agreements");
            return StreamSupport.stream(agreements.spliterator(), false).map(node -> (ObjectNode) node);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aDocumentReadBackRendersTheSameBytes(ObjectNode body) {
        Findings findings = new Findings();
        Agreement draft = Agreement.TYPE.fresh(new Form(body, findings, Lookup.AS_WRITTEN));
        findings.throwIfAny();
        Instant at = Instant.parse("2026-11-24T10:00:00.000001Z");
        Stamp stamp = new Stamp(7, at, Op.CREATED, new Why("editor", ChangeType.ADDITION, "recorded"));
        Agreement written = draft.withHeadline(headline())
                .as(new Identity(draft.identity().id(), draft.identity().slug(), 1, 7, at, at))
                .stamped(stamp);
        byte[] document = Json.bytes(written);

        Agreement read = Agreement.TYPE.stored(Json.stored(document));

        assertThat(read.claims().all()).hasSameSizeAs(written.claims().all()).isNotEmpty();
        assertThat(read.claims().all()).isEqualTo(written.claims().all());
        assertThat(read.statusHistory()).isEqualTo(written.statusHistory());
        assertThat(new String(Json.bytes(read.withHeadline(written.headline()))))
                .isEqualTo(new String(document));
    }

    private static Headline headline() {
        return new Headline(
                Stage.UNKNOWN,
                null,
                Evidence.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                null);
    }
}
