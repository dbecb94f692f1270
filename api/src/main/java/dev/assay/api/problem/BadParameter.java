package dev.assay.api.problem;

/** A parameter of a request cannot be used. */
public final class BadParameter extends RuntimeException {

    private final String parameter;

    /**
     * Names the parameter.
     *
     * @param parameter its name
     * @param message what is wrong with its value, and what to do on a line of its own
     */
    public BadParameter(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /**
     * The parameter.
     *
     * @return its name
     */
    public String parameter() {
        return parameter;
    }
}
