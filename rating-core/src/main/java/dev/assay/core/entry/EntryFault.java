package dev.assay.core.entry;

/**
 * What is wrong with one field of an entry.
 *
 * @param field the field: {@code fields.fine}, {@code fields.items[0].points}, {@code occurredOn}
 * @param reason what is wrong
 * @param value what was written; empty where nothing was
 */
public record EntryFault(String field, Reason reason, String value) {

    /** What can be wrong. */
    public enum Reason {
        /** No such kind of fact. */
        UNKNOWN_KIND("没有这种事实", "There is no such kind of fact"),
        /** The kind has no such field. */
        UNKNOWN_FIELD("该类事实没有这个字段", "The kind of fact has no such field"),
        /** It must be filled. */
        MISSING("必须填写", "It must be filled in"),
        /** Nothing at all was entered. */
        EMPTY("至少填写一个字段", "At least one field must be filled in"),
        /** No decimal. */
        BAD_DECIMAL("不是数字；只用数字和小数点，如 13.5", "It is no number; write digits and a point, such as 13.5"),
        /** No day. */
        BAD_DAY("不是日期；按 2026-11-22 的格式填写", "It is no day; write it as 2026-11-22"),
        /** The day on which it happened is not here yet. */
        FUTURE("发生日期晚于今天", "It cannot have happened after today"),
        /** Neither yes nor no. */
        BAD_FLAG("应为“是”或“否”", "It is neither yes nor no"),
        /** Another form than the field's. */
        BAD_FORM("格式与该字段不符", "It has not the form of this field"),
        /** None of the words that the field may hold. */
        UNKNOWN_WORD("不是该字段可用的代码", "It is none of the codes that this field holds"),
        /** Too many characters. */
        TOO_LONG("过长", "It is too long"),
        /** Numbers of identity documents are not entered by hand. */
        PERSON_NUMBER(
                "证件号码不由人工录入，只随数据源加密入库",
                "Numbers of identity documents are not entered by hand; they come encrypted with their feed"),
        /** No such licence in the file. */
        UNKNOWN_LICENCE("该主体没有此编号的许可", "The business holds no licence of this number"),
        /** No identity of a business. */
        BAD_IDENTITY(
                "不是主体代码；填写统一社会信用代码，或按 SCHEME:VALUE 填写，如 fhrs:369216",
                "It is no identity; write the unified social credit code, or SCHEME:VALUE such as fhrs:369216"),
        /** An identity of the business itself, where another's is wanted. */
        OWN_IDENTITY("这是该主体自己的代码", "It is an identity of this business itself"),
        /** Only an approver may enter it. */
        NOT_ALLOWED("只有审批人可以录入、更正或撤回", "Only an approver enters, corrects or withdraws it"),
        /** A kind that Assay itself foretells. */
        OF_SYSTEM("该类记录只由系统写入，不能录入或更正", "Such records are written by the system alone; nobody enters or corrects them"),
        /** No such model. */
        UNKNOWN_MODEL("没有这个模型", "There is no such model"),
        /** No grade of the model. */
        UNKNOWN_GRADE("不是该模型的等级", "It is no grade of the model"),
        /** A day that is over. */
        OVER("日期已过", "The day is over"),
        /** A correction that says the same. */
        SAME("与现行版本完全相同", "It says the same as the version that stands");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * What is wrong, in words.
         *
         * @param language {@code zh} or {@code en}
         * @return a sentence without its full stop
         */
        public String in(String language) {
            return language.startsWith("zh") ? zh : en;
        }
    }
}
