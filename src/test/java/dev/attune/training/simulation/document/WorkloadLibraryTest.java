package dev.attune.training.simulation.document;

import static dev.attune.training.simulation.document.SomeJob.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.training.WorkloadDocuments.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadLibraryTest {
    private static final String ONE = workload("metrics: {loss: 1}\n");
    private static final String TWO = workload("metrics: {loss: 2}\n");

    private final MemoryDocumentStore store = new MemoryDocumentStore();

    @TempDir
    private Path folder;

    @Test
    void beginsWithTheBuiltInOnes() {
        var library = WorkloadLibrary.of(store);

        assertThat(library.show())
                .extracting(Listing::version, Listing::source, Listing::document)
                .containsExactly("", "none", null);
        assertThat(library.show().workloads()).isEmpty();
        assertThat(library.show().builtIn()).contains("attune/branin", "attune/flaky");
    }

    @Test
    void whatIsPutIsInForceUntilTheReset() {
        var library = WorkloadLibrary.of(store);

        var put = library.replace(ONE);

        assertThat(put.source()).isEqualTo("put");
        assertThat(put.workloads()).containsExactly("w");
        assertThat(put.document()).isEqualTo(ONE);
        assertThat(library.current()).isEqualTo(put.version()).hasSize(64);
        library.reset();
        assertThat(library.show().source()).isEqualTo("none");
    }

    @Test
    void aWrongDocumentChangesNothing() {
        var library = WorkloadLibrary.of(store);
        library.replace(ONE);
        var before = library.show();

        assertThatThrownBy(() -> library.replace(TWO + "  - {name: x, metrics: {loss: 1 +}}\n"))
                .hasMessageContaining("workloads[1].metrics.loss (line 5)");

        assertThat(library.show()).isEqualTo(before);
    }

    @Test
    void aVersionKeepsItsMeaning() {
        var library = WorkloadLibrary.of(store);
        var one = library.replace(ONE).version();
        var two = library.replace(TWO).version();
        library.reset();
        var job = SomeJob.usual().job();

        assertThat(library.version(one).of(job).surface().limit(job, "loss")).hasValue(1);
        assertThat(library.version(two).of(job).surface().limit(job, "loss")).hasValue(2);
        assertThat(WorkloadLibrary.of(store).version(one).of(job).surface().limit(job, "loss"))
                .hasValue(1);
        assertThat(library.replace(ONE).version()).isEqualTo(one);
    }

    @Test
    void theConfiguredFileIsInForceUnlessSomethingIsPut() throws IOException {
        var file = Files.writeString(folder.resolve("workloads.yaml"), ONE);
        var library = WorkloadLibrary.of(store, file.toString());

        assertThat(library.show().source()).isEqualTo("file");
        var configured = library.current();
        library.replace(TWO);
        assertThat(WorkloadLibrary.of(store, file.toString()).show().source()).isEqualTo("put");
        library.reset();
        assertThat(library.current()).isEqualTo(configured);
        assertThat(store.find(configured)).hasValue(ONE);
    }

    @Test
    void aFileMayHaveItsTablesBesideIt() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables/t.csv"), "eta,_epoch,loss\n0.1,1,0.5\n");
        var file = Files.writeString(
                folder.resolve("workloads.yaml"), workload("table: {file: tables/t.csv, lookup: exact}\n"));

        var library = WorkloadLibrary.of(store, file.toString());

        var text = store.find(library.current()).orElseThrow();
        assertThat(text).contains("0.1,1,0.5").doesNotContain("t.csv");
        assertThat(SomeJob.usual().under(text).last("loss")).isEqualTo(0.5);
    }

    @Test
    void aWrongFileIsRefusedWithPlaceAndReason() throws IOException {
        var wrong = Files.writeString(folder.resolve("wrong.yaml"), workload("jitter: x\n"));
        var lost = Files.writeString(folder.resolve("lost.yaml"), workload("table: {file: lost.csv}\n"));

        assertThatThrownBy(() -> WorkloadLibrary.of(store, wrong.toString()))
                .hasMessage("The workload file [" + wrong + "]: workloads[0].jitter (line 4): [x] must be a number");
        assertThatThrownBy(() -> WorkloadLibrary.of(store, lost.toString()))
                .hasMessageContaining("workloads[0].table.file (line 4): the file [lost.csv] cannot be read");
        assertThatThrownBy(() ->
                        WorkloadLibrary.of(store, folder.resolve("nowhere.yaml").toString()))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void theExamplesAreNamed() {
        assertThat(WorkloadLibrary.of(store, "examples").show().workloads())
                .containsExactly("xgboost", "linear-learner", "image-classification", "pytorch-training");
    }
}
