package dev.assay.core.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.division.Divisions.Succession;
import dev.assay.core.grading.Basis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivisionsTest {

    private static final Basis BASIS = new Basis("GB/T 2260", false, "", LocalDate.of(2002, 12, 1), null);

    /** 460003 became 469003 and that 460400; 320602 and 320611 both became 320613. */
    private static final Divisions DIVISIONS = Divisions.of(List.of(
            succession("460003", "469003", "2003-12-01"),
            succession("469003", "460400", "2015-03-01"),
            succession("320602", "320613", "2020-07-01"),
            succession("320611", "320613", "2020-07-01")));

    private static Succession succession(String old, String successor, String on) {
        return new Succession(old, "", successor, LocalDate.parse(on), BASIS);
    }

    @Test
    void aCodeIsFollowedToThatOfTheDay() {
        assertThat(DIVISIONS.successor("460003", LocalDate.parse("2003-11-30"))).isEqualTo("460003");
        assertThat(DIVISIONS.successor("460003", LocalDate.parse("2003-12-01"))).isEqualTo("469003");
        assertThat(DIVISIONS.successor("460003", LocalDate.parse("2015-03-01"))).isEqualTo("460400");
        assertThat(DIVISIONS.newest("460003")).isEqualTo("460400");
        assertThat(DIVISIONS.newest("320613")).isEqualTo("320613");
        assertThat(DIVISIONS.newest("anything")).isEqualTo("anything");
    }

    @Test
    void aPlaceHasAllTheCodesThatBecameItsOwn() {
        assertThat(DIVISIONS.codesOf("320611")).containsExactly("320602", "320611", "320613");
        assertThat(DIVISIONS.codesOf("320613")).containsExactly("320602", "320611", "320613");
        assertThat(DIVISIONS.codesOf("460400")).containsExactly("460003", "460400", "469003");
        assertThat(DIVISIONS.codesOf("320612")).containsExactly("320612");
    }

    @Test
    void aCodeHasOneSuccessorAndNeverBecomesItself() {
        assertThatThrownBy(() ->
                        Divisions.of(List.of(succession("a", "b", "2020-01-01"), succession("a", "c", "2020-01-01"))))
                .hasMessageContaining("The division (a) has two successors");
        assertThatThrownBy(() ->
                        Divisions.of(List.of(succession("a", "b", "2020-01-01"), succession("b", "a", "2021-01-01"))))
                .hasMessageContaining("becomes itself in the end");
    }
}
