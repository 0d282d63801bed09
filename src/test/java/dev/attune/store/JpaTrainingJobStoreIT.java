package dev.attune.store;

import dev.attune.tuning.StepSchedule;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TrainingJobStoreContract;
import dev.attune.tuning.TuningStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The contract on H2. */
@DataJpaTest(showSql = false, properties = "spring.datasource.url=jdbc:h2:mem:JpaTrainingJobStoreIT;DB_CLOSE_DELAY=-1")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED) // the store's own transactions are what is tested
@Import({JpaTuningStore.class, JpaTrainingJobStore.class, JpaTrainingJobStoreIT.Schedules.class})
class JpaTrainingJobStoreIT extends TrainingJobStoreContract {
    @Autowired
    private JpaTrainingJobStore store;

    @Autowired
    private JpaTuningStore tuningJobs;

    @Override
    protected TrainingJobStore store() {
        return store;
    }

    @Override
    protected TuningStore tuningJobs() {
        return tuningJobs;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Schedules {
        @Bean
        StepSchedule trainingSchedule() {
            return new NoSchedule();
        }
    }
}
