package dev.assay.batch.district;

import dev.assay.core.identity.Uscc;
import java.util.List;

/**
 * A county-level division of Nantong, whose codes (GB/T 2260) the made-up district borrows, and its made-up authority.
 *
 * @param code six digits
 * @param name its name
 * @param authority the name of its authority, marked as a sample
 * @param authorityCode the authority's made-up unified social credit code
 */
record Division(String code, String name, String authority, String authorityCode) {

    static final List<Division> ALL = List.of(
            of("320612", "通州区"),
            of("320613", "崇川区"),
            of("320614", "海门区"),
            of("320623", "如东县"),
            of("320681", "启东市"),
            of("320682", "如皋市"),
            of("320685", "海安市"));

    private static Division of(String code, String name) {
        String organisation = "MU0" + code.substring(1);
        String first17 = "11" + code + organisation + Uscc.organisationCheck(organisation);
        return new Division(code, name, name + "市场监督管理局（样例）", first17 + Uscc.checkCharacter(first17));
    }
}
