package dev.assay.store.review;

import dev.assay.core.identity.Identity;

/** A person's answer to the question whose record it is. */
public sealed interface Answer {

    /**
     * The word for it in the store and in the API.
     *
     * @return the word
     */
    String code();

    /**
     * It is this business's.
     *
     * @param identity an identity of the business
     */
    record OfBusiness(Identity identity) implements Answer {

        /** The word for it. */
        public static final String CODE = "BUSINESS";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It is none of these; its business is added. */
    record OfNewBusiness() implements Answer {

        /** The word for it. */
        public static final String CODE = "NEW";

        @Override
        public String code() {
            return CODE;
        }
    }

    /** It is nobody's; the record is left out. */
    record OfNobody() implements Answer {

        /** The word for it. */
        public static final String CODE = "OUT";

        @Override
        public String code() {
            return CODE;
        }
    }
}
