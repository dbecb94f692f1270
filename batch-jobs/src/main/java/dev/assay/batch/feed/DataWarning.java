package dev.assay.batch.feed;

import dev.assay.core.text.Bilingual;

/** Something odd about a row that is taken all the same. */
public enum DataWarning {
    /** The inner check of the organisation code in a unified social credit code does not fit. */
    USCC_INNER_CHECK("统一社会信用代码中主体标识码的校验位不符", "The inner check of the unified social credit code does not fit"),
    /** A food licence number has another form than SC, JY or YB and 14 digits. */
    LICENCE_FORM("许可证编号格式不符", "The licence number has an unusual form"),
    /** The check digit of a food licence number does not fit. */
    LICENCE_CHECK_DIGIT("许可证编号校验位不符", "The check digit of the licence number does not fit"),
    /** The check digit of an old registration number does not fit. */
    REGISTRATION_CHECK_DIGIT("工商注册号校验位不符", "The check digit of the registration number does not fit"),
    /** A value of a field that the feed calls lenient could not be read, and the field is left out. */
    VALUE_LEFT_OUT("部分值无法识别，已略去", "A value could not be read and was left out");

    private final String zh;
    private final String en;

    DataWarning(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * What is odd.
     *
     * @return a phrase for people
     */
    public Bilingual text() {
        return Bilingual.of(zh, en);
    }
}
