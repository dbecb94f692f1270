package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Field;
import dev.assay.core.text.Bilingual;
import java.util.List;
import java.util.Set;

/**
 * The least that a credit file must hold before the model grades anybody by it: so many facts, from feeds that are trusted so far, with these
 * fields filled.
 *
 * @param id its id
 * @param title what is demanded, for people
 * @param sectors the sectors to which it applies; empty for all
 * @param when under which condition it is demanded
 * @param facts which facts count
 * @param atLeast how many of them must be good enough, at least 1
 * @param trust how far their feeds must be trusted at least, 0 to 100, as each feed's definition said when the file came
 * @param present the fields that must be filled in each
 * @param otherwise the state of a subject whose file falls short, not {@link RatingState#RATED}
 * @param basis its legal ground
 */
public record QualityDemand(
        String id,
        Bilingual title,
        Set<Sector> sectors,
        Condition when,
        FactQuery facts,
        int atLeast,
        int trust,
        List<Field> present,
        RatingState otherwise,
        Basis basis) {

    /** Copies the collections. */
    public QualityDemand {
        sectors = Set.copyOf(sectors);
        present = List.copyOf(present);
    }

    /** Whether a fact is good enough. */
    boolean isMetBy(Fact fact) {
        if (fact.source().trust() < trust) {
            return false;
        }
        for (Field field : present) {
            if (!fact.values().fields().containsKey(field.name())) {
                return false;
            }
        }
        return true;
    }

    /** Why a file falls short that has so many facts, of which so many are good enough. */
    Bilingual shortfall(int found, int good) {
        StringBuilder zh = new StringBuilder("信用档案质量未达到模型的最低要求（")
                .append(title.zh())
                .append("）：需要至少 ")
                .append(atLeast)
                .append(" 条");
        StringBuilder en = new StringBuilder("The credit file is below the model's minimum quality (")
                .append(title.en())
                .append("): at least ")
                .append(atLeast)
                .append(atLeast == 1 ? " record" : " records");
        if (trust > 0) {
            zh.append("、来源可信度不低于 ").append(trust);
            en.append(" from a feed trusted ").append(trust).append(" or more");
        }
        if (!present.isEmpty()) {
            zh.append("、填有")
                    .append(String.join(
                            "、",
                            present.stream().map(field -> field.title().zh()).toList()));
            en.append(" with ")
                    .append(String.join(
                            ", ",
                            present.stream().map(field -> field.title().en()).toList()));
        }
        zh.append("；档案中有 ").append(found).append(" 条，其中 ").append(good).append(" 条符合");
        en.append(found == 1 ? "; of the one there is, " : "; of the " + found + " there are, ")
                .append(good)
                .append(good == 1 ? " is" : " are")
                .append(" good enough");
        return new Bilingual(zh.toString(), en.toString());
    }
}
