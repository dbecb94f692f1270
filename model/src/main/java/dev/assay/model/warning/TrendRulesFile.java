package dev.assay.model.warning;

import dev.assay.core.warning.Season;
import dev.assay.core.warning.TrendRules;
import dev.assay.model.config.BasisEntries;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of early warning: the files of {@code config/warnings}. {@code docs/warning.md} describes them, and {@code config/schema/warning.schema.json}. */
public final class TrendRulesFile {

    /** The folder of the rules in a configuration. */
    public static final String FOLDER = "warnings";

    private static final long LONGEST = 1_000;
    private static final BigDecimal USUAL = new BigDecimal("0.05");

    private TrendRulesFile() {}

    /**
     * All rules of a configuration.
     *
     * @param config the configuration
     * @return them, in the order of their file names
     * @throws FaultyConfigException with all the faults of all files, if there are any
     */
    public static List<TrendRules> load(ConfigFiles config) {
        List<Fault> faults = new ArrayList<>();
        List<TrendRules> rules =
                config.list(FOLDER).stream().map(file -> read(file, faults)).toList();
        refuse(faults);
        return rules;
    }

    /**
     * The rules of a file.
     *
     * @param file the file
     * @return them
     * @throws FaultyConfigException with all its faults, if there are any
     */
    public static TrendRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        TrendRules rules = read(file, faults);
        refuse(faults);
        return rules;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
    }

    private static TrendRules read(ConfigFile file, List<Fault> faults) {
        YamlMap top = YamlMap.parse(file, faults);
        BasisEntries basis = BasisEntries.read(top);
        BigDecimal rate = top.decimal("false_alarm_rate");
        if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            top.fault(
                    "false_alarm_rate",
                    "The rate (%s) is not between 0 and 1.".formatted(rate),
                    "Maybe write 0.05: at one look of twenty without any trend there may be a false alarm.");
            rate = USUAL;
        }
        int periodDays = whole(top, "period_days", 1);
        TrendRules rules = new TrendRules(
                top.text("id"),
                periodDays,
                whole(top, "past_periods", 1),
                whole(top, "wait_days", 0),
                whole(top, "least_failures", 1),
                season(top, periodDays),
                whole(top, "sample_lag_days", 0),
                rate,
                basis.cited(top.map("set")));
        BasisEntries.bilingual(top, "title");
        top.refuseUnreadKeys();
        return rules;
    }

    private static @Nullable Season season(YamlMap top, int periodDays) {
        if (!top.isMap("season")) {
            top.oneOf("season", List.of("none"));
            return null;
        }
        YamlMap map = top.map("season");
        Season season = new Season(whole(map, "years", 1), whole(map, "neighbours", 0));
        if (!season.isApart(periodDays)) {
            map.fault(
                    "neighbours",
                    "So many periods of %d days (%d before and after the same one) are more than a year."
                            .formatted(periodDays, season.neighbours()),
                    "Maybe write neighbours: 1.");
            return null;
        }
        return season;
    }

    private static int whole(YamlMap map, String key, long least) {
        BigDecimal number = map.decimal(key).stripTrailingZeros();
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            map.fault(
                    key,
                    "The number (%s) is no whole one from %d to %d.".formatted(number.toPlainString(), least, LONGEST),
                    "Maybe write 13.");
            return 1;
        }
        return number.intValueExact();
    }
}
