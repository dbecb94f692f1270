package dev.assay.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The data directory of a sandbox. A mark in it says so to every command that serves it, so that made-up data are never served as real ones. */
final class Sandbox {

    private static final String MARK = "sandbox.txt";
    private static final String WORDS = """
            本目录的全部数据均为程序虚构（沙箱）。
            All data in this directory were made up by a program, for the sandbox.
            """;

    private Sandbox() {}

    static boolean is(Path data) {
        return Files.exists(data.resolve(MARK));
    }

    /**
     * Makes a directory that of a sandbox, or finds that it is one.
     *
     * @param lastDay the last day of its made-up history, where it is new
     * @return the last day of its history
     * @throws IllegalArgumentException if there is anything else in it
     */
    static LocalDate claim(Path data, LocalDate lastDay) {
        Path mark = data.resolve(MARK);
        try {
            if (is(data)) {
                return lastDay(data);
            }
            if (Files.exists(data)) {
                try (var inside = Files.list(data)) {
                    // A log may be of the attempt before.
                    if (inside.anyMatch(one -> !one.endsWith("logs"))) {
                        throw new IllegalArgumentException(
                                "The directory (%s) holds something, and is not that of a sandbox.%nMaybe name an empty one, such as --data sandbox."
                                        .formatted(data));
                    }
                }
            }
            Files.createDirectories(data);
            Files.writeString(mark, lastDay + System.lineSeparator() + WORDS);
            return lastDay;
        } catch (IOException e) {
            throw unusable(data, e);
        }
    }

    /** The last day of the made-up history of a sandbox. */
    static LocalDate lastDay(Path data) {
        try {
            return LocalDate.parse(Files.readAllLines(data.resolve(MARK)).getFirst());
        } catch (IOException | DateTimeParseException e) {
            throw unusable(data, e);
        }
    }

    private static IllegalArgumentException unusable(Path data, Exception why) {
        return new IllegalArgumentException(
                "The directory (%s) of the sandbox cannot be used: %s%nMaybe check that it is writable, or begin in an empty one."
                        .formatted(data, why.getMessage()),
                why);
    }
}
