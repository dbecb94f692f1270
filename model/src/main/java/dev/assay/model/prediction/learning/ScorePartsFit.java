package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.trained.TrainedFile.ScoreParts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Cuts scores into ten parts of like size. */
final class ScorePartsFit {

    private static final int PARTS = 10;

    private ScorePartsFit() {}

    static ScoreParts of(double[] scores) {
        List<Double> edges = Binning.edges(scores, PARTS, 0);
        Long[] counts = new Long[edges.size() + 1];
        Arrays.fill(counts, 0L);
        DoubleStream.of(scores).forEach(score -> {
            int part = 0;
            while (part < edges.size() && score > edges.get(part)) {
                part++;
            }
            counts[part]++;
        });
        return new ScoreParts(edges, List.of(counts));
    }
}
