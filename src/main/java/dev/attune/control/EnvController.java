package dev.attune.control;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The environment variables that point AWS's clients here, for {@code eval "$(curl -s …/_attune/env)"}. */
@RestController
class EnvController {
    @GetMapping(path = "/_attune/env", produces = MediaType.TEXT_PLAIN_VALUE)
    String env(HttpServletRequest request) {
        return """
                export AWS_ENDPOINT_URL_SAGEMAKER=http://127.0.0.1:%1$d
                export AWS_ENDPOINT_URL_SAGEMAKERHPO=http://127.0.0.1:%1$d
                export AWS_DEFAULT_REGION=us-east-1
                export AWS_ACCESS_KEY_ID=test
                export AWS_SECRET_ACCESS_KEY=test
                """.formatted(request.getLocalPort());
    }
}
