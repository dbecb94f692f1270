package dev.assay.batch.submission;

import dev.assay.core.fact.FactKinds;
import java.util.List;
import java.util.stream.Stream;

/**
 * A template of the double publicity 双公示. Columns, lengths and which are required are those of a table and of an interface that carry it out in the field; the
 * standard itself was not at hand (provisional).
 */
public enum Template {
    /** Penalties, CF_*. */
    PENALTIES(FactKinds.PENALTY.name(), "CF"),
    /** Licences, XK_*. */
    LICENCES(FactKinds.LICENCE.name(), "XK");

    private static final int LONGEST_TEXT = 4000;

    private static final List<Column> OF_PENALTIES = List.of(
            required("CF_XDR_MC", 200),
            required("CF_XDR_LB", 100),
            required("CF_XDR_SHXYM", 32),
            optional("CF_XDR_GSZC", 50),
            optional("CF_XDR_ZZJG", 32),
            optional("CF_XDR_SWDJ", 32),
            optional("CF_XDR_SYDW", 120),
            optional("CF_XDR_SHZZ", 50),
            optional("CF_FRDB", 50),
            optional("CF_FR_ZJLX", 64),
            optional("CF_FR_ZJHM", 32),
            optional("CF_XDR_ZJLX", 64),
            optional("CF_XDR_ZJHM", 64),
            required("CF_WSH", 128),
            text("CF_WFXW"),
            text("CF_SY"),
            text("CF_YJ"),
            // 36 in the table that was found, too short for several kinds.
            required("CF_CFLB", 256),
            text("CF_NR"),
            optional("CF_NR_FK", 19),
            optional("CF_NR_WFFF", 19),
            optional("CF_NR_ZKDX", 200),
            required("CF_JDRQ", 10),
            required("CF_YXQ", 10),
            optional("CF_GSJZQ", 10),
            required("CF_CFJG", 200),
            required("CF_CFJGDM", 18),
            required("CF_SJLY", 200),
            required("CF_SJLYDM", 18),
            remark());

    private static final List<Column> OF_LICENCES = List.of(
            required("XK_XDR_MC", 200),
            required("XK_XDR_LB", 100),
            required("XK_XDR_SHXYM", 32),
            optional("XK_XDR_GSZC", 50),
            optional("XK_XDR_ZZJG", 32),
            optional("XK_XDR_SWDJ", 32),
            optional("XK_XDR_SYDW", 120),
            optional("XK_XDR_SHZZ", 50),
            optional("XK_FRDB", 50),
            optional("XK_FR_ZJLX", 64),
            optional("XK_FR_ZJHM", 32),
            optional("XK_XDR_ZJLX", 64),
            optional("XK_XDR_ZJHM", 64),
            required("XK_XKWS", 200),
            required("XK_WSH", 128),
            required("XK_XKLB", 256),
            optional("XK_XKZS", 64),
            optional("XK_XKBH", 64),
            text("XK_NR"),
            required("XK_JDRQ", 10),
            required("XK_YXQZ", 10),
            required("XK_YXQZI", 10),
            required("XK_XKJG", 200),
            required("XK_XKJGDM", 18),
            required("XK_ZT", 8),
            required("XK_LYDW", 200),
            required("XK_LYDWDM", 18),
            remark());

    private final String kind;
    private final String prefix;

    Template(String kind, String prefix) {
        this.kind = kind;
        this.prefix = prefix;
    }

    /**
     * A column.
     *
     * @param name its name
     * @param required whether each row has a value
     * @param longest the most characters
     */
    public record Column(String name, boolean required, int longest) {}

    private static Column required(String name, int longest) {
        return new Column(name, true, longest);
    }

    private static Column optional(String name, int longest) {
        return new Column(name, false, longest);
    }

    private static Column text(String name) {
        return new Column(name, true, LONGEST_TEXT);
    }

    private static Column remark() {
        return new Column("BZ", false, LONGEST_TEXT);
    }

    /**
     * The kind of fact that it reports.
     *
     * @return its name
     */
    public String kind() {
        return kind;
    }

    /**
     * How its columns begin.
     *
     * @return CF or XK
     */
    public String prefix() {
        return prefix;
    }

    /**
     * Its columns.
     *
     * @return them, in the order of the template
     */
    public List<Column> columns() {
        return switch (this) {
            case PENALTIES -> OF_PENALTIES;
            case LICENCES -> OF_LICENCES;
        };
    }

    /**
     * The names of its columns.
     *
     * @return them, in the order of the template
     */
    public List<String> header() {
        return columns().stream().map(Column::name).toList();
    }

    /**
     * The columns that hold the code of an authority.
     *
     * @return their names
     */
    List<String> authorityCodes() {
        return this == PENALTIES ? List.of("CF_CFJGDM", "CF_SJLYDM") : List.of("XK_XKJGDM", "XK_LYDWDM");
    }

    /**
     * The columns in which people write freely.
     *
     * @return their names
     */
    Stream<String> freeTexts() {
        return columns().stream()
                .filter(column -> column.longest() == LONGEST_TEXT)
                .map(Column::name);
    }
}
