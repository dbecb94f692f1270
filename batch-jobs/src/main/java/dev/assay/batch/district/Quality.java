package dev.assay.batch.district;

import java.util.List;

/** How well a made-up business is run: what drives its inspections, samples and penalties alike. Shares are per mille. */
enum Quality {
    /** Fails an item here and there. */
    CAREFUL(620, 0, 130, 10, 8),
    /** Fails about a third of the items. */
    ORDINARY(245, 230, 430, 80, 25),
    /** Fails more than half. */
    CARELESS(105, 440, 600, 350, 70),
    /** Fails most. */
    BAD(30, 720, 930, 600, 150);

    static final List<Quality> ALL = List.of(values());

    private final int share;
    private final int leastFailures;
    private final int mostFailures;
    private final int penalised;
    private final int sampledBad;

    Quality(int share, int leastFailures, int mostFailures, int penalised, int sampledBad) {
        this.share = share;
        this.leastFailures = leastFailures;
        this.mostFailures = mostFailures;
        this.penalised = penalised;
        this.sampledBad = sampledBad;
    }

    int share() {
        return share;
    }

    /** The per mille of inspection items that a business of this quality fails. */
    int failures(Chance chance) {
        return chance.between(leastFailures, mostFailures);
    }

    /** The per mille of such businesses with a penalty in three years. */
    int penalised() {
        return penalised;
    }

    /** The per mille of such businesses with a failed sample in two years. */
    int sampledBad() {
        return sampledBad;
    }
}
