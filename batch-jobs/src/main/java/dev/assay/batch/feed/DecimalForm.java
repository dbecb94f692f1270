package dev.assay.batch.feed;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a feed writes decimals. Full-width digits and signs are always understood, and small numbers as programs write them, such as 9e-05.
 *
 * @param factor what a number without a unit is multiplied with to come to the field's unit, such as 10000 for a column in 万元
 * @param grouped how a number with its thousands set apart looks; empty where the feed sets none apart
 * @param separator what stands between the thousands, in half width; empty where nothing does
 * @param units what may stand behind the number, such as 万元, and what the number is multiplied with if it does; the longest first
 */
public record DecimalForm(
        BigDecimal factor, Optional<Pattern> grouped, String separator, List<Map.Entry<String, BigDecimal>> units) {

    /** A number as it stands. */
    public static final DecimalForm PLAIN = of(BigDecimal.ONE, "", Map.of());

    private static final String NUMBER = "[+-]?%s(\\.[0-9]{1,30})?([eE]-[0-2]?[0-9])?";
    private static final Pattern UNGROUPED = Pattern.compile(NUMBER.replace("%s", "[0-9]{1,30}"));

    /** Copies the list. */
    public DecimalForm {
        units = List.copyOf(units);
    }

    /**
     * A way to write decimals.
     *
     * @param factor what a number without a unit is multiplied with
     * @param separator what stands between thousands; empty for nothing
     * @param units what a number with a unit is multiplied with, by unit
     * @return the form
     */
    public static DecimalForm of(BigDecimal factor, String separator, Map<String, BigDecimal> units) {
        String folded = folded(separator);
        Optional<Pattern> grouped = folded.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        NUMBER.replace("%s", "[0-9]{1,3}(" + Pattern.quote(folded) + "[0-9]{3}){1,9}")));
        return new DecimalForm(
                factor,
                grouped,
                folded,
                units.entrySet().stream()
                        .map(unit -> Map.entry(folded(unit.getKey()), unit.getValue()))
                        .sorted(Comparator.comparingInt((Map.Entry<String, BigDecimal> unit) ->
                                        unit.getKey().length())
                                .reversed())
                        .toList());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * Reads a number.
     *
     * @param text the text, without blanks around it
     * @return the number in the field's unit, without zeros at its end; empty if the text is no number of this form
     */
    public Optional<BigDecimal> find(String text) {
        return UNGROUPED.matcher(text).matches() ? Optional.of(exact(text, factor)) : findWritten(folded(text));
    }

    private Optional<BigDecimal> findWritten(String text) {
        for (Map.Entry<String, BigDecimal> unit : units) {
            if (text.endsWith(unit.getKey())) {
                String number = text.substring(0, text.length() - unit.getKey().length());
                return findNumber(number.stripTrailing(), unit.getValue());
            }
        }
        return findNumber(text, factor);
    }

    private Optional<BigDecimal> findNumber(String text, BigDecimal times) {
        if (UNGROUPED.matcher(text).matches()) {
            return Optional.of(exact(text, times));
        }
        return grouped.filter(pattern -> pattern.matcher(text).matches())
                .map(_ -> exact(text.replace(separator, ""), times));
    }

    private static BigDecimal exact(String digits, BigDecimal times) {
        BigDecimal number = new BigDecimal(digits).multiply(times).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
