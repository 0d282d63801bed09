package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.Shipped;
import dev.attune.api.LiveServer;
import io.swagger.v3.parser.OpenAPIV3Parser;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The description of Attune's own endpoints: made from the controllers, shipped as a file, and valid. */
@TestPropertySource(
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.paths-to-match=/_attune/**",
            "springdoc.auto-tag-classes=false",
            "springdoc.default-produces-media-type=application/json",
            "springdoc.override-with-generic-response=false",
            "springdoc.writer-with-order-by-keys=true",
        })
class OpenApiIT extends LiveServer {
    private static final String FILE = "src/main/resources/dev/attune/control/openapi.json";

    @Test
    void theShippedDescriptionSaysWhatTheControllersSay() {
        var made = get("/v3/api-docs").json();

        var text = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(made);

        Shipped.assertUpToDate(FILE, text.replace(System.lineSeparator(), "\n") + "\n", OpenApiIT.class);
    }

    @Test
    void everyEndpointSaysWhatItIsFor() {
        var paths = get("/v3/api-docs").json().path("paths");

        for (var path : paths.properties()) {
            assertThat(path.getValue().values())
                    .as("%s needs an @Operation with a summary", path.getKey())
                    .allMatch(operation -> operation.has("summary"));
        }
    }

    @Test
    void isServed() {
        var served = get("/_attune/openapi.json");

        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("content-type")).isEqualTo("application/json");
        assertThat(served.json().path("openapi").stringValue()).startsWith("3.1");
    }

    @Test
    void isValid() {
        var parsed = new OpenAPIV3Parser().readContents(get("/v3/api-docs").text());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .containsKeys("/_attune/health", "/_attune/clock", "/_attune/tuning-jobs/{name}/watch");
    }
}
