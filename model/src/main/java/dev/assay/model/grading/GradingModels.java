package dev.assay.model.grading;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grading models from their text. */
public final class GradingModels {

    private static final String FOLDER = "models";

    private GradingModels() {}

    /**
     * Compiles a model.
     *
     * @param file its whole text, see {@link #whole}
     * @param vocabulary the kinds of fact that it may read
     * @return the model
     * @throws FaultyConfigException if the text has faults, with all of them
     */
    public static GradingModel parse(ConfigFile file, Vocabulary vocabulary) {
        List<Fault> faults = new ArrayList<>();
        Optional<GradingModel> model = parse(file, vocabulary, faults);
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(inOrder(faults));
        }
        return model.orElseThrow();
    }

    /**
     * Compiles a model of the configuration, with the kinds of fact that the configuration declares.
     *
     * @param files where configuration is found
     * @param id the model's id, which is its file's name
     * @return the model
     * @throws IllegalArgumentException if there is no such model
     * @throws FaultyConfigException if its text, or a declared kind of fact, has faults
     */
    public static GradingModel load(ConfigFiles files, String id) {
        return parse(file(files, id), DeclaredKinds.load(files));
    }

    /**
     * The text of a model of the configuration, with the tables and the models that it draws in.
     *
     * @param files where configuration is found
     * @param id the model's id, which is its file's name
     * @return the whole text
     * @throws IllegalArgumentException if there is no such model
     */
    public static ConfigFile file(ConfigFiles files, String id) {
        return files.find(FOLDER, id)
                .map(file -> ModelText.whole(file, files))
                .orElseThrow(() -> new IllegalArgumentException("The model (%s) is not known.%n%s Known models: %s."
                        .formatted(
                                id, Spelling.didYouMean(id, files.ids(FOLDER)), String.join(", ", files.ids(FOLDER)))));
    }

    /**
     * A model's text from elsewhere, with the tables and the models of a configuration that it draws in.
     *
     * @param file the model's text
     * @param files where configuration is found
     * @return the whole text
     */
    public static ConfigFile whole(ConfigFile file, ConfigFiles files) {
        return ModelText.whole(file, files);
    }

    /**
     * Takes a whole text apart.
     *
     * @param whole a model's whole text, see {@link #whole}
     * @return the model's own text under the empty path, then what it draws in by their paths below the configuration's root
     */
    public static Map<String, ConfigFile> texts(ConfigFile whole) {
        ModelText text = ModelText.of(whole);
        Map<String, ConfigFile> texts = new LinkedHashMap<>();
        texts.put("", text.model());
        texts.putAll(text.drawn());
        return texts;
    }

    /**
     * Looks for faults.
     *
     * @param file a model's whole text
     * @param vocabulary the kinds of fact that it may read
     * @return all its faults in the order of the file; if there is none, the first record found that betters its grade by being worse; none if it is
     *     fit for use
     */
    public static List<Fault> check(ConfigFile file, Vocabulary vocabulary) {
        List<Fault> faults = new ArrayList<>();
        Optional<GradingModel> model = parse(file, vocabulary, faults);
        if (faults.isEmpty()) {
            model.flatMap(MonotonicityCheck::find)
                    .ifPresent(found -> faults.add(new Fault(
                            file.name(),
                            1,
                            "monotonicity",
                            "A worse record betters a grade. " + found.describe(),
                            "Maybe count all such facts (exists, count) instead of reading the newest alone.")));
        }
        return inOrder(faults);
    }

    /** A text that is not YAML, or has no keys at all, has that one fault. */
    private static Optional<GradingModel> parse(ConfigFile file, Vocabulary vocabulary, List<Fault> faults) {
        return compile(file, vocabulary, faults, List.of());
    }

    /** Compiles a whole text, for a model that is named by those of a path of models. */
    static Optional<GradingModel> compile(
            ConfigFile whole, Vocabulary vocabulary, List<Fault> faults, List<String> namedBy) {
        ModelText text = ModelText.of(whole);
        YamlMap top = YamlMap.parse(text.model(), faults);
        if (top.keys().isEmpty() && !faults.isEmpty()) {
            return Optional.empty();
        }
        GradingModel model = new ModelParser(top, text, vocabulary, faults, namedBy).model(whole.sha256());
        top.refuseUnreadKeys();
        return Optional.of(model);
    }

    private static List<Fault> inOrder(List<Fault> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .distinct()
                .toList();
    }
}
