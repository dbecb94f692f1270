package dev.assay.store.testing;

import static dev.assay.store.schema.Tables.ACCOUNT;
import static dev.assay.store.schema.Tables.BUSINESS;
import static dev.assay.store.schema.Tables.FACT;
import static dev.assay.store.schema.Tables.GRADING_MODEL;
import static dev.assay.store.schema.Tables.IDENTITY;
import static dev.assay.store.schema.Tables.IMPORT_RUN;
import static dev.assay.store.schema.Tables.LISTING_CASE;
import static dev.assay.store.schema.Tables.QUARANTINE;
import static dev.assay.store.schema.Tables.RATING;
import static dev.assay.store.schema.Tables.RATING_RUN;

import dev.assay.core.fact.Values;
import dev.assay.core.grading.Rating;
import dev.assay.core.identity.MatchingKey;
import dev.assay.store.fact.FactJson;
import dev.assay.store.time.UtcTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * A made-up register, written straight into the tables, for tests of those who read them. Everything follows from a business's number, so
 * that a test can say what it expects.
 */
public final class SampleRegister {

    /** The day of everything that the sample knows. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    /** When it was all recorded. */
    public static final Instant RECORDED_AT = Instant.parse("2026-11-20T18:00:00Z");

    private static final LocalDateTime RECORDED = UtcTime.column(RECORDED_AT);
    private static final List<String> DIVISIONS =
            List.of("320612", "320613", "320614", "320623", "320681", "320682", "320685");
    private static final List<String> SECTORS =
            List.of("catering", "catering", "catering", "sales", "sales", "production", "canteen");
    private static final List<String> NAMES =
            List.of("海安老街面馆", "通州惠民超市", "如皋江鲜酒楼", "启东晨光早餐店", "崇川豆制品厂", "海门第一小学食堂", "如东海味商行");
    private static final int CHUNK = 1000;

    private final DSLContext dsl;

    /**
     * A register in a database.
     *
     * @param dsl the database, with its schema and without rows
     */
    public SampleRegister(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Writes businesses with their facts, feeds, quarantine and proposed cases: every 20th business has a penalty and a case.
     *
     * @param businesses how many
     */
    public void fill(int businesses) {
        run(1, "district-profile", "profile-20261120.csv", businesses, 3);
        run(2, "district-inspection", "inspections-20261120.csv.gz", businesses, 12);
        List<Query> queries = new ArrayList<>();
        for (int number = 1; number <= businesses; number++) {
            business(number, queries);
            if (queries.size() >= CHUNK || number == businesses) {
                dsl.batch(queries).execute();
                queries.clear();
            }
        }
    }

    /**
     * The identity of a business.
     *
     * @param number its number, from 1
     * @return the value, of scheme {@code sample}
     */
    public static String identity(int number) {
        return "S%08d".formatted(number);
    }

    /**
     * Adds an account.
     *
     * @param name its name
     * @param hash its password's hash
     * @param role its role
     */
    public void account(String name, String hash, String role) {
        dsl.insertInto(ACCOUNT)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.ROLE, role)
                .set(ACCOUNT.CREATED_AT, RECORDED)
                .execute();
    }

