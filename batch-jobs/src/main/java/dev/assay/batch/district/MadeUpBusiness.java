package dev.assay.batch.district;

import java.util.List;

/**
 * A made-up business.
 *
 * @param index its place in the district, from 0
 * @param division where it is registered
 * @param trade what it does
 * @param name its registered name
 * @param code its unified social credit code, valid and never issued
 * @param head its made-up legal representative or owner
 * @param quality how well it is run
 * @param failures the per mille of inspection items that it fails
 * @param licences one or two
 */
record MadeUpBusiness(
        int index,
        Division division,
        Trade trade,
        String name,
        String code,
        String head,
        Quality quality,
        int failures,
        List<MadeUpLicence> licences) {

    /** The subject class 行政相对人类别 of the published templates. */
    String subjectClass() {
        return trade.isSoleTrader() ? "个体工商户" : "法人及非法人组织";
    }
}
