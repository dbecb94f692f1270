package dev.assay.model.area;

import dev.assay.core.area.Figure;
import dev.assay.core.area.Figure.Measure;
import dev.assay.core.area.Figure.Target;
import dev.assay.core.area.RowSet;
import dev.assay.core.text.Bilingual;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Definitions of figures: the files of {@code config/figures}. {@code docs/area.md} describes them, and {@code config/schema/figure.schema.json}. */
public final class FiguresFile {

    /** The folder of the definitions in a configuration. */
    public static final String FOLDER = "figures";

    private static final String INHABITANTS = "inhabitants";
    private static final String NOTHING = "nothing";
    private static final long LONGEST_TERM = 1_000;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000);

    private FiguresFile() {}

    /**
     * All figures of a configuration.
     *
     * @param config the configuration
     * @return them, by their order and then their id
     * @throws FaultyConfigException with all the faults of all files, if there are any
     */
    public static List<Figure> load(ConfigFiles config) {
        List<Fault> faults = new ArrayList<>();
        List<Figure> figures = config.list(FOLDER).stream()
                .map(file -> read(file, faults))
                .sorted(Comparator.comparingInt(Figure::order).thenComparing(Figure::id))
                .toList();
        refuse(faults);
        return figures;
    }

    /**
     * The figure of a file.
     *
     * @param file the file
     * @return it
     * @throws FaultyConfigException with all its faults, if there are any
     */
    public static Figure parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        Figure figure = read(file, faults);
        refuse(faults);
        return figure;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
    }

    private static Figure read(ConfigFile file, List<Fault> faults) {
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        String id = top.text("id");
        if (!id.matches("[a-z][a-z0-9-]{0,39}") && !id.equals("?")) {
            top.fault("id", "The id (%s) is no word.".formatted(id), "Maybe write small letters, digits and hyphens.");
        }
        RowSet rows = set(top, "rows", RowSet.codes());
        List<String> wholes = new ArrayList<>(RowSet.codes());
        wholes.add(INHABITANTS);
        wholes.add(NOTHING);
        String word = top.oneOf("among", wholes);
        RowSet among = RowSet.find(word).orElse(null);
        checkParts(top, rows, among);
        Optional<String> model = top.findText("model");
        if (rows.needsModel() && model.isEmpty()) {
            top.fault("model", "No model's grades are counted.", "Maybe write model: cn-food-risk-2016.");
        }
        if (!rows.needsModel() && model.isPresent()) {
            top.fault("model", "The rows (%s) know no model.".formatted(rows.code()), "Maybe leave the key out.");
        }
        Optional<Figure.Term> term = term(top, basis);
        if (rows.needsTerm() != term.isPresent()) {
            top.fault(
                    "term",
                    rows.needsTerm()
                            ? "The rows (%s) have no term.".formatted(rows.code())
                            : "The rows (%s) know no term.".formatted(rows.code()),
                    rows.needsTerm() ? "Maybe write term: {days: 90, basis: …}." : "Maybe leave the key out.");
        }
        Measure measure = measure(word, among);
        Bilingual title = BasisEntries.bilingual(top, "title");
        Figure figure = new Figure(
                id,
                (int) whole(top, "order", 1_000),
                title,
                rows,
                measure,
                among,
                model.orElse(null),
                term.orElse(null),
                BasisEntries.bilingual(top, "numerator"),
                BasisEntries.bilingual(top, "denominator"),
                basis.cited(top.map("kept")),
                target(top, basis, measure));
        top.refuseUnreadKeys();
        return figure;
    }

    private static RowSet set(YamlMap map, String key, List<String> allowed) {
        return RowSet.find(map.oneOf(key, allowed)).orElse(RowSet.BUSINESSES);
    }

    /** A share counts rows among others of which they are a part: else it could be more than all. */
    private static void checkParts(YamlMap top, RowSet rows, @Nullable RowSet among) {
        Optional<RowSet> whole = rows.findWhole();
        if (among != null && !whole.equals(Optional.of(among))) {
            top.fault(
                    "among",
                    "The rows (%s) are no part of (%s).".formatted(rows.code(), among.code()),
                    "Maybe write among: %s.".formatted(whole.map(RowSet::code).orElse(INHABITANTS)));
        }
        if (among == null && rows == RowSet.GRADED) {
            top.fault("among", "Grades are a share of what is rated.", "Maybe write among: rated.");
        }
    }

    private static Measure measure(String word, @Nullable RowSet among) {
        if (among != null) {
            return Measure.SHARE;
        }
        return word.equals(NOTHING) ? Measure.COUNT : Measure.PER_INHABITANTS;
    }

    private static Optional<Figure.Term> term(YamlMap top, BasisEntries basis) {
        return top.findMap("term")
                .map(map -> new Figure.Term((int) whole(map, "days", LONGEST_TERM), basis.cited(map)));
    }

    private static @Nullable Target target(YamlMap top, BasisEntries basis, Measure measure) {
        return top.findMap("target")
                .map(map -> {
                    BigDecimal least = map.decimal("at_least");
                    BigDecimal most = measure == Measure.SHARE ? BigDecimal.ONE : MOST;
                    if (measure == Measure.COUNT) {
                        top.fault(
                                "target",
                                "A count alone has no target: it says nothing without what it is counted among.",
                                "Maybe leave the key out.");
                    }
                    if (least.signum() < 0 || least.compareTo(most) > 0) {
                        map.fault(
                                "at_least",
                                "The target (%s) is not from 0 to %s.".formatted(least, most),
                                "Maybe write a share such as 0.98, or a number per 1,000 inhabitants.");
                    }
                    return new Target(least, (int) whole(map, "months", 120), basis.cited(map));
                })
                .orElse(null);
    }

    static long whole(YamlMap map, String key, long most) {
        BigDecimal number = map.decimal(key).stripTrailingZeros();
        if (number.scale() > 0 || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            map.fault(
                    key,
                    "The number (%s) is no whole one from 1 to %d.".formatted(number.toPlainString(), most),
                    "Maybe write 12.");
            return 1;
        }
        return number.longValueExact();
    }
}
