package dev.assay.api.cli;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
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

    /**
     * Reads a model that a command line names by its file or by its id.
     *
     * @throws IllegalArgumentException if there is neither such a file nor such a model
     */
    static ConfigFile model(String name, ConfigFiles config) {
        Path file = Path.of(name);
        return Files.exists(file) || name.endsWith(".yaml")
                ? GradingModels.whole(read(file), config)
                : GradingModels.file(config, name);
    }
}
