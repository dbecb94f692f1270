package dev.assay.model.simulation;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.Subject;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How large a subject is, by the area of its premises in square metres. The bounds are those of the five steps for restaurants in
 * 食药监食监一〔2016〕115号 附件1 餐饮服务静态风险因素量化分值表; taking them for other sectors too is provisional.
 */
public enum SizeClass {
    /** At most 150 m². */
    UP_TO_150("不超过 150 m²", "up to 150 m²"),
    /** More than 150 and at most 500 m². */
    UP_TO_500("151–500 m²", "151 to 500 m²"),
    /** More than 500 and at most 1000 m². */
    UP_TO_1000("501–1000 m²", "501 to 1,000 m²"),
    /** More than 1000 and at most 3000 m². */
    UP_TO_3000("1001–3000 m²", "1,001 to 3,000 m²"),
    /** More than 3000 m². */
    ABOVE_3000("3000 m² 以上", "above 3,000 m²"),
    /** No record names the area. */
    UNKNOWN("面积不明", "area not known");

    private static final BigDecimal[] BOUNDS = {
        BigDecimal.valueOf(150), BigDecimal.valueOf(500), BigDecimal.valueOf(1000), BigDecimal.valueOf(3000)
    };

    private final String zh;
    private final String en;

    SizeClass(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * The class in words.
     *
     * @return its title
     */
    public Bilingual title() {
        return Bilingual.of(zh, en);
    }

    /**
     * The class of a subject, by its newest record of static risk factors that names an area.
     *
     * @param file the credit file
     * @param subject the business or one of its licences
     * @return the class
     */
    public static SizeClass of(CreditFile file, Subject subject) {
        String licence = subject.identity().value();
        Optional<BigDecimal> area = file.factsOf(FactKinds.PROFILE.name())
                .filter(fact -> counts(fact, subject, licence))
                .flatMap(fact -> fact.values().findDecimal("area").stream())
                .reduce((_, newer) -> newer);
        return area.map(SizeClass::ofArea).orElse(UNKNOWN);
    }

    private static boolean counts(Fact fact, Subject subject, String licence) {
        return subject.isBusiness() || fact.licence() == null || fact.licence().equals(licence);
    }

    /**
     * The class of an area.
     *
     * @param area square metres
     * @return the class; a bound belongs to the smaller one
     */
    public static SizeClass ofArea(BigDecimal area) {
        for (int i = 0; i < BOUNDS.length; i++) {
            if (area.compareTo(BOUNDS[i]) <= 0) {
                return values()[i];
            }
        }
        return ABOVE_3000;
    }
}
