package dev.assay.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void the_fifth_failure_makes_the_next_try_wait_a_minute() {
        fail(4);
        assertThat(throttle.mustWait("wang", "10.0.0.1", NOW)).isFalse();
        fail(1);
        assertThat(throttle.mustWait("wang", "10.0.0.1", NOW)).isTrue();
        assertThat(throttle.mustWait("wang", "10.0.0.1", NOW.plusSeconds(59))).isTrue();
        assertThat(throttle.mustWait("wang", "10.0.0.1", NOW.plus(Duration.ofMinutes(1))))
                .isFalse();
    }

    @Test
    void another_account_or_address_does_not_wait() {
        fail(5);

        assertThat(throttle.mustWait("li", "10.0.0.1", NOW)).isFalse();
        assertThat(throttle.mustWait("wang", "10.0.0.2", NOW)).isFalse();
    }

    @Test
    void a_success_forgets_the_failures() {
        fail(4);
        throttle.succeeded("wang", "10.0.0.1");
        fail(4);

        assertThat(throttle.mustWait("wang", "10.0.0.1", NOW)).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("wang", "10.0.0.1", NOW);
        }
    }
}
