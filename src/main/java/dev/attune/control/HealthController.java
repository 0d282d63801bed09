package dev.attune.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.tuning.TuningStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether Attune can serve: its database answers. */
@RestController
class HealthController {
    private static final Logger log = LoggerFactory.getLogger(HealthController.class);

    private final TuningStore store;

    HealthController(TuningStore store) {
        this.store = store;
    }

    @Operation(summary = "Whether Attune can serve")
    @ApiResponse(responseCode = "200", description = "It can")
    @ApiResponse(
            responseCode = "503",
            description = "It cannot: its database does not answer",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @GetMapping("/_attune/health")
    ResponseEntity<Health> health() {
        try {
            return ResponseEntity.ok(new Health("UP", store.active().size()));
        } catch (RuntimeException e) {
            log.error("The database does not answer", e);
            return ResponseEntity.status(503).body(new Health("DOWN", null));
        }
    }

    @Operation(summary = "The same as health, for scripts that wait for a server to be ready")
    @ApiResponse(responseCode = "200", description = "It can serve")
    @ApiResponse(
            responseCode = "503",
            description = "It cannot",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @GetMapping("/_attune/ready")
    ResponseEntity<Health> ready() {
        return health();
    }

    /** How Attune is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(
            @Schema(allowableValues = {"UP", "DOWN"}) String status,

            @Schema(description = "tuning jobs that have not ended; absent where the database does not answer")
            @Nullable Integer activeTuningJobs) {}
}
