package dev.attune.control;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this package's endpoints, which OpenApiIT makes from the controllers. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Attune's own endpoints",
                        version = "1",
                        description = "What Attune adds to the API of AWS that it imitates, which is described by AWS's"
                                + " models. Wherever no other answer is listed, errors are a JSON object with the members"
                                + " error and message.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "http://127.0.0.1:8642", description = "the address that Attune has by default"))
@RestController
class OpenApiController {
    @Operation(operationId = "describe", summary = "This description, in OpenAPI 3.1")
    @GetMapping(path = "/_attune/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource("openapi.json", OpenApiController.class);
    }
}
