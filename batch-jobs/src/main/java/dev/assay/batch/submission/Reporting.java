package dev.assay.batch.submission;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills a template's row from a fact. Natural persons' numbers and the representative's name are left out: Assay keeps them encrypted, or not at all. */
final class Reporting {

    static final String ORGANISATION = "法人及非法人组织";
    static final String SOLE_TRADER = "个体工商户";
    static final String PERSON = "自然人";

    private static final BigDecimal UNIT = new BigDecimal(10_000);

    private Reporting() {}

    /**
     * The row of a fact.
     *
     * @param template the template
     * @param fact the penalty or licence
     * @param file the credit file that it stands in
     * @param source who uploads
     * @return the values by column; absent where there is none
     */
    static Map<String, String> row(Template template, Fact fact, CreditFile file, Submissions.Source source) {
        Map<String, String> row = new HashMap<>();
        Values describe = file.describe().orElse(Values.EMPTY);
        String prefix = template.prefix();
        put(row, prefix + "_XDR_LB", subjectClass(describe, file.business()));
        if (file.business().scheme().equals(IdentitySchemes.USCC)) {
            put(row, prefix + "_XDR_SHXYM", file.business().value());
        } else if (file.business().scheme().equals(IdentitySchemes.REGISTRATION_NO)) {
            put(row, prefix + "_XDR_GSZC", file.business().value());
        }
        if (template == Template.PENALTIES) {
            penalty(row, fact, describe);
            put(row, "CF_SJLY", source.name());
            put(row, "CF_SJLYDM", source.code());
        } else {
            licence(row, fact, describe);
            put(row, "XK_LYDW", source.name());
            put(row, "XK_LYDWDM", source.code());
        }
        return row;
    }

    /** As described; else by the code, of which those of sole traders begin with 92. */
    private static @Nullable String subjectClass(Values describe, Identity business) {
        return describe.findText("subject_class").orElseGet(() -> switch (business.scheme()) {
            case IdentitySchemes.USCC -> business.value().startsWith("92") ? SOLE_TRADER : ORGANISATION;
            case IdentitySchemes.REGISTRATION_NO -> null;
            default -> PERSON;
        });
    }

    private static void penalty(Map<String, String> row, Fact fact, Values describe) {
        Values in = fact.values();
        put(
                row,
                "CF_XDR_MC",
                in.findText("party").or(() -> describe.findText("name")).orElse(null));
        put(row, "CF_WSH", text(in, "document_no"));
        put(row, "CF_WFXW", text(in, "conduct"));
        put(row, "CF_SY", text(in, "facts"));
        put(row, "CF_YJ", text(in, "grounds"));
        put(row, "CF_CFLB", String.join("；", in.getTexts("kinds")));
        put(row, "CF_NR", text(in, "content"));
        put(row, "CF_NR_FK", money(in, "fine"));
        put(row, "CF_NR_WFFF", money(in, "confiscated"));
        put(row, "CF_NR_ZKDX", text(in, "licence_taken"));
        put(row, "CF_JDRQ", fact.occurredOn().toString());
        // Without an end: the day by which the template says so (from memory, provisional).
        put(row, "CF_YXQ", Objects.requireNonNullElse(day(in, "effective_to"), "2099-12-31"));
        put(row, "CF_GSJZQ", day(in, "publish_until"));
        put(row, "CF_CFJG", text(in, "authority"));
        put(row, "CF_CFJGDM", text(in, "authority_code"));
        put(row, "BZ", text(in, "remark"));
    }

    private static void licence(Map<String, String> row, Fact fact, Values describe) {
        Values in = fact.values();
        put(row, "XK_XDR_MC", text(describe, "name"));
        put(row, "XK_XKWS", text(in, "document_title"));
        // Where the decision has no number of its own the template takes that of the licence.
        put(
                row,
                "XK_WSH",
                in.findText("document_no").or(() -> in.findText("number")).orElse(null));
        put(row, "XK_XKLB", text(in, "category"));
        put(row, "XK_XKZS", text(in, "certificate"));
        put(row, "XK_XKBH", text(in, "number"));
        put(row, "XK_NR", text(in, "content"));
        put(row, "XK_JDRQ", fact.occurredOn().toString());
        put(row, "XK_YXQZ", day(in, "valid_from"));
        put(row, "XK_YXQZI", day(in, "valid_to"));
        put(row, "XK_XKJG", text(in, "authority"));
        put(row, "XK_XKJGDM", text(in, "authority_code"));
        put(row, "XK_ZT", in.findText("status").map(Reporting::state).orElse(null));
    }

    /** 1 is valid, 2 is not (from memory, provisional). */
    private static String state(String status) {
        return List.of("valid").contains(status) ? "1" : "2";
    }

    private static @Nullable String text(Values in, String name) {
        return in.findText(name).orElse(null);
    }

    private static @Nullable String day(Values in, String name) {
        return in.findDay(name).map(LocalDate::toString).orElse(null);
    }

    /** The template counts in 10,000 yuan: 2,000 yuan is 0.2. */
    private static @Nullable String money(Values in, String name) {
        return in.findDecimal(name)
                .map(yuan -> yuan.divide(UNIT).stripTrailingZeros().toPlainString())
                .orElse(null);
    }

    private static void put(Map<String, String> row, String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            row.put(column, value.strip());
        }
    }
}
