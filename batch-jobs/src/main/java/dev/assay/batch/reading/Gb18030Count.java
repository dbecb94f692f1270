package dev.assay.batch.reading;

/** Counts the characters of two and four bytes that are GB 18030, and the bytes that are not, in a stream of bytes. */
final class Gb18030Count {

    private long fits;
    private long misfits;
    private long outside;
    private int place;
    private int lead;

    void next(int b) {
        switch (place) {
            case 0 -> first(b);
            case 1 -> second(b);
            case 2 -> {
                if (b >= 0x81 && b <= 0xFE) {
                    place = 3;
                } else {
                    misfit(b);
                }
            }
            default -> {
                if (isDigit(b)) {
                    place = 0;
                    fits++;
                } else {
                    misfit(b);
                }
            }
        }
    }

    private void first(int b) {
        if (b >= 0x81 && b <= 0xFE) {
            lead = b;
            place = 1;
        } else if (b >= 0x80) {
            misfits++;
        }
    }

    private void second(int b) {
        if (isDigit(b)) {
            place = 2;
        } else if (b >= 0x40 && b <= 0xFE && b != 0x7F) {
            place = 0;
            fits++;
            boolean common = (b >= 0xA1 && lead >= 0xA1 && lead <= 0xF7) || lead == 0xA8 || lead == 0xA9;
            outside += common ? 0 : 1;
        } else {
            misfit(b);
        }
    }

    private void misfit(int b) {
        misfits++;
        place = 0;
        first(b);
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    /** A character that is open does not go on. */
    void end() {
        misfits += place > 0 ? 1 : 0;
        place = 0;
    }

    long fits() {
        return fits;
    }

    long misfits() {
        return misfits;
    }

    /** How many of those that fit are of two bytes and neither a character of GB 2312 nor one of the signs beside it, such as ║. */
    long outsideGb2312() {
        return outside;
    }
}
