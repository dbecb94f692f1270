package dev.assay.batch.proposal;

import dev.assay.batch.reading.SheetSample;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many headers got their own field, another, or none. */
record Tally(int right, int wrong, int unknown) {

    /** Headers with their fields; an empty field is none. Each is proposed alone, as if it were a sheet. */
    static Tally of(List<Map.Entry<String, String>> headers, MappingProposer proposer) {
        int right = 0;
        int unknown = 0;
        for (Map.Entry<String, String> header : headers) {
            String field = proposer.propose(new SheetSample(List.of(header.getKey()), List.of()))
                    .columns()
                    .getFirst()
                    .field();
            boolean isRight = header.getValue().equals(field == null ? "" : field);
            right += isRight ? 1 : 0;
            unknown += field == null && !isRight ? 1 : 0;
        }
        return new Tally(right, headers.size() - right - unknown, unknown);
    }

    Tally and(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong, unknown + other.unknown);
    }

    double rightPercent() {
        return percent(right);
    }

    double wrongPercent() {
        return percent(wrong);
    }

    private double percent(int part) {
        return 100.0 * part / (right + wrong + unknown);
    }

    void print(String what) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %3d headers: right %.1f %%, wrong %.1f %%, unknown %.1f %%%n",
                what,
                right + wrong + unknown,
                percent(right),
                percent(wrong),
                percent(unknown));
    }
}
