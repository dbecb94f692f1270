package dev.assay.batch.reading;

/** Counts the sequences of more than one byte that are UTF-8, and the bytes that are not, in a stream of bytes. */
final class Utf8Count {

    private long fits;
    private long misfits;
    private int missing;
    private int least = 0x80;
    private int most = 0xBF;

    void next(int b) {
        if (missing > 0) {
            if (b >= least && b <= most) {
                least = 0x80;
                most = 0xBF;
                missing--;
                fits += missing == 0 ? 1 : 0;
                return;
            }
            end();
        }
        if (b >= 0x80) {
            begin(b);
        }
    }

    /** Some second bytes would make an overlong form, a surrogate, or more than Unicode has. */
    private void begin(int b) {
        missing = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
        misfits += missing == 0 ? 1 : 0;
        least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    }

    /** A sequence that is open does not go on. */
    void end() {
        misfits += missing > 0 ? 1 : 0;
        missing = 0;
        least = 0x80;
        most = 0xBF;
    }

    long fits() {
        return fits;
    }

    long misfits() {
        return misfits;
    }
}
