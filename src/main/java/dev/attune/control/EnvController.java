package dev.attune.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The environment variables that point AWS's clients here, for {@code eval "$(curl -s …/_attune/env)"}. */
@RestController
class EnvController {
    private static final String PORT = "8642";
    private static final String VARIABLES = """
            export AWS_ENDPOINT_URL_SAGEMAKER=http://127.0.0.1:8642
            export AWS_ENDPOINT_URL_SAGEMAKERHPO=http://127.0.0.1:8642
            export AWS_ENDPOINT_URL_CLOUDWATCH_LOGS=http://127.0.0.1:8642
            export AWS_DEFAULT_REGION=us-east-1
            export AWS_ACCESS_KEY_ID=test
            export AWS_SECRET_ACCESS_KEY=test
            """;

    @Operation(
            summary = "The environment variables that point AWS's clients here",
            description = "For a shell: eval \"$(curl -s …/_attune/env)\"")
    @ApiResponse(
            responseCode = "200",
            description = "Commands of a POSIX shell",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(VARIABLES)))
    @GetMapping(path = "/_attune/env", produces = MediaType.TEXT_PLAIN_VALUE)
    String env(HttpServletRequest request) {
        return VARIABLES.replace(PORT, String.valueOf(request.getLocalPort()));
    }
}
