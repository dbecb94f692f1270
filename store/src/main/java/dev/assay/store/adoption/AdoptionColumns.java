package dev.assay.store.adoption;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.Adoption.Approved;
import dev.assay.core.adoption.Adoption.Retired;
import dev.assay.core.listing.Decision;
import dev.assay.store.time.UtcTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands on its way into force, as columns of a table: {@code state}, {@code editors}, {@code digest}, who decided and who
 * retired it, and when it is on trial.
 *
 * @param table a table that has these columns
 */
public record AdoptionColumns(Table<?> table) {

    /**
     * A column by name.
     *
     * @param name its name, in lower case
     * @return the column
     */
    public Field<?> column(String name) {
        return Objects.requireNonNull(table.field(name), name);
    }

    /**
     * What a move writes.
     *
     * @param adoption where it leads
     * @return the columns that change
     */
    public Map<Field<?>, @Nullable Object> write(Adoption adoption) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(column("state"), adoption.code());
        switch (adoption) {
            case Adoption.Draft(var editors) -> {
                columns.put(column("editors"), String.join(" ", editors));
                columns.put(column("digest"), null);
            }
            case Adoption.Checked checked -> columns.put(column("digest"), checked.digest());
            case Adoption.Simulated simulated -> columns.put(column("digest"), simulated.digest());
            case Approved approved -> {
                decision(columns, approved.decision());
                columns.put(column("in_force_from"), approved.from());
            }
            case Retired retired -> {
                columns.put(column("retired_by"), retired.retirement().by());
                columns.put(
                        column("retired_at"),
                        UtcTime.column(retired.retirement().at()));
                columns.put(column("retired_on"), retired.retirement().on());
                columns.put(column("retirement_reason"), retired.retirement().reason());
                columns.put(column("last_day"), retired.lastDay());
            }
            case Adoption.Dropped(var decision) -> decision(columns, decision);
        }
        return columns;
    }

    private void decision(Map<Field<?>, @Nullable Object> columns, Decision decision) {
        columns.put(column("decided_by"), decision.by());
        columns.put(column("decided_at"), UtcTime.column(decision.at()));
        columns.put(column("decided_on"), decision.on());
        columns.put(column("decision_reason"), decision.reason());
    }

    /**
     * Where a row stands.
     *
     * @param row the row
     * @return it
     * @throws IllegalStateException if a newer program wrote a state that this one does not know
     */
    public Adoption read(Record row) {
        Set<String> editors = Set.of(text(row, "editors").split(" "));
        String state = text(row, "state");
        return switch (state) {
            case Adoption.Draft.CODE -> new Adoption.Draft(editors);
            case Adoption.Checked.CODE -> new Adoption.Checked(editors, text(row, "digest"));
            case Adoption.Simulated.CODE -> new Adoption.Simulated(editors, text(row, "digest"));
            case Approved.CODE -> approved(row);
            case Retired.CODE ->
                new Retired(approved(row), decision(row, "retired", "retirement"), day(row, "last_day"));
            case Adoption.Dropped.CODE -> new Adoption.Dropped(decision(row, "decided", "decision"));
            default ->
                throw new IllegalStateException(
                        "There is a state (%s) that this program does not know.%nMaybe it was written by a newer one."
                                .formatted(state));
        };
    }

    /**
     * When a row is on trial.
     *
     * @param row the row
     * @return the time, or null if never
     */
    public @Nullable Trial trial(Record row) {
        return row.get(column("trial_from")) == null
                ? null
                : new Trial(day(row, "trial_from"), day(row, "trial_until"));
    }

    private Approved approved(Record row) {
        return new Approved(text(row, "digest"), decision(row, "decided", "decision"), day(row, "in_force_from"));
    }

    private Decision decision(Record row, String how, String reason) {
        return new Decision(
                text(row, how + "_by"),
                UtcTime.instant(row.get(column(how + "_at"), LocalDateTime.class)),
                day(row, how + "_on"),
                text(row, reason + "_reason"));
    }

    private String text(Record row, String name) {
        return row.get(column(name), String.class);
    }

    private LocalDate day(Record row, String name) {
        return row.get(column(name), LocalDate.class);
    }
}
