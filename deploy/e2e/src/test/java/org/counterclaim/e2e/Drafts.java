package org.counterclaim.e2e;

import io.restassured.specification.RequestSpecification;

/** Drafts of articles, as somebody writes the first words of one. */
final class Drafts {

    private Drafts() {}

    /**
     * Makes one of a headline and a paragraph.
     *
     * @return its id
     */
    static String make(RequestSpecification reporter, String headline) {
        return reporter.contentType("text/plain; charset=utf-8")
                .body(headline + "\n\nA paragraph.")
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
