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
        int status = AssayCommand.execute(arguments);
        System.out.flush();
        System.err.flush();
        if (isEnding()) {
            // After Ctrl-C the virtual machine is on its way out with a status of its own, and exit would wait for it
            // for ever.
            Runtime.getRuntime().halt(status);
        }
        System.exit(status);
    }

    private static boolean isEnding() {
        try {
            Thread probe = new Thread();
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
