package dev.assay.batch.intake;

import dev.assay.batch.feed.BusinessRule;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FoundBusiness;
import dev.assay.batch.matching.Asked;
import dev.assay.batch.matching.Comparison;
import dev.assay.batch.matching.MatchScore;
import dev.assay.batch.matching.MatchingRules;
import dev.assay.batch.matching.NameIndex;
import dev.assay.batch.matching.RegisterIndex;
import dev.assay.batch.matching.Resolution;
import dev.assay.batch.matching.Resolution.Doubt;
import dev.assay.batch.matching.Resolution.Evidence;
import dev.assay.batch.matching.Resolution.Matched;
import dev.assay.batch.matching.Resolution.Review;
import dev.assay.batch.matching.Resolution.Scored;
import dev.assay.batch.matching.Resolution.Unknown;
import dev.assay.batch.matching.Resolver;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import dev.assay.store.database.Database;
import dev.assay.store.fact.FactJson;
import dev.assay.store.intake.NameOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks the resolver for the records of one import. The index of the register is made once, and only for a feed that needs it; no row
 * asks the database.
 */
final class NameResolution implements AutoCloseable {

    private static final int DECIMALS = 4;

    private final NameIndex index;
    private final Map<String, Resolver> resolvers;

    private NameResolution(NameIndex index, Map<String, Resolver> resolvers) {
        this.index = index;
        this.resolvers = resolvers;
    }

    /** What an import needs to ask: the register, the thresholds, and a folder for the index. */
    record Source(Database database, ConfigFiles config, Path folder) {

        NameResolution open(FeedDefinition feed) {
            Comparison comparison = new Comparison(config, MatchingRules.PACKAGED);
            Map<String, Resolver> resolvers = new HashMap<>();
            NameIndex index = RegisterIndex.make(database, folder, comparison);
            thresholds(feed).forEach(id -> resolvers.put(id, new Resolver(index, new Comparison(config, id))));
            return new NameResolution(index, resolvers);
        }
    }

    /** Whether the records of a feed need a resolver. */
    static boolean isNeededBy(FeedDefinition feed) {
        return thresholds(feed).findAny().isPresent();
    }

    private static Stream<String> thresholds(FeedDefinition feed) {
        return feed.business().stream()
                .map(rule -> rule instanceof BusinessRule.OnlyIf only ? only.rule() : rule)
                .filter(BusinessRule.ByMatch.class::isInstance)
                .map(rule -> ((BusinessRule.ByMatch) rule).thresholds())
                .distinct();
    }

    /** Whose record it is, as far as that can be said without a person. */
    NameOutcome resolve(FoundBusiness.ByMatch asked) {
        Resolver resolver = resolvers.get(asked.thresholds());
        if (resolver == null) {
            throw new IllegalStateException("No thresholds (" + asked.thresholds() + ") were read.");
        }
        Resolution answer =
                resolver.resolve(new Asked(asked.name(), asked.division(), asked.address(), asked.identities()));
        return switch (answer) {
            case Matched(Scored business, Evidence evidence)
            when evidence != Evidence.NAME -> new NameOutcome.Known(known(asked, business, evidence));
            case Matched(Scored business, Evidence _) ->
                contradicts(asked, business.candidate().identity())
                        ? review(List.of(business), Doubt.IDENTITIES_DISAGREE)
                        : new NameOutcome.Match(business.candidate().identity());
            case Review(List<Scored> candidates, Doubt doubt) -> review(candidates, doubt);
            case Unknown _ ->
                asked.below() == BusinessRule.Below.NEW ? new NameOutcome.Added() : new NameOutcome.None();
        };
    }

    /** The identity that the record bears: a merged business keeps what comes in under its own. */
    private static Identity known(FoundBusiness.ByMatch asked, Scored business, Evidence evidence) {
        List<Identity> borne = asked.identities().stream()
                .filter(identity -> Resolver.evidence(identity) == evidence)
                .toList();
        return borne.size() == 1 ? borne.getFirst() : business.candidate().identity();
    }

    /** A record that bears another code than the business that it is like may be of a namesake. */
    private static boolean contradicts(FoundBusiness.ByMatch asked, Identity found) {
        return asked.identities().stream()
                .anyMatch(identity -> identity.scheme().equals(found.scheme()) && !identity.equals(found));
    }

    private static NameOutcome review(List<Scored> candidates, Doubt doubt) {
        Values all = Values.of(Map.of(
                "candidates", candidates.stream().map(NameResolution::candidate).toList()));
        return new NameOutcome.Review(doubt.name(), FactJson.write(all));
    }

    private static Values candidate(Scored scored) {
        MatchScore score = scored.score();
        return Values.of(Map.of(
                "identity", scored.candidate().identity().toString(),
                "name", scored.candidate().name(),
                "address", scored.candidate().address(),
                "division", scored.candidate().division(),
                "score", decimal(score.value()),
                "floor", decimal(score.floor()),
                "parts", score.parts().stream().map(NameResolution::part).toList(),
                "limits", score.limits().stream().map(NameResolution::limit).toList()));
    }

    private static Values part(MatchScore.Part part) {
        return Values.of(Map.of(
                "kind", part.kind().name(),
                "asked", part.asked(),
                "found", part.found(),
                "likeness", decimal(part.likeness()),
                "weight", decimal(part.weight())));
    }

    private static Values limit(MatchScore.Limit limit) {
        return Values.of(Map.of("reason", limit.reason().name(), "most", decimal(limit.most())));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    @Override
    public void close() {
        index.close();
    }
}
