package dev.assay.core.business;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The trade for which a licence stands, or in which a business without licences works. */
public enum Sector {
    /** Food production 食品生产. */
    PRODUCTION,
    /** Food sales 食品销售. */
    SALES,
    /** Catering 餐饮服务. */
    CATERING,
    /** Canteen of a school, kindergarten or work unit 单位食堂. */
    CANTEEN,
    /** Small workshop 食品小作坊. */
    WORKSHOP,
    /** Stall 食品摊贩. */
    STALL,
    /** Anything else, or not known. */
    OTHER;

    private static final Map<String, Sector> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Sector::code, Function.identity()));

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * The word for this sector in files, models and the API.
     *
     * @return the code, lower case
     */
    public String code() {
        return code;
    }

    /**
     * The sector of a code.
     *
     * @param code the code as {@link #code()} writes it
     * @return the sector, or empty if there is none
     */
    public static Optional<Sector> findByCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
