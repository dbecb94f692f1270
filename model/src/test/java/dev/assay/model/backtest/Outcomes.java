package dev.assay.model.backtest;

import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.ConfigFile;

/** Outcomes for tests. */
final class Outcomes {

    /** The text of an outcome: the first inspection within a year failed; the authority's class is the grade of the inspection. */
    static final String TEXT = """
            id: failed
            title: {zh: 不合格, en: Failed}
            note: {zh: 说明, en: Note}
            models: [small]
            after:
              any_of: inspection
              where: {inspection_kind: full}
              take: first
              within: 12 months
              absent: unseen
            found:
              - {where: {result: fail}}
              - {items: items, where: {key: true, result: fail}}
            authority:
              title: {zh: 等级, en: Grade}
              newest: inspection
              field: grade
              classes: [A, B]
            """;

    static final OutcomeDefinition FAILED = parse(TEXT);

    private Outcomes() {}

    static OutcomeDefinition parse(String text) {
        return OutcomesFile.parse(new ConfigFile("outcomes/failed.yaml", text), Vocabulary.BUILT_IN);
    }
}
