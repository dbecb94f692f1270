package dev.assay.batch.matching;

import java.util.List;
import java.util.Optional;

/** The answer to the question whose record it is. */
public sealed interface Resolution {

    /** The answer in one word, as lists show it. */
    enum Decision {
        /** It is the proposed business. */
        MATCH,
        /** It may be the proposed business: a person decides. */
        REVIEW,
        /** It is none that the register knows. */
        NONE
    }

    /**
     * The answer in one word.
     *
     * @return the word
     */
    Decision decision();

    /**
     * The business that it is, or that it most likely is.
     *
     * @return it; empty where it is none
     */
    Optional<Scored> proposed();

    /**
     * A candidate with its score.
     *
     * @param candidate the candidate
     * @param score how like it is, and why
     */
    record Scored(Candidate candidate, MatchScore score) {}

    /** On what an answer rests, in the order in which it is tried. */
    enum Evidence {
        /** An identity of any scheme but the next two. */
        IDENTITY,
        /** The number of a food licence. */
        LICENCE,
        /** A registration number of before the unified code. */
        REGISTRATION_NUMBER,
        /** The name, with division and address where they are given. */
        NAME
    }

    /** Why a person has to decide. */
    enum Doubt {
        /** The best candidate is like, but not like enough. */
        NOT_SURE,
        /** Several candidates are about equally like. */
        AMBIGUOUS,
        /** The identities belong to different businesses. */
        IDENTITIES_DISAGREE
    }

    /**
     * It is this business.
     *
     * @param business the business; the score is 1, without parts, where an identity says so
     * @param evidence on what it rests
     */
    record Matched(Scored business, Evidence evidence) implements Resolution {
        @Override
        public Decision decision() {
            return Decision.MATCH;
        }

        @Override
        public Optional<Scored> proposed() {
            return Optional.of(business);
        }
    }

    /**
     * A person has to decide.
     *
     * @param candidates the candidates, best first, at least one
     * @param doubt why
     */
    record Review(List<Scored> candidates, Doubt doubt) implements Resolution {
        /** Copies the candidates. */
        public Review {
            candidates = List.copyOf(candidates);
        }

        @Override
        public Decision decision() {
            return Decision.REVIEW;
        }

        @Override
        public Optional<Scored> proposed() {
            return Optional.of(candidates.getFirst());
        }
    }

    /**
     * It is none that the register knows.
     *
     * @param nearest the nearest candidates, best first, all below the threshold of review; empty where nothing was alike at all
     */
    record Unknown(List<Scored> nearest) implements Resolution {
        /** Copies the candidates. */
        public Unknown {
            nearest = List.copyOf(nearest);
        }

        @Override
        public Decision decision() {
            return Decision.NONE;
        }

        @Override
        public Optional<Scored> proposed() {
            return Optional.empty();
        }
    }
}
