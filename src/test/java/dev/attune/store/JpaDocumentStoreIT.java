package dev.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.DocumentStore;
import dev.attune.training.DocumentStore.Source;
import dev.attune.training.DocumentStore.Stamp;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@DataJpaTest(showSql = false, properties = "spring.datasource.url=jdbc:h2:mem:JpaDocumentStoreIT;DB_CLOSE_DELAY=-1")
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED) // the store's own transactions are what is tested
@Import(JpaDocumentStore.class)
class JpaDocumentStoreIT {
    @Autowired
    private DocumentStore store;

    @Autowired
    private DataSource database;

    @BeforeEach
    void empty() throws SQLException {
        execute("delete from workload_document");
        execute("delete from tuning_job");
    }

    @Test
    void theNewestIsTheLastThatIsNotAFiles() {
        assertThat(store.newest()).isEmpty();
        store.keep(new Stamp("a", Source.PUT), "text of a");
        store.keep(new Stamp("b", Source.PUT), "text of b");
        store.keep(new Stamp("f", Source.FILE), "text of f");

        assertThat(store.newest()).hasValue(new Stamp("b", Source.PUT));
        store.keep(new Stamp("a", Source.PUT), "text of a");
        assertThat(store.newest()).hasValue(new Stamp("a", Source.PUT));
        store.keep(new Stamp("", Source.RESET), "");
        assertThat(store.newest()).hasValue(new Stamp("", Source.RESET));
    }

    @Test
    void keepsTextsOfAnyLength() {
        var text = "é😀'\\\n".repeat(400_000);
        store.keep(new Stamp("a", Source.PUT), text);

        assertThat(store.holds("a")).isTrue();
        assertThat(store.find("a")).hasValue(text);
        assertThat(store.holds("b")).isFalse();
        assertThat(store.find("b")).isEmpty();
    }

    @Test
    void forgetsWhatNoJobNeedsAfterAWhile() throws SQLException {
        store.keep(new Stamp("needed", Source.PUT), "needed");
        store.keep(new Stamp("not needed", Source.PUT), "not needed");
        execute("""
                insert into tuning_job (account, region, name, name_key, definition, seed, created_at, origin, status, updated_at, version,
                    workloads)
                values ('1', 'r', 'n', 'n', '{}', 1, now(), 0, 'COMPLETED', now(), 1, 'needed')""");

        for (int i = 0; i < 30; i++) {
            store.keep(new Stamp("v" + i, Source.PUT), "text");
        }

        assertThat(store.holds("needed")).isTrue();
        assertThat(store.holds("not needed")).isFalse();
        assertThat(store.holds("v5")).isFalse();
        assertThat(store.holds("v15")).isTrue();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
