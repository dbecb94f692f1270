package dev.assay.core.creditfile;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.text.Bilingual;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Penalties that were annulled, or whose credit was repaired. They stay in the credit file and no grade reads them from the day of the
 * decision on.
 *
 * @param byPenalty the decision that sealed each penalty, by the penalty's number in the store
 */
public record SealedArchive(Map<Long, Fact> byPenalty) {

    /** The step by which a decision was annulled or withdrawn 撤销. */
    public static final String ANNULLED = "annulled";

    /** The step by which credit was repaired 信用修复. */
    public static final String REPAIRED = "repaired";

    /** The step by which a decision was performed 履行完毕. */
    public static final String PERFORMED = "performed";

    /** The step by which it was found that a party who is able to perform a decision refuses to 拒不履行. */
    public static final String REFUSED = "refused";

    /** Copies the map. */
    public SealedArchive {
        byPenalty = Map.copyOf(byPenalty);
    }

    /**
     * The archive of a file.
     *
     * @param facts the facts of one business, cut at their day
     * @return the penalties that are sealed on that day
     */
    public static SealedArchive of(List<Fact> facts) {
        Map<Long, Fact> sealed = new HashMap<>();
        List<Fact> steps = facts.stream()
                .filter(fact -> fact.kind().equals(FactKinds.PENALTY_STEP.name()))
                .filter(SealedArchive::seals)
                .toList();
        for (Fact penalty : facts) {
            if (penalty.kind().equals(FactKinds.PENALTY.name())) {
                steps.stream()
                        .filter(step -> belongs(step.values(), penalty.values()))
                        .findFirst()
                        .ifPresent(step -> sealed.put(penalty.id(), step));
            }
        }
        return new SealedArchive(sealed);
    }

    /**
     * Whether a fact is sealed.
     *
     * @param fact a fact of the file
     * @return true if it is a penalty of the archive
     */
    public boolean contains(Fact fact) {
        return byPenalty.containsKey(fact.id());
    }

    /**
     * The decision that sealed a penalty.
     *
     * @param penalty the penalty
     * @return the fact of the decision, or empty if the penalty is not sealed
     */
    public Optional<Fact> findDecision(Fact penalty) {
        return Optional.ofNullable(byPenalty.get(penalty.id()));
    }

    /**
     * What a sealing decision is called.
     *
     * @param decision the fact of the decision
     * @return its name for people
     */
    public static Bilingual title(Fact decision) {
        return decision.values().findText("step").filter(ANNULLED::equals).isPresent()
                ? Bilingual.of("已撤销，封存", "Annulled, sealed")
                : Bilingual.of("已信用修复，封存", "Credit repaired, sealed");
    }

    /**
     * The penalty to which a step belongs.
     *
     * @param step a fact
     * @param facts the facts of the file
     * @return the penalty; empty if the fact is no step after a penalty, or the file does not know its penalty
     */
    public static Optional<Fact> findPenalty(Fact step, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> step.kind().equals(FactKinds.PENALTY_STEP.name())
                        && fact.kind().equals(FactKinds.PENALTY.name())
                        && belongs(step.values(), fact.values()))
                .findFirst();
    }

    /**
     * Whether a penalty that somebody refused to perform was performed after all.
     *
     * @param refusal a fact
     * @param facts the facts of the file
     * @return true if the fact is a refusal, and a performance of the same penalty is not older than it
     */
    public static boolean isPerformedSince(Fact refusal, List<Fact> facts) {
        return isStep(refusal, REFUSED)
                && facts.stream()
                        .filter(fact ->
                                isStep(fact, PERFORMED) && !fact.occurredOn().isBefore(refusal.occurredOn()))
                        .anyMatch(fact -> isOfSamePenalty(fact.values(), refusal.values()));
    }

    private static boolean isStep(Fact fact, String step) {
        return fact.kind().equals(FactKinds.PENALTY_STEP.name())
                && fact.values().findText("step").filter(step::equals).isPresent();
    }

    private static boolean isOfSamePenalty(Values one, Values other) {
        Optional<String> number = one.findText("penalty_no");
        Optional<String> decider = one.findText("authority_code");
        Optional<String> authority = other.findText("authority_code");
        return number.isPresent()
                && number.equals(other.findText("penalty_no"))
                && (decider.isEmpty() || authority.isEmpty() || decider.equals(authority));
    }

    private static boolean seals(Fact step) {
        return step.values()
                .findText("step")
                .filter(text -> text.equals(ANNULLED) || text.equals(REPAIRED))
                .isPresent();
    }

    private static boolean belongs(Values step, Values penalty) {
        Optional<String> number = step.findText("penalty_no");
        Optional<String> decider = step.findText("authority_code");
        Optional<String> authority = penalty.findText("authority_code");
        return number.isPresent()
                && number.equals(penalty.findText("document_no"))
                && (decider.isEmpty() || authority.isEmpty() || decider.equals(authority));
    }
}
