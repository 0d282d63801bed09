package dev.attune.store;

import dev.attune.training.DocumentStore;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link DocumentStore} on a relational database. */
@Repository
class JpaDocumentStore implements DocumentStore {
    /** The newest rows stay even if no job needs them: a job may be about to be created under one of them. */
    private static final int SPARED = 20;

    private final EntityManager entities;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    JpaDocumentStore(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public Optional<Stamp> newest() {
        return reading.execute(transaction -> entities.createQuery(
                        "select d.version, d.source from DocumentEntity d where d.source <> FILE order by d.id desc",
                        Object[].class)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Stamp((String) row[0], (Source) row[1]))
                .findFirst());
    }

    @Override
    public boolean holds(String version) {
        return reading.execute(transaction ->
                entities.createQuery("select count(d) from DocumentEntity d where d.version = :version", Long.class)
                                .setParameter("version", version)
                                .getSingleResult()
                        > 0);
    }

    @Override
    public Optional<String> find(String version) {
        return reading.execute(transaction -> entities.createQuery(
                        "select d.document from DocumentEntity d where d.version = :version order by d.id",
                        String.class)
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    @Override
    public void keep(Stamp stamp, String document) {
        var row = new DocumentEntity();
        row.version = stamp.version();
        row.source = stamp.source();
        row.document = document;
        writing.executeWithoutResult(transaction -> {
            entities.persist(row);
            entities.flush();
            forgetBefore(Objects.requireNonNull(row.id) - SPARED);
        });
    }

    private void forgetBefore(long id) {
        entities.createQuery("""
                        delete from DocumentEntity d where d.id < :id
                            and d.version not in (select job.workloads from TuningJobEntity job)
                            and d.version not in (select job.workloads from TrainingJobEntity job)
                        """).setParameter("id", id).executeUpdate();
    }
}
