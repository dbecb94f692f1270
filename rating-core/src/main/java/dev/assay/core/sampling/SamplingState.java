package dev.assay.core.sampling;

import dev.assay.core.text.Bilingual;
import java.time.LocalDate;
import java.util.Locale;

/** Where the procedure after a failed sample stands. Each state knows the day on which it began. */
public sealed interface SamplingState {

    /**
     * The day on which the state began.
     *
     * @return the day
     */
    LocalDate on();

    /**
     * The laboratory reported the failure; the business does not have the result yet.
     *
     * @param on the day of the report
     */
    record Reported(LocalDate on) implements SamplingState {}

    /**
     * The business has the result and can still apply for a re-test or object.
     *
     * @param on the day of service
     * @param until the last day on which it can
     */
    record Served(LocalDate on, LocalDate until) implements SamplingState {}

    /**
     * A re-test is under way.
     *
     * @param on the day of the application
     */
    record Retest(LocalDate on) implements SamplingState {}

    /**
     * An objection to the sample or to the method is being examined.
     *
     * @param on the day of the objection
     */
    record Objection(LocalDate on) implements SamplingState {}

    /**
     * The failure is certain.
     *
     * @param on the day on which it became so
     * @param ground by what
     */
    record Confirmed(LocalDate on, Ground ground) implements SamplingState {}

    /**
     * The failure does not hold. It never counts.
     *
     * @param on the day of the decision
     */
    record Overturned(LocalDate on) implements SamplingState {}

    /**
     * The authority has dealt with the confirmed failure.
     *
     * @param on the day on which it had
     */
    record Disposed(LocalDate on) implements SamplingState {}

    /** By what a failure became certain. */
    enum Ground {
        /** The re-test failed too. */
        RETEST,
        /** The objection was rejected. */
        OBJECTION,
        /** The business accepted the result. */
        ACCEPTED,
        /** Nobody applied in time. */
        LAPSE
    }

    /**
     * The state's name for models and files.
     *
     * @return such as {@code confirmed}
     */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * The state's name for people.
     *
     * @return the name
     */
    default Bilingual title() {
        return switch (this) {
            case Reported _ -> Bilingual.of("已报告", "Reported");
            case Served _ -> Bilingual.of("已送达", "Served");
            case Retest _ -> Bilingual.of("复检中", "Re-test under way");
            case Objection _ -> Bilingual.of("异议审核中", "Objection under examination");
            case Confirmed confirmed ->
                switch (confirmed.ground()) {
                    case RETEST -> Bilingual.of("已确认（复检不合格）", "Confirmed by the re-test");
                    case OBJECTION -> Bilingual.of("已确认（异议不成立）", "Confirmed, the objection was rejected");
                    case ACCEPTED -> Bilingual.of("已确认", "Confirmed");
                    case LAPSE -> Bilingual.of("已确认（逾期未申请复检或提出异议）", "Confirmed, nobody applied in time");
                };
            case Overturned _ -> Bilingual.of("已推翻", "Overturned");
            case Disposed _ -> Bilingual.of("已核查处置", "Disposed of");
        };
    }
}
