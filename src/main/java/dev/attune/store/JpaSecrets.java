package dev.attune.store;

import dev.attune.tuning.Secrets;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The {@link Secrets} in a relational database. */
@Repository
class JpaSecrets implements Secrets {
    private static final int KEY_BYTES = 32;

    private final EntityManager entities;
    private final TransactionTemplate transactions;

    JpaSecrets(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public byte[] tokenKey() {
        String encoded = transactions.execute(transaction -> {
            var row = entities.find(InstallationEntity.class, InstallationEntity.ONLY);
            if (row == null) {
                row = new InstallationEntity();
                row.tokenKey = fresh();
                entities.persist(row);
            }
            return row.tokenKey;
        });
        return Base64.getDecoder().decode(encoded);
    }

    // The one draw that must not be reproducible: whoever knew the seed could forge tokens.
    private static String fresh() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
