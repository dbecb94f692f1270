package dev.assay.api.problem;

/** What was asked for does not exist, or must not be known to exist by the one who asked. */
public final class NotThere extends RuntimeException {

    /**
     * Names what is not there.
     *
     * @param message what was looked for, with its value, and what to do on a line of its own
     */
    public NotThere(String message) {
        super(message);
    }

    /**
     * A business that no source named.
     *
     * @param identity the identity as asked
     * @return the exception
     */
    public static NotThere business(Object identity) {
        return new NotThere(
                "There is no business (%s).%nMaybe check its code or search by its name.".formatted(identity));
    }

    /**
     * A visit that was not handed out, or is another division's: nobody is told which.
     *
     * @param id its number as asked
     * @return the exception
     */
    public static NotThere visit(Object id) {
        return new NotThere(
                "There is no visit (%s).%nMaybe look for it on the page of visits, or under /v1/visits.".formatted(id));
    }

    /**
     * Ratings that do not exist for the viewer.
     *
     * @param model the model as asked
     * @param identity the business
     * @return the exception
     */
    public static NotThere rating(String model, Object identity) {
        return new NotThere(
                "There is no rating of (%s) by the model (%s).%nMaybe see which models rated it under /v1/businesses/%s/ratings."
                        .formatted(identity, model, identity));
    }
}
