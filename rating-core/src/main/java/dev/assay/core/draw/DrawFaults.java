package dev.assay.core.draw;

import dev.assay.core.draw.DrawFile.Excluded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds why a draw cannot be made as it is planned. */
public final class DrawFaults {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int NAMED = 5;

    private final DrawFile file;
    private final List<String> faults = new ArrayList<>();

    private DrawFaults(DrawFile file) {
        this.file = file;
    }

    /**
     * The faults of a draw file.
     *
     * @param file the file
     * @return each with what to do; empty if it can be drawn from
     */
    public static List<String> of(DrawFile file) {
        DrawFaults found = new DrawFaults(file);
        found.checkHead();
        found.checkClasses();
        found.checkInspectors();
        found.checkBusinesses();
        found.checkForm();
        if (found.faults.isEmpty()) {
            found.checkTeams();
        }
        return List.copyOf(found.faults);
    }

    private void fault(String what, String remedy) {
        faults.add(what + System.lineSeparator() + "  " + remedy);
    }

    private void checkHead() {
        if (file.head().perBusiness() < 1) {
            fault("A business would be inspected by nobody.", "Maybe write inspectors: 2 (Order 49 art. 23).");
        }
        if (file.departments().isEmpty()) {
            fault("No department draws.", "Maybe name one, such as market.");
        }
        if (file.head().publicValue().isBlank()) {
            fault(
                    "No public value is named that will be mixed in.",
                    "Maybe name a lottery and the number of its drawing, and how the value is written.");
        }
    }

    private void checkClasses() {
        Set<String> names = new HashSet<>();
        for (DrawnClass one : file.classes()) {
            if (!names.add(one.name())) {
                fault("The class (%s) has two ratios.".formatted(one.name()), "Maybe leave one of them out.");
            }
            if (one.percent().signum() < 0 || one.percent().compareTo(WHOLE) > 0) {
                fault(
                        "The ratio of class %s (%s %%) is not within 0 and 100 %%."
                                .formatted(one.name(), one.percent().toPlainString()),
                        "Maybe it was meant as a share: write 5 for 5 %.");
            }
            if (one.percent().scale() > DrawnClass.PLACES) {
                fault(
                        "The ratio of class %s (%s %%) has more than %d places."
                                .formatted(one.name(), one.percent().toPlainString(), DrawnClass.PLACES),
                        "Maybe round it.");
            }
        }
        file.businesses().stream()
                .map(one -> one.stratum().name())
                .filter(name -> !names.contains(name))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .forEach((name, count) -> fault(
                        "The class (%s) of %d businesses has no ratio.".formatted(name, count),
                        "Maybe write one, or 0 to draw none of them."));
    }

    private void checkInspectors() {
        Set<String> ids = new HashSet<>();
        for (DrawnInspector one : file.inspectors()) {
            if (!ids.add(one.id())) {
                fault("The inspector (%s) stands twice.".formatted(one.id()), "Maybe leave one out.");
            }
            if (one.division().isBlank()) {
                fault(
                        "The inspector (%s) has no division.".formatted(one.id()),
                        "Maybe write the code of the area in which the inspector works, such as 3206.");
            }
            if (!file.departments().contains(one.department())) {
                fault(
                        "The inspector (%s) is of a department (%s) that does not draw."
                                .formatted(one.id(), one.department()),
                        "Maybe leave the inspector out, or name the department.");
            }
        }
        file.conflicts().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(inspector -> !ids.contains(inspector))
                .forEach(inspector -> fault(
                        "A conflict is declared for an inspector (%s) who is not there.".formatted(inspector),
                        "Maybe the number has a slip of the pen."));
    }

    private void checkBusinesses() {
        Set<String> ids = new HashSet<>();
        Stream.concat(file.businesses().stream(), file.excluded().stream().map(Excluded::business))
                .forEach(one -> {
                    if (!ids.add(one.id())) {
                        fault(
                                "The business (%s) stands twice.".formatted(one.id()),
                                "Maybe several departments named it: it belongs in once, with all of them.");
                    }
                    if (one.departments().isEmpty() || !file.departments().containsAll(one.departments())) {
                        fault(
                                "The business (%s) is of departments (%s) that do not all draw."
                                        .formatted(one.id(), String.join(",", one.departments())),
                                "Maybe name those that draw.");
                    }
                });
        file.excluded().stream()
                .filter(one -> one.reason().isBlank())
                .forEach(one -> fault(
                        "The business (%s) is left out without a reason."
                                .formatted(one.business().id()),
                        "Maybe say why; whoever repeats the draw wants to know."));
    }

    /** Words that would break the lines of the file, or be read as others. */
    private void checkForm() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("draw", file.head().id());
        file.departments().forEach(one -> words.put("department " + one, one));
        file.inspectors().forEach(one -> words.put("inspector " + one.id(), one.id()));
        words.forEach((what, word) -> {
            if (!word.matches("[A-Za-z0-9._-]{1,64}")) {
                fault(
                        "The id (%s) of %s is not of letters, digits, dots and hyphens.".formatted(word, what),
                        "Maybe use the number of the papers.");
            }
        });
        try {
            DrawText.read(DrawText.write(file));
        } catch (DrawFormatException e) {
            fault("A word holds a tab or a line end: " + e.getMessage(), "Maybe strip it.");
        }
    }

    /** Every business must find enough inspectors, whatever the seed. */
    private void checkTeams() {
        Map<String, List<String>> lacking = new HashMap<>();
        for (DrawnBusiness business : file.businesses()) {
            for (String department : business.departments()) {
                long there = file.inspectors().stream()
                        .filter(inspector -> file.mayInspect(inspector, business, department))
                        .count();
                if (there < file.head().perBusiness() && isDrawn(business)) {
                    lacking.computeIfAbsent(
                                    "%s of %s in %s"
                                            .formatted(
                                                    department,
                                                    business.stratum().sector(),
                                                    business.stratum().division()),
                                    _ -> new ArrayList<>())
                            .add(business.id());
                }
            }
        }
        lacking.forEach((where, ids) -> fault(
                "Fewer than %d inspectors may inspect for %s: %d businesses, such as %s."
                        .formatted(
                                file.head().perBusiness(),
                                where,
                                ids.size(),
                                ids.stream().limit(NAMED).collect(Collectors.joining(", "))),
                "Maybe name more inspectors, or leave the businesses out with a reason."));
    }

    private boolean isDrawn(DrawnBusiness business) {
        return file.classes().stream()
                .anyMatch(one -> one.name().equals(business.stratum().name())
                        && one.percent().signum() > 0);
    }
}
