package dev.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.Goal;
import dev.attune.search.ModelSummary;
import dev.attune.search.Parameter;
import dev.attune.search.Phase;
import dev.attune.search.Proposal;
import dev.attune.search.Scaling;
import dev.attune.training.Terms;
import dev.attune.tuning.Criteria;
import dev.attune.tuning.Objective;
import dev.attune.tuning.RangeText;
import java.time.Duration;
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
    void aDefinitionStoredBeforeThereWereSeveralAlgorithmsHasOne() {
        var stored = """
                {"strategy":"RANDOM","objective":{"goal":"MINIMIZE","metric":"loss"},
                "limits":{"maxTrials":3,"maxParallel":2,"maxRuntime":"PT1H"},
                "space":{"parameters":[{"kind":"continuous","name":"x","min":0.0,"max":1.0,"scaling":"AUTO"}]},
                "rangeTexts":{"x":{"min":"0","max":"1.0"}},
                "training":{"image":"my/image","inputMode":"File","staticHyperParameters":{},
                "metrics":[{"name":"loss","regex":"loss=(.*)"}],"roleArn":"arn","inputs":[],"output":{"s3Path":"s3://b"},
                "cluster":{"instanceType":"ml.m4.xlarge","instanceCount":1,"volumeSizeInGB":10},"maxRuntime":"PT1H"},
                "randomSeed":7,"criteria":{"target":0.5},"asked":"{}"}""";

        var definition = json.definition(stored);

        assertThat(definition.algorithms()).hasSize(1);
        assertThat(definition.objective()).isEqualTo(new Objective(Goal.MINIMIZE, "loss"));
        assertThat(definition.space().parameters()).containsExactly(new Parameter.Continuous("x", 0, 1, Scaling.AUTO));
        assertThat(definition.rangeTexts()).containsEntry("x", new RangeText("0", "1.0"));
        assertThat(definition.training().maxRuntime()).isEqualTo(Duration.ofHours(1));
        assertThat(definition.training().terms()).isEqualTo(Terms.USUAL);
        assertThat(definition.criteria()).isEqualTo(new Criteria(0.5, null, false));
        assertThat(json.definition(json.write(definition))).isEqualTo(definition);
    }

    @Test
    void aProposalStoredBeforeModelsWereKeptHasNone() {
        var stored = """
                {"phase":"BAYESIAN","mean":1.5,"deviation":0.25,"acquisition":-3.0,"seed":7}""";
        assertThat(json.read(stored, Proposal.class)).isEqualTo(new Proposal(Phase.BAYESIAN, 1.5, 0.25, -3.0, 7, null));
    }
}
