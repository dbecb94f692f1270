package dev.assay.core.draw;

import dev.assay.core.draw.DrawFile.Excluded;
import dev.assay.core.draw.DrawFile.Head;
import dev.assay.core.draw.DrawnBusiness.Stratum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A draw file as text: UTF-8, a line each, its parts with tabs between, LF at every end. {@code docs/draw.md} describes it. */
public final class DrawText {

    static final String FORMAT = "assay-draw 1";

    private DrawText() {}

    /**
     * Writes a draw file.
     *
     * @param file the file
     * @return its text: the same for the same content
     */
    public static String write(DrawFile file) {
        Lines lines = new Lines();
        Head head = file.head();
        lines.add(FORMAT);
        lines.add("draw", head.id());
        lines.add("title", head.title());
        lines.add("authority", head.authority());
        lines.add("as-of", head.asOf().toString());
        lines.add("public-value", head.publicValue());
        lines.add("inspectors", Integer.toString(head.perBusiness()));
        file.departments().forEach(department -> lines.add("department", department));
        file.classes()
                .forEach(one -> lines.add(
                        "class",
                        one.name(),
                        one.percent().toPlainString(),
                        one.rounding() == DrawnClass.Rounding.UP ? "up" : "down"));
        file.inspectors()
                .forEach(one -> lines.add(
                        "inspector",
                        one.id(),
                        one.department(),
                        one.division(),
                        one.sectors().isEmpty() ? "*" : String.join(",", new TreeSet<>(one.sectors()))));
        file.businesses().forEach(one -> lines.add(cells("business", one, null)));
        file.excluded().forEach(one -> lines.add(cells("excluded", one.business(), one.reason())));
        file.conflicts()
                .forEach((business, barred) ->
                        new TreeSet<>(barred).forEach(inspector -> lines.add("conflict", business, inspector)));
        return lines.text();
    }

    private static String[] cells(String kind, DrawnBusiness one, @Nullable String reason) {
        Stratum stratum = one.stratum();
        List<String> cells = new ArrayList<>(List.of(
                kind,
                one.id(),
                stratum.name(),
                stratum.sector(),
                stratum.division(),
                String.join(",", one.departments()),
                one.name()));
        if (reason != null) {
            cells.add(reason);
        }
        return cells.toArray(String[]::new);
    }

    /**
     * Reads a draw file.
     *
     * @param text the text
     * @return the file
     * @throws DrawFormatException if it is none, or not written as {@link #write} would
     */
    public static DrawFile read(String text) {
        LineReader lines = new LineReader(text);
        DrawFile file = read(lines);
        lines.end();
        refuseOtherForm(text, write(file));
        return file;
    }

    static void refuseOtherForm(String text, String canonical) {
        if (!text.equals(canonical)) {
            String[] given = text.split("\n", -1);
            String[] meant = canonical.split("\n", -1);
            int line = 0;
            while (line < given.length && line < meant.length && given[line].equals(meant[line])) {
                line++;
            }
            throw new DrawFormatException(
                    line + 1, "the line is out of order, stands twice, or is written in another way");
        }
    }

    static DrawFile read(LineReader lines) {
        lines.take(FORMAT, 0);
        Head head = new Head(
                lines.take("draw", 1)[0],
                lines.take("title", 1)[0],
                lines.take("authority", 1)[0],
                lines.day(lines.take("as-of", 1)[0]),
                lines.take("public-value", 1)[0],
                lines.number(lines.take("inspectors", 1)[0]));
        List<String> departments = new ArrayList<>();
        lines.each("department", 1, cells -> departments.add(cells[0]));
        List<DrawnClass> classes = new ArrayList<>();
        lines.each(
                "class",
                3,
                cells -> classes.add(new DrawnClass(
                        cells[0],
                        lines.percent(cells[1]),
                        lines.oneOf(cells[2], "up", "down").equals("up")
                                ? DrawnClass.Rounding.UP
                                : DrawnClass.Rounding.DOWN)));
        List<DrawnInspector> inspectors = new ArrayList<>();
        lines.each(
                "inspector",
                4,
                cells -> inspectors.add(new DrawnInspector(
                        cells[0], cells[1], cells[2], cells[3].equals("*") ? Set.of() : Set.copyOf(split(cells[3])))));
        List<DrawnBusiness> businesses = new ArrayList<>();
        lines.each("business", 6, cells -> businesses.add(business(cells)));
        List<Excluded> excluded = new ArrayList<>();
        lines.each("excluded", 7, cells -> excluded.add(new Excluded(business(cells), cells[6])));
        Map<String, Set<String>> conflicts = new HashMap<>();
        lines.each(
                "conflict",
                2,
                cells -> conflicts
                        .computeIfAbsent(cells[0], _ -> new TreeSet<>())
                        .add(cells[1]));
        return new DrawFile(head, departments, classes, inspectors, businesses, excluded, conflicts);
    }

    private static DrawnBusiness business(String[] cells) {
        return new DrawnBusiness(cells[0], new Stratum(cells[1], cells[2], cells[3]), split(cells[4]), cells[5]);
    }

    private static List<String> split(String list) {
        return List.of(list.split(",", -1));
    }

    /** Lines on their way to be written. */
    static final class Lines {

        private final StringBuilder text = new StringBuilder();

        void add(String... cells) {
            for (int i = 0; i < cells.length; i++) {
                text.append(i == 0 ? "" : "\t").append(cells[i]);
            }
            text.append('\n');
        }

        String text() {
            return text.toString();
        }
    }
}
