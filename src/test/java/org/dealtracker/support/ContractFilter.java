package org.dealtracker.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Holds every answer that a test gets against the OpenAPI document. Installed before each test, without its doing. */
public final class ContractFilter implements Filter, QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(this);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI address = URI.create(request.getURI());
        Map<String, String> headers = new HashMap<>();
        response.headers().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        Contract.of("http://localhost:" + RestAssured.port)
                .check(new Contract.Exchange(
                        request.getMethod(),
                        address,
                        text(request.getBody()),
                        request.getContentType(),
                        response.statusCode(),
                        headers,
                        response.asByteArray()));
        return response;
    }

    private static String text(Object body) {
        return body == null
                ? null
                : body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "" + body;
    }
}
