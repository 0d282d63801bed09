package dev.attune.control;

import dev.attune.tuning.TuningStore;
import java.util.Map;
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

    @GetMapping({"/_attune/health", "/_attune/ready"})
    ResponseEntity<Map<String, Object>> health() {
        try {
            return ResponseEntity.ok(
                    Map.of("status", "UP", "activeTuningJobs", store.active().size()));
        } catch (RuntimeException e) {
            log.error("The database does not answer", e);
            return ResponseEntity.status(503).body(Map.of("status", "DOWN"));
        }
    }
}
