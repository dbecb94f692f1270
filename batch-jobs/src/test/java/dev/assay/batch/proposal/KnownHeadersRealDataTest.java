package dev.assay.batch.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The 653 headers of real provincial sheets, each with the meaning that others gave it. The vocabulary is written by hand, and its authors
 * looked at all of the headers but some thirty that were only ever counted. So the share over all of them flatters; the folds, each judged
 * without the words that it alone could have taught, and those thirty do not. Some labels contradict each other or the header,
 * so that no mapping can be right everywhere.
 */
class KnownHeadersRealDataTest {

    private static final Path DATA = Path.of("../../shared/data/cn_food_sampling/known_columns.json");
    private static final MappingProposer PROPOSER = new MappingProposer(ConfigFiles.packaged());
    private static final int FOLDS = 10;
    private static final long SEED = 3;
    private static final String SPLIT = "development half: ";
    private static final int EIGHTHS = 8;

    private static List<Map.Entry<String, String>> known = List.of();

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
    void overAllAtLeast85PercentAreRightAndAtMost5PercentWrong() {
        Tally all = Tally.of(known, PROPOSER);
        all.print("all");
        assertThat(all.rightPercent()).isGreaterThanOrEqualTo(85);
        assertThat(all.wrongPercent()).isLessThanOrEqualTo(5);
    }

    @Test
    void onFoldsWhoseOwnWordsAreTakenOutOfTheVocabularyAtLeast85PercentAreRightAndAtMost5PercentWrong() {
        Tally all = folds(FoldVocabulary.Taken.WRITTEN);
        all.print("all folds, each without its own words");
        assertThat(all.rightPercent()).isGreaterThanOrEqualTo(85);
        assertThat(all.wrongPercent()).isLessThanOrEqualTo(5);
    }

    /** Nothing that an author can have learned from the fold alone is left, and much that everyone knows is gone as well. */
    @Test
    void onFoldsWithoutWhatTheVocabularyPutsTogetherForThemEitherMostAreStillRight() {
        Tally all = folds(FoldVocabulary.Taken.ALL);
        all.print("all folds, without what is put together either");
        assertThat(all.rightPercent()).isGreaterThanOrEqualTo(83);
        assertThat(all.wrongPercent()).isLessThanOrEqualTo(6.5);
    }

    private static Tally folds(FoldVocabulary.Taken taken) {
        List<Map.Entry<String, String>> shuffled = new ArrayList<>(known);
        Collections.shuffle(shuffled, new Random(SEED));
        FoldVocabulary vocabulary = new FoldVocabulary();
        Tally all = new Tally(0, 0, 0);
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Map.Entry<String, String>> others = new ArrayList<>(shuffled);
            List<Map.Entry<String, String>> held =
                    others.subList(shuffled.size() * fold / FOLDS, shuffled.size() * (fold + 1) / FOLDS);
            List<Map.Entry<String, String>> judged = List.copyOf(held);
            held.clear();
            Tally tally = Tally.of(judged, vocabulary.without(headers(judged), headers(others), taken));
            all = all.and(tally);
        }
        return all;
    }

    private static List<String> headers(List<Map.Entry<String, String>> labelled) {
        return labelled.stream().map(Map.Entry::getKey).toList();
    }

    /** Some thirty headers: a share of them is known to about 15 points, so that the bounds only guard against a collapse. */
    @Test
    void ofTheHeadersThatNobodyLookedAtMostAreRightAndFewAreWrong() {
        Tally seen = Tally.of(
                known.stream().filter(header -> !isSealed(header.getKey())).toList(), PROPOSER);
        seen.print("looked at when writing");
        Tally sealed = Tally.of(
                known.stream().filter(header -> isSealed(header.getKey())).toList(), PROPOSER);
        sealed.print("never looked at");
        assertThat(sealed.rightPercent()).isGreaterThanOrEqualTo(70);
        assertThat(sealed.wrongPercent()).isLessThanOrEqualTo(15);
    }

    /** Of the last eighth, which was sealed at first, the authors later looked at what was missed of some fifty. */
    private static boolean isSealed(String header) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((SPLIT + header).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(digest[0], EIGHTHS) == EIGHTHS - 1 && digest[1] % 2 == 0;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
