package org.dealtracker.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.cite.PublicAddress;
import org.dealtracker.cite.PublisherSettings;
import org.dealtracker.http.Code;
import org.dealtracker.http.Problem;
import org.dealtracker.http.Texts;
import org.dealtracker.log.Checkpoint;
import org.dealtracker.log.Checkpoints;

/** Takes orders: what was asked for by its name, of which records, as of when. */
@ApplicationScoped
class Orders {
    static final String PATH = "/api/v1/exports/";

    private final Checkpoints checkpoints;
    private final Affiliates affiliates;
    private final PublisherSettings publisher;

    Orders(Checkpoints checkpoints, Affiliates affiliates, PublisherSettings publisher) {
        this.checkpoints = checkpoints;
        this.affiliates = affiliates;
        this.publisher = publisher;
    }

    /** An order, and the moment that it fixed. */
    record Taken(Order order, Checkpoint checkpoint) {}

    /** @throws Problem 400 naming every parameter that cannot be read, 404 for what is not exported */
    Taken take(String export, ExportRequest request) {
        Instant since = request.since();
        LocalDate day = request.onDate();
        Profile profile = request.profile();
        Product product = product(export, profile);
        if (profile != Profile.RAW && !export.endsWith(".csv")) {
            throw Problem.badParameter("profile", "'profile' is of CSV files only.");
        }
        Checkpoint checkpoint = checkpoints.of(request);
        About about = about(export, request.filter(), profile, checkpoint);
        return new Taken(new Order(product, about, profile, request.narrowing(since, affiliates), day), checkpoint);
    }

    /** Of the whole register, as of an entry that there is; one for each name. */
    List<Order> whole(List<String> exports, long n) {
        Checkpoint checkpoint = checkpoints.at(n);
        return exports.stream()
                .map(export -> new Order(
                        product(export, Profile.RAW),
                        about(export, "", Profile.RAW, checkpoint),
                        Profile.RAW,
                        null,
                        null))
                .toList();
    }

    private About about(String export, String filter, Profile profile, Checkpoint checkpoint) {
        return new About(
                export,
                filter,
                checkpoint.logId(),
                checkpoint.n(),
                checkpoint.at(),
                checkpoint.chain(),
                address(export, profile, checkpoint.n(), filter),
                publisher.publisher(),
                publisher.dataLicence().id());
    }

    /** Where the same bytes of the whole register can always be had. */
    String address(String export, long n) {
        return address(export, Profile.RAW, n, "");
    }

    private String address(String export, Profile profile, long n, String filter) {
        // By which name the service was asked is not said: the same file would be another one for everybody.
        String base = publisher.publicAddress().map(PublicAddress::text).orElse("");
        return base + PATH + export + "?asOfSeq=" + n + (filter.isEmpty() ? "" : "&" + filter)
                + (profile == Profile.RAW ? "" : "&profile=" + profile.code());
    }

    private static Product product(String export, Profile profile) {
        Product whole = WholeFiles.of(export);
        if (whole != null) {
            return whole;
        }
        int dot = export.lastIndexOf('.');
        String name = dot < 0 ? export : export.substring(0, dot);
        Extract<?> extract = Dictionary.of(name);
        if (extract == null) {
            throw Problem.notFound("There is no table '" + Texts.shown(name) + "' among the exports; there are "
                    + Dictionary.names() + ".");
        }
        FileFormat format = Code.of(FileFormat.class, export.substring(dot + 1));
        if (format == null) {
            throw Problem.notFound(
                    "Tables are exported as " + Code.all(FileFormat.class) + ", such as " + PATH + name + ".csv.");
        }
        return TableFiles.of(extract, format, profile);
    }
}
