package dev.assay.model.prediction.supervision;

import dev.assay.model.prediction.trained.LogOdds;

/**
 * How much oftener a group of rows found than was foretold of them, in log-odds, drawn to nought by a penalty: the most likely effect
 * where effects are spread around nought with the variance one over the penalty.
 *
 * @param logOdds the effect
 * @param standardError its standard error, from the curvature where it is most likely
 */
public record PenalisedEffect(double logOdds, double standardError) {

    private static final int STEPS = 50;

    /**
     * The effect of a group.
     *
     * @param offsets what was foretold of each row, in log-odds
     * @param found what each row found
     * @param penalty how strongly it is drawn to nought; at least a millionth is taken
     * @return the effect
     */
    public static PenalisedEffect of(double[] offsets, boolean[] found, double penalty) {
        double strength = Math.max(penalty, 1e-6);
        double effect = 0;
        double curvature = strength;
        for (int step = 0; step < STEPS; step++) {
            double slope = -strength * effect;
            curvature = strength;
            for (int i = 0; i < offsets.length; i++) {
                double p = LogOdds.probability(offsets[i] + effect);
                slope += (found[i] ? 1 : 0) - p;
                curvature += p * (1 - p);
            }
            // One step never goes further than the odds' e-fold: far out the curvature says too little.
            double move = Math.clamp(slope / curvature, -1, 1);
            effect += move;
            if (Math.abs(move) < 1e-12) {
                break;
            }
        }
        return new PenalisedEffect(effect, 1 / Math.sqrt(curvature));
    }
}
