package dev.assay.batch.matching;

import java.util.List;

/** The answer to the question whose record it is. */
public sealed interface Resolution {

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
    record Matched(Scored business, Evidence evidence) implements Resolution {}

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
    }
}
