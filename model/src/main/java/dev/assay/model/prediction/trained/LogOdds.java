package dev.assay.model.prediction.trained;

/** Probabilities and their log-odds. */
public final class LogOdds {

    /** Nearer to 0 or 1 than this no probability is taken to be. */
    static final double EDGE = 1e-6;

    private LogOdds() {}

    /**
     * The probability of some log-odds.
     *
     * @param logOdds the log-odds
     * @return 0 to 1
     */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /**
     * The log-odds of a probability.
     *
     * @param probability 0 to 1; what is nearer than a millionth to either is taken as a millionth from it
     * @return the log-odds
     */
    public static double of(double probability) {
        double p = Math.clamp(probability, EDGE, 1 - EDGE);
        return StrictMath.log(p / (1 - p));
    }
}
