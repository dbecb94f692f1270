package dev.assay.api.cli;

import dev.assay.model.comparison.Change;
import dev.assay.model.comparison.ModelComparison;
import dev.assay.model.config.ConfigFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {"Says in words what changes from one model to another.", "用文字说明两个模型之间的变化。"})
final class ModelDiffCommand extends WithOptions {

    @Mixin
    private final FormatOption format = new FormatOption();

    @Parameters(index = "0", paramLabel = "A", description = "The model of before: a file, or a model's id.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String before;

    @Parameters(index = "1", paramLabel = "B", description = "The model of after: a file, or a model's id.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command line without it
    private String after;

    @Override
    public Integer call() {
        ConfigFile one = GivenFile.model(before, options().configFiles());
        ConfigFile other = GivenFile.model(after, options().configFiles());
        List<Change> changes = ModelComparison.between(one, other);
        if (format.format() == FormatOption.Format.JSON) {
            console().line(json(one, other, changes));
        } else {
            console().say("%s → %s：%d 处变化", "%s → %s: %d changes", one.name(), other.name(), changes.size());
            changes.forEach(
                    change -> console().line("  " + change.text().in(console().language())));
        }
        return ExitStatus.DONE;
    }

    private static String json(ConfigFile one, ConfigFile other, List<Change> changes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("before", one.name());
        document.put("after", other.name());
        document.put("same", changes.isEmpty());
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Change change : changes) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("part", change.part().key());
            entry.put("kind", change.kind().name());
            entry.put("path", change.path());
            entry.put("before", change.before());
            entry.put("after", change.after());
            entry.put("text", change.text());
            entries.add(entry);
        }
        document.put("changes", entries);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }
}
