package dev.assay.batch.reading;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which styles of a workbook show a number as a day. Nothing else tells a day from a number there.
 *
 * @param days the numbers of these styles
 */
record CellStyles(BitSet days) {

    static final CellStyles NONE = new CellStyles(new BitSet());

    /** The formats of ECMA-376 part 1, 18.8.30, that need no code: days, and days with times, those of East Asia among them. */
    private static final Set<Integer> BUILT_IN_DAYS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final int MOST_FORMATS = 1 << 16;

    /** Texts, colours and escapes in a number format, which are no letters of a day. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private static final Pattern DAY = Pattern.compile("[yYdD年月日]");

    /** Reads the styles part of a workbook. */
    static CellStyles read(Workbook workbook, String part) throws IOException {
        Map<Integer, Boolean> own = new HashMap<>();
        BitSet days = new BitSet();
        boolean[] inCells = {false};
        int[] style = {0};
        workbook.eachElement(part, reader -> {
            switch (reader.getLocalName()) {
                case "numFmt" -> {
                    String code = reader.getAttributeValue(null, "formatCode");
                    if (code != null && own.size() < MOST_FORMATS) {
                        own.put(number(reader.getAttributeValue(null, "numFmtId")), isDay(code));
                    }
                }
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0] && style[0] < MOST_FORMATS) {
                        int format = number(reader.getAttributeValue(null, "numFmtId"));
                        days.set(style[0]++, own.getOrDefault(format, BUILT_IN_DAYS.contains(format)));
                    }
                }
                default -> {
                    // Fonts and fills say nothing about the value.
                }
            }
        });
        return new CellStyles(days);
    }

    /** Whether a style shows a day. */
    boolean isDay(int style) {
        return style >= 0 && days.get(style);
    }

    /** Whether a number format shows a day: {@code General} and {@code 0.00E+00} do not, for their letters stand behind digits. */
    static boolean isDay(String code) {
        String first = code.split(";", 2)[0];
        String letters = LITERAL.matcher(first).replaceAll("");
        return !letters.contains("0")
                && !letters.equalsIgnoreCase("General")
                && DAY.matcher(letters).find();
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
