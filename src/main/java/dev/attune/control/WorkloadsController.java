package dev.attune.control;

import dev.attune.training.WorkloadDocuments;
import dev.attune.training.WorkloadDocuments.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How simulated training behaves: look, and put a document in its place. */
@RestController
class WorkloadsController {
    static final String PATH = "/_attune/workloads";
    private static final Logger log = LoggerFactory.getLogger(WorkloadsController.class);

    private final WorkloadDocuments workloads;

    WorkloadsController(WorkloadDocuments workloads) {
        this.workloads = workloads;
    }

    @GetMapping(PATH)
    Listing show() {
        return workloads.show();
    }

    /** Takes a whole document, in JSON or YAML; tuning jobs that are there already keep their workloads. */
    @PutMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/yaml", "application/x-yaml", "text/yaml"})
    Listing replace(@RequestBody byte[] document) {
        var listing = workloads.replace(Utf8.decode(document));
        log.info("Workloads: {} put, version {}", listing.workloads().size(), listing.version());
        return listing;
    }

    @GetMapping(path = PATH + "/schema.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String schema() {
        return workloads.schema();
    }

    @GetMapping(path = PATH + "/examples.yaml", produces = "application/yaml")
    String examples() {
        return workloads.examples();
    }
}
