package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The 653 headers of real provincial sheets, each with the meaning that others gave it. The vocabulary is written by hand and learns
 * nothing, so that every fold is judged by the same rules; but its author looked at seven eighths of the headers, and the last eighth
 * was only ever counted. Some of the labels contradict each other, so that no mapping can be right everywhere.
 */
class KnownHeadersRealDataTest {

    private static final Path DATA = Path.of("../../shared/data/cn_food_sampling/known_columns.json");
    private static final int FOLDS = 5;
    private static final long SEED = 3;
    private static final String SPLIT = "development half: ";
    private static final int EIGHTHS = 8;

    private static List<Map.Entry<String, String>> known = List.of();

    /** How many headers got their own field, another, or none. */
    private record Tally(int right, int wrong, int unknown) {

        static Tally of(List<Map.Entry<String, String>> headers) {
            int right = 0;
            int unknown = 0;
            for (Map.Entry<String, String> header : headers) {
                String field = Sheets.propose(header.getKey()).field();
                right += header.getValue().equals(field) ? 1 : 0;
                unknown += field == null ? 1 : 0;
            }
            return new Tally(right, headers.size() - right - unknown, unknown);
        }

        private double percent(int part) {
            return 100.0 * part / (right + wrong + unknown);
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %3d headers: right %.1f %%, wrong %.1f %%, unknown %.1f %%%n",
                    what,
                    right + wrong + unknown,
                    percent(right),
                    percent(wrong),
                    percent(unknown));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "The real headers (" + DATA + ") are not beside this checkout");
        List<Map.Entry<String, String>> read = new ArrayList<>();
        // Every JSON document of this sort is YAML too.
        Map<String, String> labels = new Yaml().load(Files.readString(DATA));
        labels.forEach((header, field) -> read.add(Map.entry(header, field)));
        known = List.copyOf(read);
        assertThat(known).hasSize(653);
    }

    @Test
    void overAllFoldsAtLeast85PercentAreRightAndAtMost5PercentWrong() {
        List<Map.Entry<String, String>> shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, new Random(SEED));
        for (int fold = 0; fold < FOLDS; fold++) {
            Tally.of(shuffled.subList(shuffled.size() * fold / FOLDS, shuffled.size() * (fold + 1) / FOLDS))
                    .print("fold " + (fold + 1) + " of " + FOLDS);
        }
        Tally all = Tally.of(known);
        all.print("all");
        assertThat(all.percent(all.right())).isGreaterThanOrEqualTo(85);
        assertThat(all.percent(all.wrong())).isLessThanOrEqualTo(5);
    }

    /** Eighty-odd headers: a share of them is known to about 10 points, so that the bounds only guard against a collapse. */
    @Test
    void ofTheHeadersThatNobodyLookedAtMostAreRightAndFewAreWrong() {
        Tally seen = Tally.of(known.stream()
                .filter(header -> eighth(header.getKey()) != EIGHTHS - 1)
                .toList());
        seen.print("looked at when writing");
        Tally sealed = Tally.of(known.stream()
                .filter(header -> eighth(header.getKey()) == EIGHTHS - 1)
                .toList());
        sealed.print("never looked at");
        assertThat(sealed.percent(sealed.right())).isGreaterThanOrEqualTo(70);
        assertThat(sealed.percent(sealed.wrong())).isLessThanOrEqualTo(12);
    }

    private static int eighth(String header) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((SPLIT + header).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(digest[0], EIGHTHS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
