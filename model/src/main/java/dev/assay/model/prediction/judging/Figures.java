package dev.assay.model.prediction.judging;

import java.util.Locale;

/** Figures as people read them. A dash stands for what cannot be told. */
public final class Figures {

    private static final String NONE = "–";

    private Figures() {}

    /**
     * A number.
     *
     * @param number the number, NaN where it cannot be told
     * @param places how many places after the point
     * @return the text
     */
    public static String decimal(double number, int places) {
        return Double.isNaN(number) ? NONE : minus(String.format(Locale.ROOT, "%." + places + "f", number));
    }

    static String signed(double number, int places) {
        return Double.isNaN(number) ? NONE : minus(String.format(Locale.ROOT, "%+." + places + "f", number));
    }

    static String area(Interval area) {
        return interval(area, 3);
    }

    /**
     * A number with its interval.
     *
     * @param of the two
     * @param places how many places after the point
     * @return the text
     */
    public static String interval(Interval of, int places) {
        String value = decimal(of.value(), places);
        return Double.isNaN(of.lower()) ? value : value + " (" + range(of, places) + ")";
    }

    /**
     * A number with its sign, with its interval.
     *
     * @param of the two
     * @param places how many places after the point
     * @return the text
     */
    public static String signedInterval(Interval of, int places) {
        String value = signed(of.value(), places);
        return Double.isNaN(of.lower())
                ? value
                : value + " (" + signed(of.lower(), places) + " … " + signed(of.upper(), places) + ")";
    }

    private static String range(Interval of, int places) {
        String between = of.lower() < 0 ? " … " : "–";
        return decimal(of.lower(), places) + between + decimal(of.upper(), places);
    }

    /**
     * A share.
     *
     * @param share 0 to 1
     * @return the text
     */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : decimal(100 * share, 1) + "\u00a0%";
    }

    static String percent(Interval share) {
        return Double.isNaN(share.value())
                ? NONE
                : percent(share.value()) + " (" + decimal(100 * share.lower(), 1) + "–"
                        + decimal(100 * share.upper(), 1) + ")";
    }

    /**
     * A count.
     *
     * @param number how many
     * @return the text
     */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A probability of chance. */
    static String chance(double p) {
        if (Double.isNaN(p)) {
            return NONE;
        }
        return p < 0.001 ? "<\u00a00.001" : decimal(p, 3);
    }

    /** The same after the letter p. */
    static String p(double p) {
        return "p\u00a0" + (Double.isNaN(p) || p < 0.001 ? "" : "=\u00a0") + chance(p);
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
