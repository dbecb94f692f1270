package dev.assay.api;

import dev.assay.api.cli.AssayCommand;

/** The entry of the packaged application: every way in begins as a command. */
public final class Assay {

    private Assay() {}

    /**
     * Runs a command and ends the process with its exit status.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(AssayCommand.execute(arguments));
    }
}
