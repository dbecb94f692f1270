package dev.assay.batch.feed;

import dev.assay.core.text.Bilingual;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Why a row is refused: the closed list. Every refused row stands in quarantine with one of these. */
public enum RefusalReason {
    /** The row has more or fewer cells than the header. */
    COLUMN_COUNT(
            "列数与表头不符",
            "The row has another number of columns than the header",
            "检查该行是否多出或缺少分隔符",
            "Maybe a delimiter inside a value is not quoted, or the row was cut."),
    /** The bytes of the row are no text in the encoding of its feed. */
    ENCODING(
            "该行不是所声明编码的有效文本",
            "The row is not valid text in the encoding of its feed",
            "核对文件编码，或在数据源定义中声明该编码",
            "Maybe the file is in another encoding: convert it, or name that one under format: encoding."),
    /** The record is not built as its format demands. */
    MALFORMED(
            "记录格式错误",
            "The record is malformed",
            "在来源处更正该记录",
            "Maybe the record was cut or written by hand: correct it at the source."),
    /** A quote opens and does not close within the limit of lines. */
    UNCLOSED_QUOTE(
            "引号未闭合",
            "A quote is not closed",
            "补上缺少的引号",
            "Maybe add the closing quote; a quote inside a value is doubled."),
    /** A quote stands in the middle of a value. */
    MISPLACED_QUOTE(
            "引号位置错误",
            "A quote stands inside a value",
            "值内的引号应写两次，并用引号括住整个值",
            "Maybe enclose the whole value in quotes and double the quote inside it."),
    /** A value that the feed needs is empty. */
    MISSING_VALUE("缺少必填值", "A required value is missing", "补全该值", "Maybe fill the cell in at the source."),
    /** A number cannot be read. */
    BAD_NUMBER("数字无法识别", "The value is no number", "只用数字和小数点", "Maybe write it with digits and a point, such as 13.5."),
    /** A day cannot be read by any of the feed's patterns. */
    BAD_DATE("日期无法识别", "The value is no day", "按 2026-11-22 的格式填写", "Maybe write it as 2026-11-22."),
    /** A value is not in the code table. */
    BAD_CODE(
            "代码不在代码表中",
            "The value is not one of the known codes",
            "核对代码表",
            "Maybe a new code: add it to the feed definition."),
    /** A yes-or-no value is neither. */
    BAD_FLAG(
            "既不是“是”也不是“否”",
            "The value is neither yes nor no",
            "填写是或否",
            "Maybe write one of the words that the feed names."),
    /** An identity of the wrong length. */
    IDENTITY_LENGTH(
            "标识长度错误",
            "The identity has the wrong length",
            "统一社会信用代码为 18 位，旧工商注册号为 15 位",
            "Maybe one of the two kinds: a unified code has 18 characters, an old registration number 15."),
    /** An identity with a character that cannot stand in it. */
    IDENTITY_CHARACTER(
            "标识含有不允许的字符",
            "The identity has a character that cannot be in it",
            "核对大小写以及字母 I、O、S、V、Z",
            "Maybe lower case, or a letter O for a zero."),
    /** An identity whose check character does not fit. */
    IDENTITY_CHECK(
            "标识校验码错误",
            "The check character of the identity does not fit",
            "核对该代码",
            "Maybe a typing error: compare it with the licence."),
    /** A value does not fit into its place. */
    TOO_LONG("值过长", "The value is too long", "缩短该值", "Maybe two values ran together, or a quote is missing."),
    /** Rows of one record that stand apart in the file. */
    ROWS_NOT_TOGETHER(
            "同一记录的各行未连续排列",
            "The rows of one record do not stand together",
            "按记录编号排序后重新导入",
            "Maybe sort the file by the record's number."),
    /** Another row of the same record was refused. */
    RECORD_INCOMPLETE(
            "同一记录的另一行被拒绝",
            "Another row of the same record was refused",
            "更正另一行后一并导入",
            "Maybe correct the other row; both are then taken together."),
    /** Rows of one record that contradict each other. */
    ROWS_DISAGREE(
            "同一记录的各行内容不一致",
            "The rows of one record disagree",
            "同一记录的公共列应相同",
            "Maybe the number was given twice: each record needs its own."),
    /** No business is known under this identity, or this name and address. */
    BUSINESS_UNKNOWN(
            "未找到该主体",
            "No such business is known",
            "先导入主体或许可数据",
            "Maybe import the licences first, then this file again."),
    /** More than one business fits. */
    BUSINESS_AMBIGUOUS(
            "有多个主体符合", "More than one business fits", "补充统一社会信用代码", "Maybe add the unified social credit code."),
    /** A person has to decide whose record it is; until then it is kept and not visible. */
    BUSINESS_REVIEW(
            "归属待人工确认",
            "A person has to decide whose record it is",
            "在“归属确认”中选择主体，记录随即入档",
            "Maybe decide it on the page of open questions; the record is then taken in."),
    /** A person decided that the record is nobody's. */
    BUSINESS_LEFT_OUT(
            "经人工确认不予归档",
            "A person decided to leave this record out",
            "如有误，在“归属确认”中撤销该决定",
            "Maybe undo the decision if it was wrong.");

    private final String zh;
    private final String en;
    private final String remedyZh;
    private final String remedyEn;

    RefusalReason(String zh, String en, String remedyZh, String remedyEn) {
        this.zh = zh;
        this.en = en;
        this.remedyZh = remedyZh;
        this.remedyEn = remedyEn;
    }

    /**
     * The reasons by their words in the store and in files.
     *
     * @return them, by word
     */
    public static SortedMap<String, RefusalReason> byCode() {
        SortedMap<String, RefusalReason> reasons = new TreeMap<>();
        for (RefusalReason reason : values()) {
            reasons.put(reason.code(), reason);
        }
        return reasons;
    }

    /**
     * The word for this reason in the store and in files.
     *
     * @return such as {@code bad-number}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What is wrong.
     *
     * @return a phrase for people
     */
    public Bilingual text() {
        return Bilingual.of(zh, en);
    }

    /**
     * What to do about it.
     *
     * @return a phrase for people
     */
    public Bilingual remedy() {
        return Bilingual.of(remedyZh, remedyEn);
    }
}
