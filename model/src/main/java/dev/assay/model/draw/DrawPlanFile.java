package dev.assay.model.draw;

import dev.assay.core.business.Sector;
import dev.assay.core.draw.DrawnClass;
import dev.assay.core.draw.DrawnClass.Rounding;
import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plans of draws: the files of {@code config/draws}. {@code docs/draw.md} describes them. */
public final class DrawPlanFile {

    private static final String FOLDER = "draws";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int PLACES = 4;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_INSPECTORS = 9;

    private DrawPlanFile() {}

    /**
     * A plan of a configuration.
     *
     * @param files where configuration is found
     * @param id its id
     * @return it
     * @throws FaultyConfigException with all the faults of its file, if there are any
     * @throws IllegalArgumentException if there is none of that id
     */
    public static DrawPlan load(ConfigFiles files, String id) {
        return files.find(FOLDER, id)
                .map(DrawPlanFile::parse)
                .orElseThrow(() -> new IllegalArgumentException("The plan of a draw (%s) is not known.%n%s"
                        .formatted(id, Spelling.didYouMean(id, files.ids(FOLDER)))));
    }

    /**
     * The plan of a file.
     *
     * @param file the file
     * @return it
     * @throws FaultyConfigException with all its faults, if there are any
     */
    public static DrawPlan parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        String id = top.text("id");
        String name = Path.of(file.name()).getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!id.equals(name) && !id.equals("?")) {
            top.fault(
                    "id", "The id (%s) is not the file's name (%s).".formatted(id, name), "Maybe rename one of them.");
        }
        YamlMap title = top.map("title");
        DrawPlan plan = new DrawPlan(
                id,
                new Bilingual(title.text("zh"), title.text("en")),
                top.text("authority"),
                top.text("model"),
                Visibility.valueOf(top.oneOf("visibility", List.of("public", "partners", "internal"))
                        .toUpperCase(Locale.ROOT)),
                top.texts("divisions"),
                sectors(top),
                departments(top),
                whole(top, "inspectors", 1, MOST_INSPECTORS),
                classes(top.map("classes")),
                top.has("repeat_after_months") ? whole(top, "repeat_after_months", 0, MOST_MONTHS) : 0,
                top.text("public_value"));
        top.findText("note");
        top.refuseUnreadKeys();
        if (!plan.isByGrade() && plan.classes().size() > 1) {
            top.fault("classes", "The class (*) stands beside others.", "Maybe leave the others out, or it.");
        }
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return plan;
    }

    private static List<String> sectors(YamlMap map) {
        List<String> codes = Arrays.stream(Sector.values()).map(Sector::code).toList();
        List<String> named = map.texts("sectors");
        named.stream()
                .filter(sector -> !codes.contains(sector))
                .forEach(sector -> map.fault(
                        "sectors",
                        "The sector (%s) is not known.".formatted(sector),
                        Spelling.didYouMean(sector, codes)));
        return named;
    }

    private static Map<String, List<String>> departments(YamlMap top) {
        Map<String, List<String>> departments = new LinkedHashMap<>();
        for (YamlMap department : top.maps("departments")) {
            String id = department.text("id");
            if (!id.matches("[a-z0-9-]{1,64}") && !id.equals("?")) {
                department.fault(
                        "id",
                        "The department (%s) is not of small letters, digits and hyphens.".formatted(id),
                        "Maybe write market.");
            }
            if (departments.put(id, sectors(department)) != null) {
                department.fault("id", "The department (%s) stands twice.".formatted(id), "Maybe leave one out.");
            }
        }
        if (departments.isEmpty()) {
            top.fault("departments", "No department draws.", "Maybe write departments: [{id: market}].");
        }
        return departments;
    }

    private static List<DrawnClass> classes(YamlMap map) {
        List<DrawnClass> classes = new ArrayList<>();
        for (String name : map.keys()) {
            YamlMap one = map.map(name);
            BigDecimal percent = one.decimal("percent");
            if (percent.signum() < 0 || percent.compareTo(WHOLE) > 0) {
                one.fault(
                        "percent",
                        "The ratio of class %s (%s %%) is not within 0 and 100 %%."
                                .formatted(name, percent.toPlainString()),
                        "Maybe it was meant as a share: write 5 for 5 %.");
            } else if (percent.stripTrailingZeros().scale() > PLACES) {
                one.fault(
                        "percent",
                        "The ratio of class %s (%s %%) has more than %d places."
                                .formatted(name, percent.toPlainString(), PLACES),
                        "Maybe round it.");
            }
            classes.add(new DrawnClass(
                    name,
                    percent,
                    one.oneOf("round", List.of("up", "down")).equals("up") ? Rounding.UP : Rounding.DOWN));
        }
        if (classes.isEmpty()) {
            map.fault("", "No class is drawn from.", "Maybe write classes: {\"*\": {percent: 5, round: down}}.");
        }
        return classes;
    }

    private static int whole(YamlMap map, String key, int least, int most) {
        BigDecimal number = map.decimal(key).stripTrailingZeros();
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            map.fault(
                    key,
                    "The number (%s) is no whole one from %d to %d.".formatted(number.toPlainString(), least, most),
                    "Maybe write 2.");
            return least;
        }
        return number.intValueExact();
    }
}
