package dev.assay.batch.submission;

import dev.assay.batch.reading.SpreadsheetCell;
import dev.assay.core.identity.Uscc;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says why a row may not leave. */
final class RowCheck {

    /** Administrative Penalty Law art. 9, and what the template adds. */
    private static final Set<String> PENALTY_KINDS = Set.of(
            "警告",
            "通报批评",
            "罚款",
            "没收违法所得",
            "没收非法财物",
            "没收违法所得、没收非法财物",
            "暂扣许可证件",
            "降低资质等级",
            "吊销许可证件",
            "限制开展生产经营活动",
            "责令停产停业",
            "责令关闭",
            "限制从业",
            "行政拘留");

    private static final Set<String> LICENCE_KINDS = Set.of("普通", "特许", "认可", "核准", "登记");
    private static final String OTHER = "其他";
    private static final Set<String> CLASSES = Set.of(Reporting.ORGANISATION, Reporting.SOLE_TRADER, Reporting.PERSON);
    private static final int MONEY_PLACES = 6;
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private RowCheck() {}

    /**
     * Why a row is held back.
     *
     * @param reason the reason
     * @param column the column that it is about
     * @param value its value; empty without one
     */
    record Fault(HeldBack reason, String column, String value) {}

    /**
     * The first fault of a row.
     *
     * @param template the template
     * @param row the values by column
     * @param kinds the kinds of penalty; empty for a licence
     * @return the fault; empty if the row may leave
     */
    static Optional<Fault> find(Template template, Map<String, String> row, List<String> kinds) {
        String prefix = template.prefix();
        String subjectClass = row.getOrDefault(prefix + "_XDR_LB", "");
        if (subjectClass.equals(Reporting.PERSON)) {
            return fault(HeldBack.NATURAL_PERSON, prefix + "_XDR_ZJHM", "");
        }
        for (Template.Column column : template.columns()) {
            String value = row.get(column.name());
            if (value == null) {
                if (column.required()) {
                    return fault(HeldBack.MISSING, column.name(), "");
                }
            } else if (value.length() > column.longest()) {
                return fault(HeldBack.TOO_LONG, column.name(), value);
            } else if (!SpreadsheetCell.guarded(value).equals(value)) {
                return fault(HeldBack.FORMULA, column.name(), value);
            }
        }
        if (!CLASSES.contains(subjectClass)) {
            return fault(HeldBack.UNKNOWN_VALUE, prefix + "_XDR_LB", subjectClass);
        }
        return codes(template, row)
                .or(() -> template == Template.PENALTIES ? penalty(row, kinds) : licence(row))
                .or(() -> template.freeTexts()
                        .filter(column ->
                                PERSONAL.matcher(row.getOrDefault(column, "")).find())
                        .findFirst()
                        .flatMap(column -> fault(HeldBack.PERSONAL_DATA, column, "")));
    }

    private static Optional<Fault> codes(Template template, Map<String, String> row) {
        String own = template.prefix() + "_XDR_SHXYM";
        if (!isCode(row.getOrDefault(own, ""))) {
            return fault(HeldBack.BAD_CODE, own, row.getOrDefault(own, ""));
        }
        return template.authorityCodes().stream()
                .filter(column ->
                        !row.getOrDefault(column, "").startsWith("11") || !isCode(row.getOrDefault(column, "")))
                .findFirst()
                .flatMap(column -> fault(HeldBack.BAD_CODE, column, row.getOrDefault(column, "")));
    }

    private static boolean isCode(String code) {
        return switch (Uscc.check(code)) {
            case VALID, INNER_CHECK_FAILS -> true;
            case CHECK_FAILS, WRONG_LENGTH, WRONG_CHARACTER -> false;
        };
    }

    private static Optional<Fault> penalty(Map<String, String> row, List<String> kinds) {
        if (kinds.equals(List.of("警告"))) {
            return fault(HeldBack.WARNING_ALONE, "CF_CFLB", "警告");
        }
        Optional<String> unknown = kinds.stream()
                .filter(kind -> !PENALTY_KINDS.contains(kind) && !kind.startsWith(OTHER))
                .findFirst();
        if (unknown.isPresent()) {
            return fault(HeldBack.UNKNOWN_VALUE, "CF_CFLB", unknown.get());
        }
        return missing(row, kinds, "罚款", "CF_NR_FK")
                .or(() -> missing(row, kinds, "没收违法所得", "CF_NR_WFFF"))
                .or(() -> missing(row, kinds, "暂扣许可证件", "CF_NR_ZKDX"))
                .or(() -> missing(row, kinds, "吊销许可证件", "CF_NR_ZKDX"))
                .or(() -> List.of("CF_NR_FK", "CF_NR_WFFF").stream()
                        .filter(column ->
                                row.containsKey(column) && new BigDecimal(row.get(column)).scale() > MONEY_PLACES)
                        .findFirst()
                        .flatMap(column -> fault(HeldBack.TOO_LONG, column, row.getOrDefault(column, ""))));
    }

    private static Optional<Fault> missing(Map<String, String> row, List<String> kinds, String kind, String column) {
        return kinds.contains(kind) && !row.containsKey(column)
                ? fault(HeldBack.MISSING, column, "")
                : Optional.empty();
    }

    private static Optional<Fault> licence(Map<String, String> row) {
        String category = row.getOrDefault("XK_XKLB", "");
        return LICENCE_KINDS.contains(category) || category.startsWith(OTHER)
                ? Optional.empty()
                : fault(HeldBack.UNKNOWN_VALUE, "XK_XKLB", category);
    }

    private static Optional<Fault> fault(HeldBack reason, String column, String value) {
        return Optional.of(new Fault(reason, column, value));
    }
}
