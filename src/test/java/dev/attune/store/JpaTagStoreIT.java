package dev.attune.store;

import dev.attune.tuning.TagStore;
import dev.attune.tuning.TagStoreContract;
import dev.attune.tuning.TuningStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The contract on H2. */
@DataJpaTest(showSql = false, properties = "spring.datasource.url=jdbc:h2:mem:JpaTagStoreIT;DB_CLOSE_DELAY=-1")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED) // the stores' own transactions are what is tested
@Import({JpaTuningStore.class, JpaTuningJobTags.class, JpaTrialTags.class, JpaTuningStoreIT.Schedules.class})
class JpaTagStoreIT extends TagStoreContract {
    @Autowired
    private JpaTuningStore store;

    @Autowired
    private JpaTuningJobTags tuningJobs;

    @Autowired
    private JpaTrialTags trainingJobs;

    @Override
    protected TuningStore store() {
        return store;
    }

    @Override
    protected TagStore tuningJobs() {
        return tuningJobs;
    }

    @Override
    protected TagStore trainingJobs() {
        return trainingJobs;
    }
}
