import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.dealtracker.client.ApiClient;
import org.dealtracker.client.ApiException;
import org.dealtracker.client.ApiResponse;
import org.dealtracker.client.api.AgreementsApi;
import org.dealtracker.client.api.AgreementsApi.APICreateAgreementRequest;
import org.dealtracker.client.api.AgreementsApi.APIGetAgreementRequest;
import org.dealtracker.client.api.AgreementsApi.APIGetHistoryOfAgreementRequest;
import org.dealtracker.client.api.AgreementsApi.APIListAgreementsRequest;
import org.dealtracker.client.api.ClaimsApi;
import org.dealtracker.client.api.ClaimsApi.APIPatchItemRequest;
import org.dealtracker.client.api.PartiesApi;
import org.dealtracker.client.api.PartiesApi.APICreatePartyRequest;
import org.dealtracker.client.api.SourcesApi;
import org.dealtracker.client.api.SourcesApi.APICreateSourceRequest;
import org.dealtracker.client.model.*;

/** Records China – Indonesia, J-10, reads it, corrects a count and finds it in the list: with a generated client alone. */
public final class Cycle {
    private final ApiClient client = new ApiClient();

    private Cycle(URI base, String key) {
        client.updateBaseUri(base.toString());
        client.setRequestInterceptor((HttpRequest.Builder request) -> request.header("Authorization", "Bearer " + key));
    }

    public static void main(String[] arguments) throws ApiException {
        new Cycle(URI.create(arguments[0]), arguments[1]).run();
        System.out.println("The Java client has created, read, corrected and listed.");
    }

    private void run() throws ApiException {
        party("client-china", "China");
        party("client-indonesia", "Indonesia");
        source("client-ap", "AP");
        source("client-trt", "TRT");
        AgreementRequest deal = new AgreementRequest()
                .title("China – Indonesia: J-10")
                .slug("client-china-indonesia-j-10")
                .kind(AgreementKind.SALE)
                .parties(List.of(
                        takesPart("client-china", Role.SUPPLIER), takesPart("client-indonesia", Role.RECIPIENT)))
                .items(List.of(jets("42..", "client-ap", "at least 42"), jets("10", "client-trt", "10")))
                .statusHistory(List.of(new StatusEventDraft()
                        .to(Stage.ANNOUNCED)
                        .effective(new FuzzyDateDraft("2025-10-15"))
                        .reason("Announced; nothing binding is shown.")
                        .citations(List.of(cites("client-ap", null)))));
        AgreementsApi agreements = new AgreementsApi(client);
        ApiResponse<Agreement> created = agreements.createAgreementWithHttpInfo(APICreateAgreementRequest.newBuilder()
                .agreementRequest(deal)
                .idempotencyKey("client-j-10")
                .build());
        String etag = created.getHeaders().get("ETag").get(0);
        Agreement read = agreements.getAgreement(APIGetAgreementRequest.newBuilder()
                .id(created.getData().getSlug())
                .build());
        require(read.equals(created.getData()), "what is read is what was recorded");
        require(read.getHeadline().getStage() == Stage.ANNOUNCED, "the headline has the stage");
        Item wrong = read.getItems().get(1);
        require(wrong.getCount().getText().equals("10"), "the second count is 10");

        APIPatchItemRequest correction = APIPatchItemRequest.newBuilder()
                .id(read.getSlug())
                .claimId(wrong.getId())
                .ifMatch(etag)
                .itemPatch(new ItemPatch()
                        .count(new QuantityDraft("42"))
                        .changeReason("The ten was the aircraft's name read as a count."))
                .build();
        Item corrected = new ClaimsApi(client).patchItem(correction);
        require(corrected.getCount().getText().equals("42"), "the count is corrected");
        History history = agreements.getHistoryOfAgreement(
                APIGetHistoryOfAgreementRequest.newBuilder().id(read.getSlug()).build());
        require(history.getItems().get(1).getChangeType() == ChangeType.CORRECTION, "history calls it a correction");
        AgreementPage page = agreements.listAgreements(APIListAgreementsRequest.newBuilder()
                .supplier(List.of("client-china"))
                .minCount("42")
                .certainty("certain")
                .build());
        require(
                page.getItems().stream().anyMatch(item -> item.getSlug().equals(read.getSlug())),
                "the list has it");
        try {
            new ClaimsApi(client).patchItem(correction);
            throw new AssertionError("a stale ETag was taken");
        } catch (ApiException refused) {
            require(refused.getCode() == 412, "a stale ETag is refused");
        }
    }

    private void party(String slug, String name) throws ApiException {
        new PartiesApi(client)
                .createParty(APICreatePartyRequest.newBuilder()
                        .partyRequest(new PartyRequest().slug(slug).name(name).kind(PartyKind.STATE))
                        .build());
    }

    private void source(String slug, String publisher) throws ApiException {
        SourceRequest source = new SourceRequest().slug(slug).kind(SourceKind.UNRECORDED).publisher(publisher);
        new SourcesApi(client)
                .createSource(APICreateSourceRequest.newBuilder().sourceRequest(source).build());
    }

    private static ParticipationDraft takesPart(String party, Role role) {
        return new ParticipationDraft().party(party).role(role).citations(List.of(cites("client-ap", null)));
    }

    private static ItemDraft jets(String count, String source, String phrase) {
        return new ItemDraft()
                .line("j-10")
                .designation("J-10")
                .category(Category.COMBAT_AIRCRAFT)
                .count(new QuantityDraft(count))
                .citations(List.of(cites(source, phrase)));
    }

    private static CitationDraft cites(String source, String phrase) {
        return new CitationDraft().source(source).reportedAs(phrase);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("It does not hold that " + what + ".");
        }
    }
}
