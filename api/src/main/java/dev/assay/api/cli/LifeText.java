package dev.assay.api.cli;

import dev.assay.api.business.LifeView;
import dev.assay.api.business.TakeoverView;
import java.util.List;

/** The life of a business as text for a terminal. */
final class LifeText {

    private LifeText() {}

    static void print(Console console, LifeView life) {
        if (life.closed()) {
            if (life.closedSince() == null) {
                console.say("  已停业，日期不详", "  Closed, since a day that is not known");
            } else {
                console.say("  已停业，自 %s", "  Closed since %s", life.closedSince());
            }
        }
        List<LifeView.NamedView> names = life.names();
        for (int i = names.size() - 2; i >= 0; i--) {
            console.say(
                    "  曾用名 %s，自 %s 起，至 %s 更名",
                    "  Formerly %s, from %s until it was renamed %s",
                    names.get(i).name(),
                    names.get(i).since(),
                    names.get(i + 1).since());
        }
        for (TakeoverView one : life.tookOver()) {
            console.say("  自 %s 起承继 %s%s", "  Took over %2$s on %1$s%3$s", one.on(), other(one), why(one));
        }
        for (TakeoverView one : life.takenOverBy()) {
            console.say("  自 %s 起由 %s 承继%s", "  Taken over by %2$s on %1$s%3$s", one.on(), other(one), why(one));
        }
    }

    private static String other(TakeoverView one) {
        return one.identity() + (one.name() == null ? "" : " " + one.name());
    }

    private static String why(TakeoverView one) {
        return one.ground() == null ? "" : " (" + one.ground() + ")";
    }
}
