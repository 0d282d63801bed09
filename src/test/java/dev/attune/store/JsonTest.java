package dev.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.ModelSummary;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final Json json = new Json();

    @Test
    void aProposalComesBackWithItsModel() {
        var lengthScales = new LinkedHashMap<String, Double>();
        lengthScales.put("z", 0.1 + 0.2);
        lengthScales.put("a", 60.0);
        var model = new ModelSummary(List.of(new ModelSummary.Member("tamed", "joint", 1, 0.5, 1e-6, lengthScales)));
        var proposal = new Proposal(Phase.BAYESIAN, 1.5, 0.25, -3.0, 7, model);

        var read = json.read(json.write(proposal), Proposal.class);

        assertThat(read).isEqualTo(proposal);
        assertThat(read.model().members().get(0).lengthScales().keySet()).containsExactly("z", "a");
    }

    @Test
    void aProposalStoredBeforeModelsWereKeptHasNone() {
        var stored = """
                {"phase":"BAYESIAN","mean":1.5,"deviation":0.25,"acquisition":-3.0,"seed":7}""";
        assertThat(json.read(stored, Proposal.class)).isEqualTo(new Proposal(Phase.BAYESIAN, 1.5, 0.25, -3.0, 7, null));
    }
}
