package dev.assay.store.register;

import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.BUSINESS_LINK;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.IDENTITY;
import static dev.assay.store.schema.Tables.RATING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import dev.assay.core.grading.Rating;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.time.UtcTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The register of businesses. */
public final class BusinessRegister {

    private static final List<Field<?>> COLUMNS = List.of(
            BUSINESS.BUSINESS_KEY,
            BUSINESS.SCHEME,
            BUSINESS.IDENTITY,
            BUSINESS.NAME,
            BUSINESS.ADDRESS,
            BUSINESS.DIVISION,
            BUSINESS.SECTOR,
            BUSINESS.SUBJECT_CLASS,
            BUSINESS.RECORDED_AT,
            BUSINESS.CHANGED_AT);

    /** No more than a look-up needs: each column is described with each answer. */
    private static final List<Field<?>> RATED_COLUMNS = Stream.of(
                    List.<Field<?>>of(
                            BUSINESS.BUSINESS_KEY,
                            BUSINESS.SCHEME,
                            BUSINESS.IDENTITY,
                            BUSINESS.DIVISION,
                            RATING.MODEL_KEY),
                    StoredRatings.OWN_COLUMNS)
            .flatMap(List::stream)
            .toList();

    private static final Comparator<Rating> BY_MODEL_AND_SUBJECT = Comparator.comparing(Rating::model)
            .thenComparing(rating -> rating.subject().identity().scheme())
            .thenComparing(rating -> rating.subject().identity().value());

    private final DSLContext dsl;

    /** Texts of look-ups by the number of models. */
    private final Map<Integer, String> lookUps = new ConcurrentHashMap<>();

    /** Versions of models by the store's numbers: a number stands for the same one for ever. */
    private final Map<Integer, String> versions = new ConcurrentHashMap<>();

    /**
     * A register over a database.
     *
     * @param dsl the database
     */
    public BusinessRegister(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The businesses of divisions.
     *
     * @param beginnings beginnings of the codes of the divisions where they are now
     * @return their keys
     */
    public Set<Long> keysWithin(List<String> beginnings) {
        return dsl.select(BUSINESS.BUSINESS_KEY)
                .from(BUSINESS)
                .where(DSL.or(
                        beginnings.stream().map(BUSINESS.DIVISION::startsWith).toList()))
                .fetchSet(BUSINESS.BUSINESS_KEY);
    }

    /**
     * A business by any of its identities.
     *
     * @param identity the principal or another one, such as a licence number
     * @return the business, or empty if no source named it
     */
    public Optional<RegisteredBusiness> find(Identity identity) {
        return dsl.select(COLUMNS)
                .from(BUSINESS)
                .where(BUSINESS.BUSINESS_KEY.in(select(IDENTITY.BUSINESS_KEY)
                        .from(IDENTITY)
                        .where(IDENTITY.SCHEME.eq(identity.scheme()).and(IDENTITY.IDENTITY_.eq(identity.value())))))
                .fetchOptional(BusinessRegister::business);
    }

    /**
     * The ratings of a business that stand, by any of its identities, in one question: asked by the million.
     *
     * @param identity the principal or another one, such as a licence number
     * @param models the ids of the models whose ratings are wanted
     * @return its ratings by model and subject; empty if no source named the business
     */
    public Optional<RatedBusiness> findRated(Identity identity, Collection<String> models) {
        List<Object> binds = new ArrayList<>(models);
        binds.add(identity.scheme());
        binds.add(identity.value());
        Result<Record> rows = dsl.resultQuery(lookUps.computeIfAbsent(models.size(), this::lookUp), binds.toArray())
                .coerce(RATED_COLUMNS)
                .fetch();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new RatedBusiness(
                        rows.getFirst().get(BUSINESS.BUSINESS_KEY),
                        rows.getFirst().get(BUSINESS.DIVISION),
                        rows.stream()
                                .filter(row -> row.get(RATING.MODEL) != null)
                                .map(row -> StoredRatings.rating(row, version(row.get(RATING.MODEL_KEY))))
                                .sorted(BY_MODEL_AND_SUBJECT)
                                .toList()));
    }

