package dev.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.tuning.JobTags;
import dev.attune.tuning.Tag;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a database of an earlier version holds is still there after the migrations. */
class MigrationIT {
    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:MigrationIT;DB_CLOSE_DELAY=-1");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    private void migrate(String target) {
        Flyway.configure().dataSource(database).target(target).load().migrate();
    }

    @Test
    void tagsBecomeSetsInTheirOrder() {
        migrate("1");
        jdbc.update("""
                insert into tuning_job (account, region, name, name_key, definition, seed, created_at, origin, status,
                    updated_at, version)
                values ('123456789012', 'us-east-1', 'Churn', 'churn', '{}', 1, now(), 0, 'COMPLETED', now(), 1)
                """);
        var tags = List.of(new Tag("z", "1"), new Tag("a", ""), new Tag("_.:/=+-@", "値 \u2028🔑"));
        for (var tag : tags) {
            jdbc.update("insert into tuning_job_tag values (1, ?, ?, ?)", tags.indexOf(tag), tag.key(), tag.value());
        }

        migrate("latest");

        var set =
                jdbc.queryForObject("select tags from tag_set where tuning_job_id = 1 and launched = 0", String.class);
        assertThat(new Json().read(set, JobTags.class)).isEqualTo(new JobTags(tags, List.of()));
    }
}
