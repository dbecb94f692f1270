package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFiles;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every golden case of every preset gives what it says. */
class GoldenCasesTest {

    @TestFactory
    Stream<DynamicTest> everyCaseGivesWhatItSays() {
        return ConfigFiles.packaged().ids("models").stream().flatMap(id -> {
            GradingModel model = GradingModels.load(ConfigFiles.packaged(), id);
            return GoldenCases.of(id).stream()
                    .map(one -> DynamicTest.dynamicTest(id + ": " + one.name(), () -> {
                        Map<String, String> actual = GoldenCases.actual(one.analyse(model));
                        assertThat(actual).containsAllEntriesOf(one.expected());
                    }));
        });
    }
}
