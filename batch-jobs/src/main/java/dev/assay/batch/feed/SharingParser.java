package dev.assay.batch.feed;

import dev.assay.core.sampling.LiabilityRule.Liable;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import dev.assay.model.sampling.LiabilityRuleFile;
import java.util.List;
import java.util.Optional;

/** Reads whose files a record goes into where it concerns two businesses: {@code also} and {@code liability}. */
record SharingParser(ConfigFiles config, List<ConfigFile> read) {

    private static final List<String> PARTIES = List.of(Liable.SAMPLED_UNIT.code(), Liable.PRODUCER.code());

    /** The feeds for which each file is taken in, too. */
    List<String> also(YamlMap top) {
        List<String> also = top.texts("also");
        List<String> known = config.ids(FeedDefinitions.FOLDER);
        String own = top.findText("feed").orElse("");
        for (String id : also) {
            if (id.equals(own)) {
                top.fault("also", "The feed names itself (%s).".formatted(id), "Maybe name the other feed.");
            } else if (!known.contains(id)) {
                top.fault("also", "The feed (%s) is not known.".formatted(id), Spelling.didYouMean(id, known));
            }
        }
        return also;
    }

    /** The rule by which failed samples are somebody's fault. */
    Optional<FeedLiability> liability(YamlMap at, List<FactRule> facts) {
        return at.findMap("liability").flatMap(liability -> {
            if (facts.stream().noneMatch(FeedLiability::isAbout)) {
                at.fault(
                        "liability",
                        "The feed makes no failed samples (sampling-result) that somebody could be liable for.",
                        "Maybe take the key away.");
            }
            Liable party = liability.oneOf("of", PARTIES).equals(Liable.PRODUCER.code())
                    ? Liable.PRODUCER
                    : Liable.SAMPLED_UNIT;
            String id = liability.text("rule");
            Optional<ConfigFile> file = config.find(LiabilityRuleFile.FOLDER, id);
            if (file.isEmpty()) {
                liability.fault(
                        "rule",
                        "The rule (%s) is not known.".formatted(id),
                        Spelling.didYouMean(id, config.ids(LiabilityRuleFile.FOLDER)));
            }
            file.ifPresent(read::add);
            return file.map(found -> new FeedLiability(LiabilityRuleFile.parse(found), party));
        });
    }
}
