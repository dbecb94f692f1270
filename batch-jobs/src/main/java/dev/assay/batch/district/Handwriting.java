package dev.assay.batch.district;

/**
 * Writes a name or an address as different hands do: other widths of brackets and digits, blanks put in. Only what
 * {@link dev.assay.core.identity.MatchingKey} folds is changed.
 */
final class Handwriting {

    private static final int FULL_WIDTH_OFFSET = '０' - '0';

    private Handwriting() {}

    static String of(Chance chance, String text) {
        return switch (chance.between(0, 5)) {
            case 0 -> text.replace('（', '(').replace('）', ')');
            case 1 -> fullWidthDigits(text);
            case 2 -> blankWithin(chance, text);
            case 3 -> " " + text + "　";
            case 4 -> text.replace("号", "号-");
            default -> text;
        };
    }

    private static String fullWidthDigits(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c + FULL_WIDTH_OFFSET : c)));
        return wide.toString();
    }

    private static String blankWithin(Chance chance, String text) {
        int place = chance.between(1, text.length() - 1);
        return text.substring(0, place) + " " + text.substring(place);
    }
}
