package dev.assay.batch.matching;

/** The parts by which a candidate is judged. */
public enum PartKind {
    /** The trade name 字号: what tells one business from another. */
    TRADE_NAME,
    /** Which branch 分支机构 of the business. */
    BRANCH,
    /** Words of trade 行业. */
    INDUSTRY,
    /** The division in the name 行政区划. */
    REGION,
    /** The legal form 组织形式. */
    LEGAL_FORM,
    /** The code of the division, apart from the name. */
    DIVISION,
    /** The address. */
    ADDRESS
}
