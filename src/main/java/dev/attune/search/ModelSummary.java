package dev.attune.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model was made of: the Gaussian processes that were heard, with their hyperparameters.
 *
 * @param members at least one, most credible first; copied
 */
public record ModelSummary(List<Member> members) {
    public ModelSummary {
        members = List.copyOf(members);
    }

    /**
     * One process. Variances are in units of the transformed values, whose own variance is 1.
     *
     * @param transform of the objective's values, in lower case: {@code standardised}, {@code tamed} or {@code ranked}
     * @param structure of the kernel, in lower case: {@code joint}, {@code additive} or {@code mixed}
     * @param share in the model's judgement, in (0, 1]; all sum to 1
     * @param signalVariance how much the objective varies over the space
     * @param noiseVariance how much two trials of one configuration differ
     * @param lengthScales over which distance the objective changes, for each parameter that varies, in the space's order; 1 is
     *     the width of the parameter's range, on its scale. Copied
     */
    public record Member(
            String transform,
            String structure,
            double share,
            double signalVariance,
            double noiseVariance,
            Map<String, Double> lengthScales) {
        public Member {
            lengthScales = Collections.unmodifiableMap(new LinkedHashMap<>(lengthScales));
        }
    }
}
