package dev.assay.model.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where configuration is found: in the application itself, and over it, file by file, in the directory that {@code --config} names.
 * A file of that directory takes the place of the packaged file with the same path.
 */
public final class ConfigFiles {

    private static final String PACKAGED = "classpath*:assay-config/";

    private final @Nullable Path directory;

    private ConfigFiles(@Nullable Path directory) {
        this.directory = directory;
    }

    /**
     * The packaged configuration alone.
     *
     * @return it
     */
    public static ConfigFiles packaged() {
        return new ConfigFiles(null);
    }

    /**
     * The packaged configuration with a directory's files over it.
     *
     * @param directory the directory, with the folders {@code models}, {@code feeds}, {@code kinds}, {@code headers}, {@code measures},
     *     {@code calendars}
     * @return the configuration
     * @throws IllegalArgumentException if there is no such directory
     */
    public static ConfigFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "The configuration directory (%s) is not there.%nMaybe check the path after --config."
                            .formatted(directory));
        }
        return new ConfigFiles(directory);
    }

    /**
     * The YAML files directly in a folder.
     *
     * @param folder such as {@code models}
     * @return them, in name order
     */
    public List<ConfigFile> list(String folder) {
        TreeMap<String, ConfigFile> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources(PACKAGED + folder + "/*.yaml")) {
                String name = folder + "/" + resource.getFilename();
                files.put(name, new ConfigFile(name, resource.getContentAsString(StandardCharsets.UTF_8)));
            }
            if (directory != null && Files.isDirectory(directory.resolve(folder))) {
                try (Stream<Path> paths = Files.list(directory.resolve(folder))) {
                    for (Path path :
                            paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
                        files.put(
                                folder + "/" + path.getFileName(),
                                new ConfigFile(path.toString(), Files.readString(path)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration folder (%s) cannot be read.".formatted(folder), e);
        }
        return List.copyOf(files.values());
    }

    /**
     * One file.
     *
     * @param folder such as {@code feeds}
     * @param id the file's name without {@code .yaml}
     * @return it, or empty if there is none
     */
    public Optional<ConfigFile> find(String folder, String id) {
        String end = "/" + id + ".yaml";
        return list(folder).stream()
                .filter(file -> file.name().replace('\\', '/').endsWith(end))
                .findFirst();
    }

    /**
     * The ids of a folder's files, for messages.
     *
     * @param folder such as {@code feeds}
     * @return the names without {@code .yaml}, in order
     */
    public List<String> ids(String folder) {
        return list(folder).stream()
                .map(file -> Path.of(file.name()).getFileName().toString())
                .map(name -> name.substring(0, name.length() - ".yaml".length()))
                .toList();
    }

    @Override
    public String toString() {
        return directory == null ? "packaged" : Arrays.toString(new Object[] {"packaged", directory});
    }
}
