package dev.assay.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedLockIT {

    @OnEachServer
    void a_lock_is_held_by_one_at_a_time_and_free_again_after(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            Optional<NamedLock> first = NamedLock.tryAcquire(test.database(), "rate");
            assertThat(first).isPresent();
            assertThat(NamedLock.tryAcquire(test.database(), "rate")).isEmpty();
            first.get().close();
            Optional<NamedLock> second = NamedLock.tryAcquire(test.database(), "rate");
            assertThat(second).isPresent();
            second.get().close();
        }
    }

    @Test
    void a_long_name_keeps_within_what_servers_allow_and_stays_distinct() {
        String one = NamedLock.serverName("schema", "x".repeat(100) + "1");
        String other = NamedLock.serverName("schema", "x".repeat(100) + "2");
        assertThat(one).hasSizeLessThanOrEqualTo(64).isNotEqualTo(other);
    }
}
