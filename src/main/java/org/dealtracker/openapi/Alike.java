package org.dealtracker.openapi;

import java.util.Map;

/** Which operations take the parameters of others, so that these are described once. */
final class Alike {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("listPartyAgreements", "listAgreements"),
            Map.entry("totalAgreements", "listAgreements"),
            Map.entry("totalAgreementsCsv", "listAgreements"),
            Map.entry("chartAgreements", "listAgreements"),
            Map.entry("chartAgreementsCsv", "listAgreements"),
            Map.entry("search", "listAgreements"),
            Map.entry("exportTable", "listAgreements"),
            Map.entry("exportMap", "listAgreements"),
            Map.entry("exportGraph", "listAgreements"),
            Map.entry("exportDatabase", "listAgreements"),
            Map.entry("exportPackage", "listAgreements"),
            Map.entry("describeExport", "listAgreements"),
            Map.entry("orderExport", "listAgreements"),
            Map.entry("followAgreement", "followChanges"),
            Map.entry("followParty", "followChanges"));

    private Alike() {}

    /** @return the operation whose parameters they are; empty for none */
    static String of(String operationId) {
        return operationId.startsWith("listChangesOf")
                ? "listChanges"
                : operationId.startsWith("citeExport")
                        ? "listAgreements"
                        : operationId.startsWith("cite") ? "cite" : OTHERS.getOrDefault(operationId, "");
    }
}
