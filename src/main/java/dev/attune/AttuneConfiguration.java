package dev.attune;

import dev.attune.search.GridSearcher;
import dev.attune.search.Phase;
import dev.attune.search.RandomSearcher;
import dev.attune.search.Searcher;
import dev.attune.traffic.ApiFaults;
import dev.attune.traffic.RequestJournal;
import dev.attune.training.DocumentStore;
import dev.attune.training.Prices;
import dev.attune.training.TrainingBackend;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.training.simulation.document.WorkloadLibrary;
import dev.attune.tuning.ClockStore;
import dev.attune.tuning.Secrets;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TagStore;
import dev.attune.tuning.Tags;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TrainingRuns;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStore;
import dev.attune.wire.PageTokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that belong to nobody: the domain, the optimiser and the simulation are plain Java, and are put together here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AttuneProperties.class,
    ClockProperties.class,
    SearchProperties.class,
    TrafficProperties.class,
    QuotaProperties.class
})
class AttuneConfiguration {
    /** The only place that reads the machine's clock; everything else is given an {@link InstantSource}. */
    @Bean
    InstantSource wallClock() {
        return Clock.systemUTC();
    }

    @Bean
    SimulatedClock simulatedClock(InstantSource wall, ClockProperties properties, ClockStore store) {
        return new SimulatedClock(wall, properties.settings(), store);
    }

    @Bean
    WorkloadLibrary workloads(DocumentStore store, AttuneProperties properties) {
        var file = properties.workloads();
        return file == null || file.isBlank() ? WorkloadLibrary.of(store) : WorkloadLibrary.of(store, file);
    }

    @Bean
    ApiFaults apiFaults(
            TrafficProperties traffic, SimulatedClock clock, InstantSource wall, AttuneProperties properties) {
        return traffic.apiFaults(clock, wall, properties.seed());
    }

    @Bean
    RequestJournal requestJournal(TrafficProperties traffic, SimulatedClock clock) {
        return traffic.requestJournal(clock);
    }

    @Bean
    TrainingBackend trainingBackend(WorkloadLibrary workloads) {
        return new SimulatedTraining(workloads);
    }

    @Bean
    Prices prices(AttuneProperties properties) {
        var file = properties.prices();
        return file == null || file.isBlank() ? Prices.builtIn() : Prices.of(Path.of(file));
    }

    @Bean
    Function<Strategy, Searcher> searchers(SearchProperties properties) {
        var bayesian = properties.bayesian();
        var random = new RandomSearcher();
        var grid = new GridSearcher();
        var hyperband = new RandomSearcher(Phase.HYPERBAND);
        return strategy -> switch (strategy) {
            case BAYESIAN -> bayesian;
            case RANDOM -> random;
            case GRID -> grid;
            case HYPERBAND -> hyperband;
        };
    }

    @Bean
    TuningJobs tuningJobs(
            TuningStore store,
            TrainingBackend backend,
            SimulatedClock clock,
            AttuneProperties properties,
            QuotaProperties quotas) {
        return new TuningJobs(store, backend, clock, properties.seed(), quotas.admission());
    }

    @Bean
    TrainingRuns trainingRuns(
            TrainingJobStore store,
            TuningJobs tuningJobs,
            TrainingBackend backend,
            SimulatedClock clock,
            AttuneProperties properties) {
        return new TrainingRuns(store, tuningJobs.launched(), backend, clock, properties.seed());
    }

    @Bean
    Tags tags(List<TagStore> stores) {
        return new Tags(stores);
    }

    /** Page tokens are sealed with the installation's own key, so that they survive a restart and are good on every node. */
    @Bean
    PageTokens pageTokens(Secrets secrets) {
        return new PageTokens(secrets.tokenKey());
    }
}
