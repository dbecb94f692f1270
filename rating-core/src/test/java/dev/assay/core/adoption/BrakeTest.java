package dev.assay.core.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private static final Brake BRAKE = new Brake(new BigDecimal("0.10"), 100);

    @Test
    void exactly_the_share_passes_and_one_more_is_held() {
        assertThat(BRAKE.holds(new Turnover(10_000, 1_000))).isFalse();
        assertThat(BRAKE.holds(new Turnover(10_000, 1_001))).isTrue();
    }

    @Test
    void a_handful_passes_whatever_share_it_is() {
        assertThat(BRAKE.holds(new Turnover(120, 100))).isFalse();
        assertThat(BRAKE.holds(new Turnover(120, 101))).isTrue();
    }

    @Test
    void a_first_run_has_nothing_to_change() {
        assertThat(BRAKE.holds(new Turnover(0, 0))).isFalse();
    }

    @Test
    void a_share_beyond_one_is_refused() {
        assertThatThrownBy(() -> new Brake(new BigDecimal("10"), 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
