package dev.assay.model.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.draw.DrawnClass;
import dev.assay.core.grading.Visibility;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawPlanFileTest {

    private static final String GOOD = """
            id: north
            title: {zh: 北片, en: North}
            authority: 局
            model: cn-food-risk-2016
            visibility: internal
            divisions: ["320612"]
            sectors: [catering]
            departments: [{id: market}, {id: health, sectors: [canteen]}]
            inspectors: 2
            classes: {A: {percent: 5, round: down}, D: {percent: 100, round: up}}
            repeat_after_months: 3
            public_value: 3D
            """;

    private static DrawPlan parse(String text) {
        return DrawPlanFile.parse(new ConfigFile("draws/north.yaml", text));
    }

    @Test
    void aPlanIsReadWithAllItsKeys() {
        DrawPlan plan = parse(GOOD);
        assertThat(plan.visibility()).isEqualTo(Visibility.INTERNAL);
        assertThat(plan.divisions()).containsExactly("320612");
        assertThat(plan.sectors()).containsExactly("catering");
        assertThat(plan.departments()).isEqualTo(Map.of("market", List.of(), "health", List.of("canteen")));
        assertThat(plan.classes()).extracting(DrawnClass::name).containsExactly("A", "D");
        assertThat(plan.inspectors()).isEqualTo(2);
        assertThat(plan.repeatMonths()).isEqualTo(3);
        assertThat(plan.isByGrade()).isTrue();
    }

    @Test
    void everyPackagedPlanCanBeRead() {
        ConfigFiles packaged = ConfigFiles.packaged();
        assertThat(packaged.ids("draws")).contains("cn-food-by-grade", "cn-food-equal");
        packaged.ids("draws")
                .forEach(id -> assertThat(DrawPlanFile.load(packaged, id).id()).isEqualTo(id));
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThatThrownBy(() -> parse(GOOD.replace("percent: 5,", "percent: 105,")
                        .replace("inspectors: 2", "inspectors: 0")
                        .replace("[catering]", "[restaurants]")
                        .replace("id: north", "id: south")
                        .replace("public_value: 3D", "values: 3D")))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("The ratio of class A (105 %) is not within 0 and 100 %")
                .hasMessageContaining("The number (0) is no whole one from 1 to 9")
                .hasMessageContaining("The sector (restaurants) is not known")
                .hasMessageContaining("The id (south) is not the file's name (north)")
                .hasMessageContaining("public_value")
                .hasMessageContaining("values");
        assertThatThrownBy(() -> parse(GOOD.replace("{A:", "{\"*\": {percent: 1, round: up}, A:")))
                .hasMessageContaining("The class (*) stands beside others");
    }
}
