/**
 * The OpenAPI document at {@code /openapi}, put together when the service is built.
 *
 * <p>Who says what: an operation's method says its {@code operationId}, summary, parameters, body and success
 * ({@code @Operation}, {@code @Parameter}, {@code @RequestBody}, {@code @APIResponse}); the files in
 * {@code META-INF/openapi} say the schemas; the enums say the codes. What follows from these is added here and written
 * nowhere: errors, headers and conditions of each operation ({@link org.dealtracker.openapi.Operations}), one path for
 * each kind of claim ({@link org.dealtracker.openapi.Paths}), the form of requests, patches, pages and list items
 * ({@link org.dealtracker.openapi.Schemas}), and the codes with their definitions
 * ({@link org.dealtracker.openapi.Codes}). Known by nobody.
 */
package org.dealtracker.openapi;
