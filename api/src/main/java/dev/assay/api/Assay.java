package dev.assay.api;

/** The entry of the packaged application. */
public final class Assay {

    private Assay() {}

    /**
     * Runs a command.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(2);
    }
}
