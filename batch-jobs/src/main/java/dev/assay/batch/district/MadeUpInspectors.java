package dev.assay.batch.district;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.inspector.Inspector.Leave;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Inspectors of a made-up district: one for each 300 businesses, at least twelve; every fourth for catering alone, every third with the skill of system inspections. */
public final class MadeUpInspectors {

    private static final int LEAST = 12;
    private static final int BUSINESSES_EACH = 300;

    private MadeUpInspectors() {}

    /**
     * Makes them up.
     *
     * @param businesses how many businesses the district has
     * @param today the day from which they take their leave
     * @return them
     */
    public static List<Inspector> of(int businesses, LocalDate today) {
        List<Inspector> made = new ArrayList<>();
        int count = Math.max(LEAST, businesses / BUSINESSES_EACH);
        for (int i = 1; i <= count; i++) {
            LocalDate away = today.plusDays(10L * i);
            made.add(new Inspector(
                    "JC%04d".formatted(i),
                    "检查员%02d".formatted(i),
                    "market",
                    "3206",
                    i % 4 == 0 ? Set.of("catering", "canteen") : Set.of(),
                    i % 3 == 0 ? Set.of("system") : Set.of(),
                    List.of(new Leave(away, away.plusDays(4))),
                    Set.of()));
        }
        return made;
    }
}
