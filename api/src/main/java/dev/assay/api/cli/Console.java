package dev.assay.api.cli;

import dev.assay.core.text.Bilingual;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** What a command prints: results on the standard output, what it is doing on the error output unless told to be quiet. */
record Console(PrintWriter out, PrintWriter err, String language, boolean quiet) {

    static Console of(CommandSpec spec, SharedOptions options) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), options.language(), options.quiet);
    }

    /** A result. */
    void say(String zh, String en, Object... values) {
        out.println(in(zh, en, values));
        out.flush();
    }

    /** A line of a result that needs no translation. */
    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** What is going on; left out where the user wants quiet. */
    void tell(String zh, String en, Object... values) {
        if (!quiet) {
            err.println(in(zh, en, values));
            err.flush();
        }
    }

    String in(String zh, String en, Object... values) {
        return Bilingual.of(zh, en).in(language).formatted(values);
    }
}
