package dev.assay.store.draw;

import static dev.assay.store.schema.Tables.DRAW;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.core.draw.DrawFile;
import dev.assay.core.draw.DrawText;
import dev.assay.core.draw.PublishedDraw;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Visibility;
import dev.assay.core.text.Bilingual;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.draw.StoredDraw.State;
import dev.assay.store.time.UtcTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The draws. Every move is one transaction: it is made only if nobody else moved the draw, and it is noted in the audit log. */
public final class Draws {

    private final DSLContext dsl;

    /**
     * Draws over a database.
     *
     * @param dsl the database
     */
    public Draws(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A draw by number.
     *
     * @param id the number
     * @return it, or empty if there is none
     */
    public Optional<StoredDraw> find(int id) {
        return fetch(DRAW.DRAW_ID.eq(id)).stream().findFirst();
    }

    /**
     * All draws.
     *
     * @return them, newest first
     */
    public List<StoredDraw> all() {
        return fetch(noCondition());
    }

    private List<StoredDraw> fetch(Condition condition) {
        Field<?>[] light = Arrays.stream(DRAW.fields())
                .filter(field -> !field.equals(DRAW.FIXED) && !field.equals(DRAW.OUTCOME))
                .toArray(Field[]::new);
        return dsl.select(light)
                .from(DRAW)
                .where(condition)
                .orderBy(DRAW.DRAW_ID.desc())
                .fetch(row -> draw(row));
    }

    private static StoredDraw draw(Record row) {
        return new StoredDraw(
                row.get(DRAW.DRAW_ID),
                row.get(DRAW.PLAN),
                Bilingual.of(row.get(DRAW.TITLE_ZH), row.get(DRAW.TITLE_EN)),
                Visibility.valueOf(row.get(DRAW.VISIBILITY).toUpperCase(Locale.ROOT)),
                row.get(DRAW.DIVISIONS).isEmpty()
                        ? List.of()
                        : List.of(row.get(DRAW.DIVISIONS).split(",", -1)),
                State.valueOf(row.get(DRAW.STATE)),
                row.get(DRAW.REVISION),
                row.get(DRAW.AS_OF),
                row.get(DRAW.PUBLIC_VALUE),
                row.get(DRAW.POPULATION),
                row.get(DRAW.EXCLUDED),
                row.get(DRAW.DIGEST),
                row.get(DRAW.COMMITMENT),
                row.get(DRAW.DRAWN),
                row.get(DRAW.FIXED_BY),
                UtcTime.instant(row.get(DRAW.FIXED_AT)),
                instant(row.get(DRAW.COMMITTED_AT)),
                instant(row.get(DRAW.DRAWN_AT)),
                instant(row.get(DRAW.PUBLISHED_AT)),
                row.get(DRAW.REASON));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : UtcTime.instant(utc);
    }

    /**
     * What was fixed.
     *
     * @param id the number of a draw that is there
     * @return the draw file
     */
    public DrawFile file(int id) {
        return DrawText.read(text(id, DRAW.FIXED).orElseThrow());
    }

    /**
     * The file that is published, also while the authority alone may see it.
     *
     * @param id the number of the draw
     * @return it, or empty if it was not drawn
     */
    public Optional<String> outcome(int id) {
        return text(id, DRAW.OUTCOME);
    }

    private Optional<String> text(int id, TableField<?, byte[]> column) {
        return dsl.select(column)
                .from(DRAW)
                .where(DRAW.DRAW_ID.eq(id))
                .fetchOptional(column)
                .map(Draws::unzipped);
    }

    /**
     * What is known of a draw when it is fixed, beside its file.
     *
     * @param plan id of its plan
     * @param title its name
     * @param visibility who may see it once it is published
     * @param divisions beginnings of the codes that it covers; empty for all
     */
    public record Head(String plan, Bilingual title, Visibility visibility, List<String> divisions) {

        /** Copies the list. */
        public Head {
            divisions = List.copyOf(divisions);
        }
    }

    /**
     * Fixes a draw.
     *
     * @param head what it is
     * @param file the draw file, without faults
     * @param by who fixes it
     * @param at when
     * @return the store's number of it
     */
    public int fix(Head head, DrawFile file, String by, Instant at) {
        return dsl.transactionResult(configuration -> {
            DSLContext tx = configuration.dsl();
            tx.insertInto(DRAW)
                    .set(DRAW.PLAN, head.plan())
                    .set(DRAW.TITLE_ZH, head.title().zh())
                    .set(DRAW.TITLE_EN, head.title().en())
                    .set(DRAW.VISIBILITY, head.visibility().name().toLowerCase(Locale.ROOT))
                    .set(DRAW.DIVISIONS, String.join(",", head.divisions()))
                    .set(DRAW.STATE, State.FIXED.name())
                    .set(DRAW.REVISION, 1)
                    .set(DRAW.AS_OF, file.head().asOf())
                    .set(DRAW.PUBLIC_VALUE, file.head().publicValue())
                    .set(DRAW.POPULATION, file.businesses().size())
                    .set(DRAW.EXCLUDED, file.excluded().size())
                    .set(DRAW.FIXED, zipped(DrawText.write(file)))
                    .set(DRAW.DIGEST, file.digest())
                    .set(DRAW.FIXED_BY, by)
                    .set(DRAW.FIXED_AT, UtcTime.column(at))
                    .execute();
            int id = tx.lastID().intValue();
            note(tx, id, "draw-fixed", by, Map.of("plan", head.plan(), "digest", file.digest()), at);
            return id;
        });
    }

    /**
     * Commits to a seed.
     *
     * @param seen the draw as it was seen, fixed
     * @param commitment the commitment
     * @param by who commits
     * @param at when
     * @throws DrawMovedException if it is not fixed, or was moved since
     */
    public void commit(StoredDraw seen, String commitment, String by, Instant at) {
        move(
                seen,
                State.FIXED,
                State.COMMITTED,
                Map.of(DRAW.COMMITMENT, commitment, DRAW.COMMITTED_AT, UtcTime.column(at)),
                new Act("draw-committed", by, Map.of("commitment", commitment), at));
    }

    /**
     * Keeps what was drawn.
     *
     * @param seen the draw as it was seen, committed
     * @param made the draw
     * @param by who drew
     * @param at when
     * @throws DrawMovedException if it is not committed, or was moved since
     */
    public void draw(StoredDraw seen, PublishedDraw made, String by, Instant at) {
        int drawn = made.result().drawn().size();
        move(
                seen,
                State.COMMITTED,
                State.DRAWN,
                Map.of(DRAW.DRAWN, drawn, DRAW.OUTCOME, zipped(made.text()), DRAW.DRAWN_AT, UtcTime.column(at)),
                new Act(
                        "draw-drawn",
                        by,
                        Map.of("public", made.seed().publicValue(), "drawn", BigDecimal.valueOf(drawn)),
                        at));
    }

    /**
     * Publishes a draw.
     *
     * @param seen the draw as it was seen, drawn
     * @param by who publishes
     * @param at when
     * @throws DrawMovedException if it is not drawn, or was moved since
     */
    public void publish(StoredDraw seen, String by, Instant at) {
        move(
                seen,
                State.DRAWN,
                State.PUBLISHED,
                Map.of(DRAW.PUBLISHED_AT, UtcTime.column(at)),
                new Act("draw-published", by, Map.of(), at));
    }

    /**
     * Gives a draw up. That there was one, and why it was given up, stays visible: who could give up draws unseen could choose among them.
     *
     * @param seen the draw as it was seen, not published
     * @param reason why
     * @param by who decides
     * @param at when
     * @throws DrawMovedException if it is published or withdrawn already, or was moved since
     */
    public void withdraw(StoredDraw seen, String reason, String by, Instant at) {
        if (seen.state() == State.PUBLISHED || seen.state() == State.WITHDRAWN) {
            throw new DrawMovedException(seen, State.WITHDRAWN.name());
        }
        move(
                seen,
                seen.state(),
                State.WITHDRAWN,
                Map.of(DRAW.WITHDRAWN_AT, UtcTime.column(at), DRAW.REASON, reason),
                new Act(
                        "draw-withdrawn",
                        by,
                        Map.of("reason", reason, "was", seen.state().name()),
                        at));
    }

    private record Act(String name, String by, Map<String, ?> detail, Instant at) {}

    private void move(StoredDraw seen, State from, State to, Map<? extends Field<?>, ?> columns, Act act) {
        if (seen.state() != from) {
            throw new DrawMovedException(seen, to.name());
        }
        Map<Field<?>, Object> set = new HashMap<>(columns);
        set.put(DRAW.STATE, to.name());
        set.put(DRAW.REVISION, seen.revision() + 1);
        dsl.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            int moved = tx.update(DRAW)
                    .set(set)
                    .where(DRAW.DRAW_ID.eq(seen.id()))
                    .and(DRAW.REVISION.eq(seen.revision()))
                    .execute();
            if (moved == 0) {
                throw new DrawMovedException(seen, to.name());
            }
            note(tx, seen.id(), act.name(), act.by(), act.detail(), act.at());
        });
    }

    private static void note(DSLContext tx, int id, String act, String by, Map<String, ?> detail, Instant at) {
        AuditLog.note(tx, new AuditAct(by, act, StoredDraw.auditSubject(id), Values.of(detail)), at);
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String unzipped(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException("A stored draw cannot be read", damaged);
        }
    }
}
