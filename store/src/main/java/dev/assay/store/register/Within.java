package dev.assay.store.register;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** Rows of some divisions alone. */
public final class Within {

    private Within() {}

    /**
     * The condition for it.
     *
     * @param division the column of the division's code
     * @param beginnings how its code may begin; none for any, and for rows without one
     * @return the condition
     */
    public static Condition divisions(Field<String> division, List<String> beginnings) {
        return beginnings.isEmpty()
                ? noCondition()
                : beginnings.stream().map(division::startsWith).reduce(falseCondition(), Condition::or);
    }
}
