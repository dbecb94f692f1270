package dev.assay.core.escalation;

import dev.assay.core.text.Bilingual;

/** The four papers by which an authority presses a government or a department (三书一函), the mildest first. They are never for a business. */
public enum EscalationKind {
    /** A letter that reminds and urges. */
    REMINDER("提醒敦促函", "Reminder", "促", "现就下列情况提醒敦促你单位：", "You are reminded of the following, and urged to act:"),
    /** An order to correct. */
    CORRECTION("责令整改通知书", "Order to correct", "改", "因下列情况，责令你单位整改：", "You are ordered to correct the following:"),
    /** A summons to talk. */
    SUMMONS(
            "责任约谈通知书",
            "Summons to talk",
            "谈",
            "因下列情况，现约谈你单位负责人：",
            "The head of your office is summoned to talk about the following:"),
    /** Supervision by listing. */
    LISTED_SUPERVISION(
            "挂牌督办通知书",
            "Supervision by listing",
            "督",
            "下列事项决定挂牌督办：",
            "The following is put on the list of supervised matters:");

    private final String zh;
    private final String en;
    private final String sign;
    private final String openingZh;
    private final String openingEn;

    EscalationKind(String zh, String en, String sign, String openingZh, String openingEn) {
        this.zh = zh;
        this.en = en;
        this.sign = sign;
        this.openingZh = openingZh;
        this.openingEn = openingEn;
    }

    /**
     * What the paper is called.
     *
     * @return its title
     */
    public Bilingual title() {
        return Bilingual.of(zh, en);
    }

    /**
     * How its text begins.
     *
     * @return the words before the ground
     */
    public Bilingual opening() {
        return Bilingual.of(openingZh, openingEn);
    }

    /**
     * The number of a paper.
     *
     * @param year the year of its draft
     * @param no its place among all papers, from 1
     * @return such as {@code 督〔2026〕12号}
     */
    public String number(int year, long no) {
        return "%s〔%d〕%d号".formatted(sign, year, no);
    }
}
