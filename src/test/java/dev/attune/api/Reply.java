package dev.attune.api;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What the server answered. */
public record Reply(HttpResponse<String> http) {
    public int status() {
        return http.statusCode();
    }

    public String text() {
        return http.body();
    }

    public JsonNode json() {
        return Body.JSON.readTree(http.body());
    }

    /** The error's code. */
    public String code() {
        return json().path("__type").asString("");
    }

    public String message() {
        return json().path("message").asString("");
    }

    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status() + " " + text();
    }
}
