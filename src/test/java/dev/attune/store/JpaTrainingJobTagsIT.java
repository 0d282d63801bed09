package dev.attune.store;

import dev.attune.tuning.TagStore;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TrainingJobTagStoreContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The contract on H2. */
@DataJpaTest(showSql = false, properties = "spring.datasource.url=jdbc:h2:mem:JpaTrainingJobTagsIT;DB_CLOSE_DELAY=-1")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED) // the stores' own transactions are what is tested
@Import({JpaTrainingJobStore.class, JpaTrainingJobTags.class, JpaTrainingJobStoreIT.Schedules.class})
class JpaTrainingJobTagsIT extends TrainingJobTagStoreContract {
    @Autowired
    private JpaTrainingJobStore store;

    @Autowired
    private JpaTrainingJobTags tags;

    @Override
    protected TrainingJobStore store() {
        return store;
    }

    @Override
    protected TagStore tags() {
        return tags;
    }
}
