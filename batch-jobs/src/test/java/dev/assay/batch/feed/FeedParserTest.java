package dev.assay.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    private static final String SMALL = """
            feed: small
            title: {zh: 小, en: Small}
            format: {type: csv, encoding: utf-8}
            state: delta
            columns: [code, name, day]
            business:
              - {scheme: uscc, column: code, check: uscc, creates: true}
            facts:
              - kind: business
                key: [code]
                occurred_on: {column: day}
                fields: {name: name}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fhrs",
                "district-licence",
                "district-penalty",
                "district-sampling",
                "district-inspection",
                "district-profile"
            })
    void every_packaged_feed_is_without_fault_and_bears_the_name_of_its_file(String id) {
        assertThat(new FeedDefinitions(ConfigFiles.packaged()).get(id).id()).isEqualTo(id);
    }

    @Test
    void columns_become_places() {
        FeedDefinition feed = FeedParser.parse(new ConfigFile("small.yaml", SMALL));
        assertThat(feed.columns()).extracting(Column::name).containsExactly("code", "name", "day");
        assertThat(feed.facts().getFirst().fields().getFirst().source()).isEqualTo(new CellSource.Cell(1));
        assertThat(feed.history()).isFalse();
    }

    @Test
    void all_faults_are_told_at_once_with_line_and_remedy() {
        String faulty = SMALL.replace("{column: day}", "{column: dya}")
                .replace("{name: name}", "{nmae: name}")
                .replace("state: delta", "stat: delta");
        assertThatThrownBy(() -> FeedParser.parse(new ConfigFile("small.yaml", faulty)))
                .isInstanceOfSatisfying(FaultyConfigException.class, refused -> {
                    List<Fault> faults = refused.faults();
                    assertThat(faults)
                            .extracting(Fault::message)
                            .anySatisfy(m -> assertThat(m).contains("(dya)"));
                    assertThat(faults)
                            .extracting(Fault::message)
                            .anySatisfy(m -> assertThat(m).contains("(nmae)"));
                    assertThat(faults)
                            .extracting(Fault::message)
                            .anySatisfy(m -> assertThat(m).contains("(stat)"));
                    assertThat(faults)
                            .filteredOn(f -> f.message().contains("(dya)"))
                            .extracting(Fault::line, Fault::remedy)
                            .containsExactly(org.assertj.core.groups.Tuple.tuple(11, "Did you mean (day)?"));
                });
    }

    @Test
    void the_id_of_what_persons_enter_is_no_files() {
        String named = SMALL.replace("feed: small", "feed: by-hand");
        assertThatThrownBy(() -> FeedParser.parse(new ConfigFile("by-hand.yaml", named)))
                .isInstanceOf(FaultyConfigException.class)
                .hasMessageContaining("(by-hand)");
    }

    @Test
    void an_unknown_feed_is_told_with_the_nearest_known() {
        FeedDefinitions feeds = new FeedDefinitions(ConfigFiles.packaged());
        assertThatThrownBy(() -> feeds.get("fhsr"))
                .hasMessageContaining("The feed (fhsr) is not known.")
                .hasMessageContaining("Did you mean (fhrs)?");
    }
}
