package dev.assay.batch.feed;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Spelling;
import java.util.List;

/**
 * The feeds of a configuration.
 *
 * @param files where they are
 */
public record FeedDefinitions(ConfigFiles files) {

    /** Their folder in a configuration. */
    static final String FOLDER = "feeds";

    /**
     * A feed by id.
     *
     * @param id the id
     * @return the feed
     * @throws IllegalArgumentException if there is none
     * @throws dev.assay.model.config.FaultyConfigException if its file has faults
     */
    public FeedDefinition get(String id) {
        ConfigFile file = files.find(FOLDER, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The feed (%s) is not known.%n%s".formatted(id, Spelling.didYouMean(id, ids()))));
        return FeedParser.parse(file, files);
    }

    /**
     * The ids of all feeds.
     *
     * @return them, in order
     */
    public List<String> ids() {
        return files.ids(FOLDER);
    }
}
