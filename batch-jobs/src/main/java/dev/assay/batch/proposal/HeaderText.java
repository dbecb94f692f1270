package dev.assay.batch.proposal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headers without what differs from sheet to sheet and means nothing: width, case, blanks, line breaks, brackets, numbering. */
final class HeaderText {

    /** What comes later in a text tells nothing about its column, and patterns would take long over it. */
    private static final int LONGEST = 200;

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern OPENING = Pattern.compile("[\\[{【〔〖《「]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}】〕〗》」]");
    private static final Pattern REPEATED = Pattern.compile("\\.\\d+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s_*★\"'“”‘’\\p{Cf}]+");
    private static final Pattern NEEDLESS_BLANK = Pattern.compile("(?<![a-z0-9]) | (?![a-z0-9])");
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:\\(?[0-9一二三四五六七八九十]{1,2}\\)|[0-9]{1,2}[.、:]|[一二三四五六七八九十]{1,2}[、.:]) ?");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*(?:\\)|$)");
    private static final Pattern ENDS = Pattern.compile("^[ )/,、;:]+|[ (/,、;:]+$");

    private HeaderText() {}

    /** Width and case folded and the length bounded, for headers and cells alike. */
    static String folded(String text) {
        return widthFolded(text).toLowerCase(Locale.ROOT);
    }

    private static String widthFolded(String text) {
        String stripped = text.strip();
        String bounded = stripped.substring(0, Math.min(LONGEST, stripped.length()));
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC).strip();
    }

    /** The header in one way of writing; blanks stay between words of Latin letters only. */
    static String normalised(String header) {
        String humps =
                HUMP.matcher(Normalizer.normalize(header, Normalizer.Form.NFKC)).replaceAll(" ");
        String text = OPENING.matcher(folded(humps)).replaceAll("(");
        text = CLOSING.matcher(text).replaceAll(")");
        // A sheet that has a header twice gets ".1" behind the second when it is saved by a statistics package.
        text = REPEATED.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        text = NEEDLESS_BLANK.matcher(text).replaceAll("");
        return NUMBERING.matcher(text).replaceAll("");
    }

    /** A normalised header without what stands in brackets, closed or not; the inside where there is nothing else. */
    static String withoutBrackets(String normalised) {
        String inner = BRACKETS.matcher(normalised).replaceAll("");
        String outer = ENDS.matcher(BRACKETS.matcher(inner).replaceAll("")).replaceAll("");
        return outer.isEmpty() ? normalised.replace("(", "").replace(")", "").strip() : outer;
    }
}
