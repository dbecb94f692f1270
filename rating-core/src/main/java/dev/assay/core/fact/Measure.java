package dev.assay.core.fact;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A measured value, or a limit for one, as laboratories write them: {@code ＜10}, {@code 4.2×10³CFU/g}, {@code ≤20μg/kg},
 * {@code 未检出}. The text is what the source said and always stays; comparison and number are there only where there is no doubt about
 * them. Ranges, several values, and powers of ten that lost their superscript ({@code 4.2×103}) are texts alone.
 *
 * @param text the text as its source wrote it
 * @param comparison how the value stands to the number; null where no number can be read
 * @param value the number, exact; null where none can be read
 * @param unit what stands behind the number, in the compatibility form NFKC, such as {@code μg/kg}; empty where nothing does
 */
public record Measure(
        String text,
        @Nullable Comparison comparison,
        @Nullable BigDecimal value,
        String unit) {

    /** What is written where nothing was found, or nothing may be found. */
    private static final List<String> NOT_DETECTED = List.of("未检出", "未检测出", "不得检出", "ND", "N.D.");

    /** The longer word before its own beginning. */
    private static final List<Map.Entry<String, Comparison>> SIGNS = List.of(
            Map.entry("<=", Comparison.AT_MOST),
            Map.entry("≤", Comparison.AT_MOST),
            Map.entry("⩽", Comparison.AT_MOST),
            Map.entry("≦", Comparison.AT_MOST),
            Map.entry("不大于", Comparison.AT_MOST),
            Map.entry("不超过", Comparison.AT_MOST),
            Map.entry("不高于", Comparison.AT_MOST),
            Map.entry(">=", Comparison.AT_LEAST),
            Map.entry("≥", Comparison.AT_LEAST),
            Map.entry("⩾", Comparison.AT_LEAST),
            Map.entry("≧", Comparison.AT_LEAST),
            Map.entry("不小于", Comparison.AT_LEAST),
            Map.entry("不少于", Comparison.AT_LEAST),
            Map.entry("不低于", Comparison.AT_LEAST),
            Map.entry("<", Comparison.BELOW),
            Map.entry("小于", Comparison.BELOW),
            Map.entry("低于", Comparison.BELOW),
            Map.entry(">", Comparison.ABOVE),
            Map.entry("大于", Comparison.ABOVE),
            Map.entry("高于", Comparison.ABOVE),
            Map.entry("=", Comparison.EQUAL));

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** Number, power of ten, unit. A digit in the unit is allowed only behind a slash: 25 in {@code /25g}. */
    private static final Pattern FORM = Pattern.compile("([+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?)"
            + "(?:\\s*[×xX*]\\s*10\\^([+-]?[0-9]{1,2}))?"
            + "\\s*((?:[\\p{L}%‰°][\\p{L}%‰°·.]{0,20})?(?:/[0-9]{0,4}\\p{L}{1,10}){0,3})");

    /**
     * Reads a text. Every text is a measured value; most have a number.
     *
     * @param text the text
     * @return the value
     */
    public static Measure parse(String text) {
        String folded = folded(text);
        Comparison comparison = Comparison.EQUAL;
        for (Map.Entry<String, Comparison> sign : SIGNS) {
            if (folded.startsWith(sign.getKey())) {
                comparison = sign.getValue();
                folded = folded.substring(sign.getKey().length()).strip();
                break;
            }
        }
        Matcher form = FORM.matcher(folded);
        return form.matches()
                ? new Measure(text, comparison, value(form.group(1), form.group(2)), form.group(3))
                : new Measure(text, null, null, "");
    }

    /**
     * Whether the text says that nothing was found, or that nothing may be found.
     *
     * @return true for {@code 未检出} and its like
     */
    public boolean isNotDetected() {
        return NOT_DETECTED.contains(folded(text));
    }

    private static BigDecimal value(String digits, @Nullable String power) {
        BigDecimal number = new BigDecimal(digits);
        BigDecimal exact = power == null ? number : number.scaleByPowerOfTen(Integer.parseInt(power));
        BigDecimal shortest = exact.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Full-width characters become half-width ones; superscript digits, which that would turn into plain ones, a power before. */
    private static String folded(String text) {
        StringBuilder powers = new StringBuilder(text.length() + 1);
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = SUPERSCRIPTS.indexOf(c);
            boolean superscript = digit >= 0 || c == '⁻';
            if (superscript && !raised && powers.toString().endsWith("10")) {
                powers.append('^');
            }
            raised = superscript;
            powers.append(digit >= 0 ? (char) ('0' + digit) : c == '⁻' ? '-' : c);
        }
        return Normalizer.normalize(powers, Normalizer.Form.NFKC).strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