    /**
     * Adds a model and the ratings that it made.
     *
     * @param key number of the model and of its run
     * @param model its id
     * @param visibility who may see its ratings
     * @param text its file's text
     * @param ratings its ratings, one for each business, in the order of the businesses
     */
    public void ratings(int key, String model, String visibility, String text, List<Rating> ratings) {
        dsl.insertInto(GRADING_MODEL)
                .set(GRADING_MODEL.MODEL_KEY, key)
                .set(GRADING_MODEL.MODEL, model)
                .set(GRADING_MODEL.VERSION, "1")
                .set(GRADING_MODEL.DIGEST, "0".repeat(64))
                .set(GRADING_MODEL.SCOPE, "business")
                .set(GRADING_MODEL.VISIBILITY, visibility)
                .set(GRADING_MODEL.TITLE_ZH, "示例模型 " + model)
                .set(GRADING_MODEL.TITLE_EN, "Sample model " + model)
                .set(GRADING_MODEL.CONTENT, text)
                .set(GRADING_MODEL.LOADED_AT, RECORDED)
                .execute();
        dsl.insertInto(RATING_RUN)
                .set(RATING_RUN.RATING_RUN_ID, (long) key)
                .set(RATING_RUN.MODEL_KEY, key)
                .set(RATING_RUN.AS_OF, AS_OF)
                .set(RATING_RUN.KNOWN_AT, RECORDED)
                .set(RATING_RUN.ENGINE_VERSION, "1")
                .set(RATING_RUN.STATE, "PUBLISHED")
                .set(RATING_RUN.RATED, (long) ratings.size())
                .set(RATING_RUN.CHANGED, (long) ratings.size())
                .set(RATING_RUN.STARTED_AT, RECORDED)
                .set(RATING_RUN.PUBLISHED_AT, RECORDED.plusMinutes(1))
                .execute();
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < ratings.size(); i++) {
            queries.add(rating(key, i + 1, ratings.get(i)));
        }
        for (int from = 0; from < queries.size(); from += CHUNK) {
            dsl.batch(queries.subList(from, Math.min(queries.size(), from + CHUNK)))
                    .execute();
        }
    }

    private Query rating(int key, int number, Rating rating) {
        return dsl.insertInto(RATING)
                .set(RATING.MODEL, rating.model())
                .set(RATING.BUSINESS_KEY, (long) number)
                .set(RATING.SUBJECT_SCHEME, rating.subject().identity().scheme())
                .set(RATING.SUBJECT, rating.subject().identity().value())
                .set(RATING.AS_OF, rating.asOf())
                .set(RATING.KNOWN_AT, UtcTime.column(rating.knownAt()))
                .set(RATING.NEWEST, true)
                .set(RATING.MODEL_KEY, key)
                .set(RATING.ENGINE_VERSION, rating.engineVersion())
                .set(RATING.SECTOR, rating.subject().sector().code())
                .set(RATING.DIVISION, division(number))
                .set(RATING.STATE, rating.state().name())
                .set(RATING.SCORE, rating.score())
                .set(RATING.COMPUTED_GRADE, rating.computedGrade())
                .set(RATING.GRADE_SET_UNTIL, rating.gradeSetUntil())
                .set(RATING.GRADE, rating.grade())
                .set(RATING.EFFECTIVE_FROM, rating.effectiveFrom())
                .set(RATING.INSPECTIONS_PER_YEAR, rating.inspectionsPerYear())
                .set(RATING.NEXT_INSPECTION_DUE, rating.nextInspectionDue())
                .set(RATING.VALID_UNTIL, rating.validUntil())
                .set(RATING.DIGEST, rating.digest())
                .set(RATING.RATING_RUN_ID, (long) key);
    }

    private void business(int number, List<Query> queries) {
        String name = "%s（第%d店）".formatted(NAMES.get(number % NAMES.size()), number);
        String address = "江苏省南通市人民路%d号".formatted(number);
        queries.add(business(number, name, address));
        queries.add(identity(number, "sample", identity(number)));
        queries.add(identity(number, "food-licence", licence(number)));
        queries.add(fact(number, 0, "business", AS_OF.minusYears(2), description(number, name, address)));
        queries.add(fact(number, 1, "licence", AS_OF.minusYears(2), licenceFields(number)));
        if (number % 11 != 0) {
            queries.add(fact(number, 2, "inspection", AS_OF.minusDays(number % 400), scores(number)));
        }
        if (number % 20 == 0) {
            queries.add(fact(number, 3, "penalty", AS_OF.minusDays(40), penalty(number)));
            queries.add(listingCase(number));
        }
    }

    private Query business(int number, String name, String address) {
        return dsl.insertInto(BUSINESS)
                .set(BUSINESS.BUSINESS_KEY, (long) number)
                .set(BUSINESS.SCHEME, "sample")
                .set(BUSINESS.IDENTITY, identity(number))
                .set(BUSINESS.NAME, name)
                .set(BUSINESS.NAME_KEY, MatchingKey.of(name))
                .set(BUSINESS.ADDRESS, address)
                .set(BUSINESS.ADDRESS_KEY, MatchingKey.of(address))
                .set(BUSINESS.DIVISION, division(number))
                .set(BUSINESS.SECTOR, sector(number))
                .set(BUSINESS.RECORDED_AT, RECORDED)
                .set(BUSINESS.CHANGED_AT, RECORDED);
    }

    private static Map<String, ?> description(int number, String name, String address) {
        return Map.of(
                "name",
                name,
                "address",
                address,
                "division",
                division(number),
                "sector",
                sector(number),
                "rating_scheme",
                "FHRS");
    }

    private static Map<String, ?> licenceFields(int number) {
        return Map.of(
                "number", licence(number),
                "sector", sector(number),
                "certificate", "食品经营许可证",
                "valid_from", AS_OF.minusYears(2).toString(),
                "valid_to", AS_OF.plusYears(3).toString(),
                "status", "有效");
    }

    private static Map<String, ?> scores(int number) {
        return Map.of(
                "number", "J%06d".formatted(number),
                "hygiene", points(number % 5),
                "structural", points(number % 4),
                "confidence", points(number % 3 * 2));
    }

    private static Map<String, ?> penalty(int number) {
        return Map.of(
                "document_no",
                "通市监处罚〔2026〕%d号".formatted(number),
                "conduct",
                "使用非食品原料生产食品",
                "kinds",
                List.of("罚款", "责令停产停业"),
                "fine",
                new BigDecimal("52000.00"));
    }

    private Query listingCase(int number) {
        return dsl.insertInto(LISTING_CASE)
                .set(LISTING_CASE.BUSINESS_KEY, (long) number)
                .set(LISTING_CASE.RULE, "SV-C2")
                .set(LISTING_CASE.EDITION, "samr-order-44-2021")
                .set(LISTING_CASE.TRIGGERED_ON, AS_OF.minusDays(40))
                .set(LISTING_CASE.FACT_ID, factId(number, 3))
                .set(LISTING_CASE.RECORD_KEY, "penalty-" + number)
                .set(LISTING_CASE.STATE, "PROPOSED")
                .set(LISTING_CASE.PROPOSED_ON, AS_OF)
                .set(LISTING_CASE.CONDUCT_ZH, "使用非食品原料生产食品，并被责令停产停业")
                .set(LISTING_CASE.CONDUCT_EN, "Food made with non-food materials, with an order to stop business")
                .set(LISTING_CASE.BASIS, "《市场监督管理严重违法失信名单管理办法》第五条")
                .set(LISTING_CASE.PROVISIONAL, true);
    }

    private Query identity(int number, String scheme, String value) {
        return dsl.insertInto(IDENTITY)
                .set(IDENTITY.SCHEME, scheme)
                .set(IDENTITY.IDENTITY_, value)
                .set(IDENTITY.BUSINESS_KEY, (long) number);
    }

    private Query fact(int number, int sequence, String kind, LocalDate day, Map<String, ?> fields) {
        return dsl.insertInto(FACT)
                .set(FACT.BUSINESS_KEY, (long) number)
                .set(FACT.FACT_ID, factId(number, sequence))
                .set(FACT.KIND, kind)
                .set(
                        FACT.LICENCE,
                        Optional.of(kind)
                                .filter("licence"::equals)
                                .map(_ -> licence(number))
                                .orElse(null))
                .set(FACT.OCCURRED_ON, day)
                .set(FACT.KNOWN_ON, day)
                .set(FACT.RECORDED_AT, RECORDED)
                .set(FACT.AS_AT, AS_OF)
                .set(FACT.FEED, "district-profile")
                .set(FACT.RECORD_KEY, kind + "-" + number)
                .set(FACT.RUN_ID, 1L)
                .set(FACT.LINE, number + 1L)
                .set(FACT.CONTENT, FactJson.write(Values.of(fields)));
    }

    private void run(long id, String feed, String file, int businesses, int refused) {
        dsl.insertInto(IMPORT_RUN)
                .set(IMPORT_RUN.RUN_ID, id)
                .set(IMPORT_RUN.FEED, feed)
                .set(IMPORT_RUN.FILE, file)
                .set(IMPORT_RUN.SHA256, "0".repeat(64))
                .set(IMPORT_RUN.AS_AT, AS_OF)
                .set(IMPORT_RUN.STATE, "PUBLISHED")
                .set(IMPORT_RUN.ROWS_READ, (long) businesses + refused)
                .set(IMPORT_RUN.TAKEN, (long) businesses)
                .set(IMPORT_RUN.REFUSED, (long) refused)
                .set(IMPORT_RUN.STARTED_AT, RECORDED.minusMinutes(2))
                .set(IMPORT_RUN.RECORDED_AT, RECORDED.plusNanos(id * 1000))
                .execute();
        for (int entry = 1; entry <= refused; entry++) {
            dsl.insertInto(QUARANTINE)
                    .set(QUARANTINE.RUN_ID, id)
                    .set(QUARANTINE.ENTRY_NO, (long) entry)
                    .set(QUARANTINE.LINE, entry * 17L)
                    .set(QUARANTINE.COLUMN_NAME, "检查日期")
                    .set(QUARANTINE.VALUE, "2026-02-3" + entry % 10)
                    .set(QUARANTINE.REASON, entry % 3 == 0 ? "bad-number" : "bad-date")
                    .set(
                            QUARANTINE.MESSAGE,
                            "The value (2026-02-3%d) is not a day.\nMaybe it is 2026-02-28.".formatted(entry % 10))
                    .execute();
        }
    }

    private static long factId(int number, int sequence) {
        return (1L << 32) + number * 4L + sequence;
    }

    private static String licence(int number) {
        return "JY1320685%07d".formatted(number);
    }

    private static String division(int number) {
        return DIVISIONS.get(number % 3 == 0 ? 6 : number % DIVISIONS.size());
    }

    private static String sector(int number) {
        return SECTORS.get(number % SECTORS.size());
    }

    private static BigDecimal points(int steps) {
        return new BigDecimal(steps * 5);
    }
}
