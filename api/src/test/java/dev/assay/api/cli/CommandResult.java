package dev.assay.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command line came to.
 *
 * @param status the exit status
 * @param out the standard output
 * @param err the error output
 */
record CommandResult(int status, String out, String err) {

    /** Runs a command line in this process. */
    static CommandResult of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = AssayCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int status = command.execute(arguments);
        return new CommandResult(status, out.toString(), err.toString());
    }

    /** The errors without the notes of what is going on, which end in three points. */
    List<String> errors() {
        return err.lines().filter(line -> !line.endsWith(" ...")).toList();
    }
}