    private String version(int modelKey) {
        return versions.computeIfAbsent(
                modelKey,
                key -> dsl.select(GRADING_MODEL.VERSION)
                        .from(GRADING_MODEL)
                        .where(GRADING_MODEL.MODEL_KEY.eq(key))
                        .fetchSingle()
                        .value1());
    }

    /** Making the text takes jOOQ as long as sending it and reading the answer together, and it differs by the number of models alone. */
    private String lookUp(int models) {
        return dsl.select(RATED_COLUMNS)
                .from(IDENTITY)
                .join(BUSINESS)
                .on(BUSINESS.BUSINESS_KEY.eq(IDENTITY.BUSINESS_KEY))
                .leftJoin(RATING)
                .on(
                        RATING.MODEL.in(Collections.nCopies(models, "")),
                        RATING.BUSINESS_KEY.eq(BUSINESS.BUSINESS_KEY),
                        RATING.NEWEST.isTrue())
                .where(IDENTITY.SCHEME.eq("").and(IDENTITY.IDENTITY_.eq("")))
                .getSQL(ParamType.INDEXED);
    }

    /**
     * A business by the store's key.
     *
     * @param key the key
     * @return the business
     * @throws org.jooq.exception.NoDataFoundException if there is none
     */
    public RegisteredBusiness get(long key) {
        return business(dsl.select(COLUMNS)
                .from(BUSINESS)
                .where(BUSINESS.BUSINESS_KEY.eq(key))
                .fetchSingle());
    }

    /**
     * Everything by which a business is known.
     *
     * @param key the store's key of the business
     * @return its identities by scheme and value
     */
    public List<Identity> identitiesOf(long key) {
        return dsl.select(IDENTITY.SCHEME, IDENTITY.IDENTITY_)
                .from(IDENTITY)
                .where(IDENTITY.BUSINESS_KEY.eq(key))
                .orderBy(IDENTITY.SCHEME, IDENTITY.IDENTITY_)
                .fetch(row -> new Identity(row.value1(), row.value2()));
    }

    /**
     * Searches the register. A business that is merged into another is not listed.
     *
     * @param query what to find
     * @param order the column that puts the rows in order
     * @param descending whether the order runs from high to low
     * @param offset how many rows to leave out, at least 0
     * @param limit the most rows to give, at least 1
     * @return the rows and their number over all pages
     */
    public RegisterPage search(RegisterQuery query, RegisterOrder order, boolean descending, int offset, int limit) {
        Condition wanted = condition(query);
        List<SelectField<?>> columns =
                Stream.concat(COLUMNS.stream(), StoredRatings.COLUMNS.stream()).toList();
        long total = dsl.selectCount()
                .from(BUSINESS)
                .leftJoin(RATING)
                .on(joined(query))
                .where(wanted)
                .fetchSingle()
                .value1();
        List<RegisterRow> rows = dsl.select(columns)
                .from(BUSINESS)
                .leftJoin(RATING)
                .on(joined(query))
                .where(wanted)
                .orderBy(sort(order, descending))
                .limit(offset, limit)
                .fetch(row -> new RegisterRow(business(row), rating(row)));
        return new RegisterPage(rows, total);
    }

    private static Condition joined(RegisterQuery query) {
        return RATING.BUSINESS_KEY
                .eq(BUSINESS.BUSINESS_KEY)
                .and(RATING.MODEL.eq(query.model() == null ? "" : query.model()))
                .and(RATING.NEWEST.isTrue());
    }

