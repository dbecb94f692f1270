package dev.assay.batch.reading;

/** Cells that a spreadsheet would run as a formula, guarded by an apostrophe before them (OWASP, CSV injection). */
public final class SpreadsheetCell {

    private static final String FORMULA = "=+-@\t\r";

    private SpreadsheetCell() {}

    /**
     * A cell that no spreadsheet runs.
     *
     * @param text the cell
     * @return it, with an apostrophe before it where it begins like a formula
     */
    public static String guarded(String text) {
        return beginsFormula(text, 0) ? "'" + text : text;
    }

    /**
     * The cell that was guarded.
     *
     * @param text the cell as the spreadsheet gives it back
     * @return it without the apostrophe
     */
    static String unguarded(String text) {
        return text.startsWith("'") && beginsFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean beginsFormula(String text, int place) {
        return text.length() > place && FORMULA.indexOf(text.charAt(place)) >= 0;
    }
}
