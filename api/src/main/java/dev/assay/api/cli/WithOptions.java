package dev.assay.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with the shared options; its call answers the exit status. */
abstract class WithOptions implements Callable<Integer> {

    @Mixin
    private final SharedOptions options = new SharedOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    final SharedOptions options() {
        return options;
    }

    final Console console() {
        return Console.of(spec, options);
    }
}