    private static Condition condition(RegisterQuery query) {
        List<Condition> all = new ArrayList<>();
        all.add(notExists(selectOne()
                .from(BUSINESS_LINK)
                .where(BUSINESS_LINK.MERGED_KEY.eq(BUSINESS.BUSINESS_KEY).and(BUSINESS_LINK.UNLINKED_AT.isNull()))));
        all.add(Within.divisions(BUSINESS.DIVISION, query.within()));
        if (query.text() != null && !query.text().isBlank()) {
            all.add(textCondition(query.text().strip()));
        }
        if (!query.divisions().isEmpty()) {
            all.add(coalesce(RATING.DIVISION, BUSINESS.DIVISION, DSL.inline("")).in(query.divisions()));
        }
        if (query.sector() != null) {
            all.add(coalesce(RATING.SECTOR, BUSINESS.SECTOR).eq(query.sector()));
        }
        if (query.needsRating()) {
            all.add(RATING.MODEL.isNotNull());
        }
        if (query.state() != null) {
            all.add(RATING.STATE.eq(query.state()));
        }
        if (query.grade() != null) {
            all.add(RATING.GRADE.eq(query.grade()));
        }
        if (query.overdueOn() != null) {
            all.add(RATING.NEXT_INSPECTION_DUE.lt(query.overdueOn()));
        }
        if (query.changedIn() != null) {
            all.add(RATING.RATING_RUN_ID.eq(query.changedIn()));
        }
        return all.stream().reduce(noCondition(), Condition::and);
    }

    private static Condition textCondition(String text) {
        String value = text.contains(":") ? text.substring(text.indexOf(':') + 1) : text;
        Condition identity = BUSINESS.BUSINESS_KEY.in(select(IDENTITY.BUSINESS_KEY)
                .from(IDENTITY)
                .where(IDENTITY.IDENTITY_
                        .startsWith(value)
                        .or(IDENTITY.IDENTITY_.startsWith(value.toUpperCase(Locale.ROOT)))));
        String key = MatchingKey.of(text);
        return key.isEmpty()
                ? identity
                : identity.or(BUSINESS.NAME_KEY.contains(key)).or(BUSINESS.ADDRESS_KEY.contains(key));
    }

    private static List<SortField<?>> sort(RegisterOrder order, boolean descending) {
        List<SortField<?>> fields = new ArrayList<>();
        fields(order).forEach(field -> {
            fields.add(field.isNull().asc());
            fields.add(descending ? field.desc() : field.asc());
        });
        // The key makes the order total: without it a row could stand on two pages or on none.
        fields.add(BUSINESS.BUSINESS_KEY.asc());
        fields.add(RATING.SUBJECT_SCHEME.asc());
        fields.add(RATING.SUBJECT.asc());
        return fields;
    }

    private static List<Field<?>> fields(RegisterOrder order) {
        return switch (order) {
            case NAME -> List.of(BUSINESS.NAME);
            case IDENTITY -> List.of(BUSINESS.SCHEME, BUSINESS.IDENTITY);
            case DIVISION -> List.of(BUSINESS.DIVISION, BUSINESS.SECTOR);
            case GRADE -> List.of(RATING.GRADE, RATING.STATE);
            case SCORE -> List.of(RATING.SCORE);
            case DUE -> List.of(RATING.NEXT_INSPECTION_DUE);
        };
    }

    private static @Nullable Rating rating(Record row) {
        return row.get(RATING.MODEL) == null ? null : StoredRatings.rating(row);
    }

    private static RegisteredBusiness business(Record row) {
        return new RegisteredBusiness(
                row.get(BUSINESS.BUSINESS_KEY),
                new Identity(row.get(BUSINESS.SCHEME), row.get(BUSINESS.IDENTITY)),
                row.get(BUSINESS.NAME),
                row.get(BUSINESS.ADDRESS),
                row.get(BUSINESS.DIVISION),
                row.get(BUSINESS.SECTOR),
                row.get(BUSINESS.SUBJECT_CLASS),
                UtcTime.instant(row.get(BUSINESS.RECORDED_AT)),
                UtcTime.instant(row.get(BUSINESS.CHANGED_AT)));
    }
}
