package dev.assay.core.identity;

/** The schemes that Assay itself knows; a feed may name others. */
public final class IdentitySchemes {

    /** Unified social credit code 统一社会信用代码, GB 32100-2015; checked by {@link Uscc}. */
    public static final String USCC = "uscc";

    /** Food licence number 食品生产/经营许可证编号, SC, JY or YB and 14 digits; checked by {@link FoodLicenceNumber}. */
    public static final String FOOD_LICENCE = "food-licence";

    /** Old business registration number 工商注册号, 15 digits, before the unified code; checked by {@link RegistrationNumber}. */
    public static final String REGISTRATION_NO = "registration-no";

    /** Establishment of the United Kingdom's food-hygiene rating scheme (FHRSID). */
    public static final String FHRS = "fhrs";

    /**
     * A division 行政区划 as a whole: a country, a city or a part of one. It is no business; facts that concern everybody in it, such as the
     * weather, stand in its file.
     */
    public static final String DIVISION = "division";

    /**
     * Made by Assay for natural persons and businesses without any code: the feed's id, a slash, and the feed's own key of the subject.
     * Two feeds never give the same one.
     */
    public static final String LOCAL = "local";

    private IdentitySchemes() {}
}
