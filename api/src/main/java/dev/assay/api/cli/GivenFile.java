package dev.assay.api.cli;

import dev.assay.model.config.ConfigFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration file that a command line names. */
final class GivenFile {

    private GivenFile() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it cannot be read or is no UTF-8 text
     */
    static ConfigFile read(Path file) {
        try {
            return new ConfigFile(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "The file (%s) is not UTF-8 text.%nMaybe save it as UTF-8.".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The file (%s) cannot be read.%nMaybe check the path and its permissions.".formatted(file), e);
        }
    }
}
