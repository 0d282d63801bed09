package dev.attune;

import dev.attune.search.BayesianSearcher;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code attune.search.*}: how long to think about a suggestion.
 *
 * @param maxSuggestMillis after this long the best so far is taken, and histories depend on the machine; 0 for no limit
 */
@ConfigurationProperties("attune.search")
record SearchProperties(@DefaultValue("0") long maxSuggestMillis) {
    BayesianSearcher bayesian() {
        return maxSuggestMillis <= 0
                ? new BayesianSearcher()
                : BayesianSearcher.within(Duration.ofMillis(maxSuggestMillis), System::nanoTime);
    }
}
