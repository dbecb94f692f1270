package dev.assay.model.division;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.division.Divisions;
import dev.assay.model.config.ConfigFiles;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged table, by divisions whose history is well known. */
class DivisionsFileTest {

    private final Divisions divisions = DivisionsFile.load(ConfigFiles.packaged());

    @ParameterizedTest(name = "{0} {1} is {2} since {3}")
    @CsvSource({
        "320621, 海安县, 320685, 2019-04-01",
        "320683, 通州市, 320612, 2009-12-01",
        "320482, 金坛市, 320413, 2015-06-01",
        "110228, 密云县, 110118, 2015-11-01",
        "540125, 堆龙德庆县, 540103, 2015-12-01",
        "542600, 林芝地区, 540400, 2015-03-01",
        "310108, 闸北区, 310106, 2015-12-01",
        "320602, 崇川区, 320613, 2020-07-01",
        "320611, 港闸区, 320613, 2020-07-01",
        "320684, 海门市, 320614, 2020-07-01",
    })
    void aCodeIsFollowed(String old, String name, String successor, LocalDate on) {
        assertThat(divisions.successor(old, on)).isEqualTo(successor);
        assertThat(divisions.successor(old, on.minusDays(1))).isEqualTo(old);
        assertThat(divisions.find(old).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void codesThatStandOrWereSplitAreLeftAsTheyAre() {
        assertThat(divisions.newest("320623")).isEqualTo("320623");
        assertThat(divisions.newest("330103")).isEqualTo("330103");
        assertThat(divisions.newest("460003")).as("through two changes").isEqualTo("460400");
    }

    @Test
    void whatIsFromMemoryIsProvisional() {
        assertThat(divisions.find("320602").orElseThrow().basis().provisional()).isTrue();
        assertThat(divisions.find("320621").orElseThrow().basis().provisional()).isFalse();
    }
}
