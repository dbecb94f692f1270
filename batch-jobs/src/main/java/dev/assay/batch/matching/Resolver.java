package dev.assay.batch.matching;

import dev.assay.batch.matching.Resolution.Doubt;
import dev.assay.batch.matching.Resolution.Evidence;
import dev.assay.batch.matching.Resolution.Matched;
import dev.assay.batch.matching.Resolution.Review;
import dev.assay.batch.matching.Resolution.Scored;
import dev.assay.batch.matching.Resolution.Unknown;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says whose record it is. Tried in this order: an identity; the number of a licence; an old registration number; the name with division
 * and address. May be used by several threads.
 */
public final class Resolver {

    private static final int NEAREST = 5;
    private static final double EQUAL = 0.005;
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(
                    (Scored scored) -> scored.score().value())
            .reversed()
            .thenComparingLong(scored -> scored.candidate().key());

    private final NameIndex index;
    private final Comparison comparison;
    private final MatchingRules rules;

    /**
     * A resolver over an index.
     *
     * @param index the register
     * @param comparison scores candidates
     */
    public Resolver(NameIndex index, Comparison comparison) {
        this.index = index;
        this.comparison = comparison;
        this.rules = comparison.rules();
    }

    /**
     * Resolves.
     *
     * @param asked what a record says of its business
     * @return whose it is, or the candidates between which a person decides, or that it is none of the register
     */
    public Resolution resolve(Asked asked) {
        for (Evidence evidence : List.of(Evidence.IDENTITY, Evidence.LICENCE, Evidence.REGISTRATION_NUMBER)) {
            Optional<Resolution> known = byIdentity(asked, evidence);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return byName(asked);
    }

    private Optional<Resolution> byIdentity(Asked asked, Evidence evidence) {
        Map<Long, Scored> found = new LinkedHashMap<>();
        for (Identity identity : asked.identities()) {
            if (evidence(identity) == evidence) {
                index.find(identity)
                        .forEach(business -> found.put(
                                business.key(), new Scored(business, new MatchScore(1, List.of(), List.of(), 0))));
            }
        }
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Matched(found.values().iterator().next(), evidence));
            default -> Optional.of(new Review(List.copyOf(found.values()), Doubt.IDENTITIES_DISAGREE));
        };
    }

    /**
     * What an identity is as evidence.
     *
     * @param identity the identity
     * @return its place in the order
     */
    public static Evidence evidence(Identity identity) {
        return switch (identity.scheme()) {
            case IdentitySchemes.FOOD_LICENCE -> Evidence.LICENCE;
            case IdentitySchemes.REGISTRATION_NO -> Evidence.REGISTRATION_NUMBER;
            default -> Evidence.IDENTITY;
        };
    }

    private Resolution byName(Asked asked) {
        NameParts name = comparison.parser().parse(asked.name());
        if (name.key().isEmpty()) {
            return new Unknown(List.of());
        }
        List<Scored> scored = index.find(name, asked.address(), rules.candidates()).stream()
                .map(candidate -> new Scored(candidate, comparison.score(asked, name, candidate)))
                .sorted(BEST_FIRST)
                .filter(distinctBusinesses())
                .toList();
        List<Scored> nearest = scored.subList(0, Math.min(NEAREST, scored.size()));
        if (nearest.isEmpty() || nearest.getFirst().score().value() < rules.review()) {
            return new Unknown(nearest);
        }
        List<Scored> possible = nearest.stream()
                .filter(candidate -> candidate.score().value() >= rules.review())
                .toList();
        if (possible.getFirst().score().value() < rules.match()) {
            return new Review(possible, Doubt.NOT_SURE);
        }
        return possible.size() > 1
                        && rivals(possible.get(0).score(), possible.get(1).score())
                ? new Review(possible, Doubt.AMBIGUOUS)
                : new Matched(possible.getFirst(), Evidence.NAME);
    }

    /** Lets each business pass once: one into which another was merged is found under both names. */
    private static Predicate<Scored> distinctBusinesses() {
        Set<Identity> seen = new HashSet<>();
        return scored -> seen.add(scored.candidate().identity());
    }

    /** Whether the second is about as like as the first. */
    private boolean rivals(MatchScore first, MatchScore second) {
        return 1 - second.value() < rules.separation() * (1 - first.value()) + EQUAL;
    }
}
