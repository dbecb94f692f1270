package dev.assay.batch.preset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Cells as nobody should write them: each one like a cell that is there, and wrong in one way. */
final class CellMutations {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONG = 5_000;

    private static final List<String> NOTHING =
            List.of("", " ", "/", "-", "--", "—", "无", "null", "NULL", "N/A", "不详", "\u3000", "\u00a0");

    private static final List<String> SEPARATORS = List.of(
            ",", "\"", "\"\"", "\t", "\n", "\r\n", "\r", "|", "║", "；", ";", "、", "\\", "\\|", "\u2028", "\u0085");

    private static final List<String> ODD = List.of(
            "\u0000",
            "\u0001",
            "\u001a",
            "\u007f",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "😀",
            "👨\u200d👩\u200d👧",
            "𠮷",
            "\ud83d",
            "\ude00",
            "e\u0301",
            "\ufdfa",
            "㍿",
            "ﬁ",
            "İ",
            "ß");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "99999999999999999999999999999999999999",
            "0.000000000000000000000000000000000001",
            "1e999999999",
            "1E-999999999",
            "9e-05",
            "1e3",
            "NaN",
            "Infinity",
            "0x10",
            "１２３．４５",
            "1,234,567.89",
            "1.2.3",
            "+5",
            "٣",
            "½",
            "5%",
            "2.5万元",
            "<10",
            "4.2×10³CFU/g");

    private static final List<String> DAYS = List.of(
            "0000-00-00",
            "0001-01-01",
            "0999-12-31",
            "1000-01-01",
            "9999-12-31",
            "10000-01-01",
            "-2020-01-01",
            "+2020-01-01",
            "2021-02-29",
            "2020-02-30",
            "2020-13-01",
            "2020/2/3",
            "20200230",
            "99991231",
            "2020年2月30日",
            "2020年13月",
            "2020-01-01T25:61:61",
            "2020-01-01T10:00:00Z",
            "2020-01-01 10:00:00.999999999",
            "??/10/2014",
            "13/2020",
            "Feb 30, 2020",
            "44197",
            "２０２０-０１-０１");

    private CellMutations() {}

    /**
     * A mutated cell.
     *
     * @param cell the cell
     * @param other another cell of the row
     * @param random what decides
     */
    static String mutated(String cell, String other, RandomGenerator random) {
        return switch (random.nextInt(15)) {
            case 0 -> one(NOTHING, random);
            case 1 -> cell.substring(0, random.nextInt(cell.length() + 1));
            case 2 -> cell.substring(random.nextInt(cell.length() + 1));
            case 3 -> cell + cell;
            case 4 -> other;
            case 5 -> cell + other;
            case 6 -> put(cell, one(SEPARATORS, random), random);
            case 7, 8 -> put(cell, one(ODD, random), random);
            case 9 -> one(NUMBERS, random);
            case 10 -> one(DAYS, random);
            case 11 -> fullWidth(cell);
            case 12 -> misread(cell, random);
            case 13 -> swapped(cell, random);
            default -> veryLong(cell, random);
        };
    }

    private static String one(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String put(String cell, String piece, RandomGenerator random) {
        int at = random.nextInt(cell.length() + 1);
        return cell.substring(0, at) + piece + cell.substring(at);
    }

    private static String fullWidth(String cell) {
        StringBuilder wide = new StringBuilder(cell);
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            if (letter > ' ' && letter < '\u007f') {
                wide.setCharAt(i, (char) (letter - ' ' + '\uff00'));
            }
        }
        return wide.toString();
    }

    /** What comes of a text that is read in an encoding in which it is not written. */
    private static String misread(String cell, RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            case 1 -> new String(cell.getBytes(StandardCharsets.UTF_8), GB18030);
            default -> new String(cell.getBytes(GB18030), StandardCharsets.UTF_8);
        };
    }

    private static String swapped(String cell, RandomGenerator random) {
        if (cell.length() < 2) {
            return cell + cell;
        }
        int at = random.nextInt(cell.length() - 1);
        return cell.substring(0, at) + cell.charAt(at + 1) + cell.charAt(at) + cell.substring(at + 2);
    }

    /** On one line, so that it is still one row of a file. */
    private static String veryLong(String cell, RandomGenerator random) {
        String line = cell.replace("\n", "").replace("\r", "");
        String piece = line.isBlank() || random.nextInt(4) == 0 ? one(ODD, random) : line;
        int longest = random.nextInt(20) == 0 ? 40 * LONG : random.nextInt(1, LONG);
        return piece.repeat(Math.max(1, longest / piece.length()));
    }
}
