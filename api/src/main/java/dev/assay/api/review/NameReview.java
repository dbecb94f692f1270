package dev.assay.api.review;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.store.intake.NameAnswers;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.review.Answer;
import dev.assay.store.review.NameQuestion;
import dev.assay.store.review.NameQuestions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a regulator's answer to the question whose record it is into the store, and its undoing. */
@Component
public class NameReview {

    private final NameQuestions questions;
    private final NameAnswers answers;
    private final BusinessRegister register;
    private final AuthorityClock clock;

    NameReview(NameQuestions questions, NameAnswers answers, BusinessRegister register, AuthorityClock clock) {
        this.register = register;
        this.questions = questions;
        this.answers = answers;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        /** It stands. */
        DONE,
        /** An answer stands already; or, when undoing, none does. */
        OVERTAKEN,
        /** The business is not known, or is none that can be read. */
        NO_SUCH_BUSINESS,
        /** A file is being taken in. */
        BUSY,
        /** The reason is blank or too long, or the answer is none of the three. */
        REFUSED
    }

    /**
     * A question by number.
     *
     * @param id the number
     * @return the question
     * @throws NotThere if there is none
     */
    public NameQuestion get(long id) {
        return questions
                .find(id)
                .orElseThrow(() -> new NotThere(
                        "There is no question (%d).%nMaybe look for it on the page of questions.".formatted(id)));
    }

    /**
     * Answers a question.
     *
     * @param id the question's number
     * @param answer {@code BUSINESS}, {@code NEW} or {@code OUT}
     * @param business the business, SCHEME:VALUE, with {@code BUSINESS}; else not read
     * @param viewer who decides
     * @param reason why
     * @return what became of it
     */
    public Outcome answer(long id, String answer, @Nullable String business, Viewer viewer, String reason) {
        get(id);
        Optional<Decision> decision = decision(viewer, reason);
        return switch (answer) {
            case Answer.OfBusiness.CODE -> {
                Optional<Identity> identity = identity(business);
                yield identity.isEmpty() || !mayActFor(viewer, identity.get())
                        ? Outcome.NO_SUCH_BUSINESS
                        : answer(id, new Answer.OfBusiness(identity.get()), decision);
            }
            case Answer.OfNewBusiness.CODE -> answer(id, new Answer.OfNewBusiness(), decision);
            case Answer.OfNobody.CODE -> answer(id, new Answer.OfNobody(), decision);
            default -> Outcome.REFUSED;
        };
    }

    private boolean mayActFor(Viewer viewer, Identity business) {
        return viewer.scope().isEverywhere()
                || register.find(business)
                        .filter(known -> viewer.mayActFor(known.division()))
                        .isPresent();
    }

    private Outcome answer(long id, Answer answer, Optional<Decision> decision) {
        return decision.map(made -> outcome(answers.answer(id, answer, made))).orElse(Outcome.REFUSED);
    }

    /**
     * Undoes the answer that stands.
     *
     * @param id the question's number
     * @param viewer who undoes it
     * @param reason why
     * @return what became of it
     */
    public Outcome undo(long id, Viewer viewer, String reason) {
        get(id);
        return decision(viewer, reason)
                .map(made -> outcome(answers.undo(id, made)))
                .orElse(Outcome.REFUSED);
    }

    private Optional<Decision> decision(Viewer viewer, String reason) {
        try {
            return Optional.of(new Decision(viewer.name(), clock.now(), clock.today(), reason));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Identity> identity(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Identity.parse(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Outcome outcome(NameAnswers.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Outcome.DONE;
            case OVERTAKEN -> Outcome.OVERTAKEN;
            case NO_SUCH_BUSINESS -> Outcome.NO_SUCH_BUSINESS;
            case BUSY -> Outcome.BUSY;
            case NO_SUCH_QUESTION -> Outcome.OVERTAKEN;
        };
    }
}
