package dev.assay.api.business;

import dev.assay.core.text.Bilingual;
import dev.assay.store.history.Closing;
import dev.assay.store.history.Closing.Successor;

/** Why a version does not stand, in words. */
public final class ClosingReasons {

    private ClosingReasons() {}

    /**
     * The reason.
     *
     * @param closing what closed the version
     * @return a phrase that a date and a source can follow
     */
    public static Bilingual of(Closing closing) {
        Successor next = closing.successor();
        return switch (closing.as()) {
            case "CORRECTED" ->
                next != null && next.business() != null
                        ? Bilingual.of("来源更正：该记录属于另一主体", "Corrected by its source: the record is another business's")
                        : Bilingual.of("来源更正，由新版本取代", "Corrected by its source, a newer version took its place");
            case "RETRACTED" ->
                Bilingual.of("撤回：来源的最新全量数据中已无此记录", "Retracted: its source's full state lacks the record");
            case "UNDONE" -> Bilingual.of("人工归属决定已撤销", "Taken back: the decision whose record it is was undone");
            case "HAND_CORRECTED" -> Bilingual.of("由人工更正，由新版本取代", "Corrected by hand, a newer version took its place");
            case "HAND_WITHDRAWN" -> Bilingual.of("由人工撤回", "Withdrawn by hand");
            case "OVERTAKEN" ->
                Bilingual.of(
                        "人工更正之后，来源提供了新的内容并取而代之",
                        "Entered by hand; its source told something new since, which took its place");
            case "OLDER" -> Bilingual.of("收到时已有更新的状态，未曾生效", "Older than what was here when it came; it never stood");
            default -> Bilingual.of("不再有效（" + closing.as() + "）", "Does not stand (" + closing.as() + ")");
        };
    }
}
