package dev.assay.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern USED =
            Pattern.compile("#\\{([a-zA-Z0-9.]+)[}(]|#messages\\.msg\\('([a-zA-Z0-9.]+[a-zA-Z0-9])'");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_keys_and_the_same_placeholders() {
        Properties zh = messages("zh");
        Properties en = messages("en");

        assertThat(zh.stringPropertyNames()).isNotEmpty().isEqualTo(en.stringPropertyNames());
        for (String key : zh.stringPropertyNames()) {
            assertThat(placeholders(zh.getProperty(key))).as(key).isEqualTo(placeholders(en.getProperty(key)));
            assertThat(zh.getProperty(key)).as(key).isNotBlank();
            assertThat(en.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    void every_text_that_a_page_names_is_there() throws IOException {
        Properties en = messages("en");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.toList()) {
                USED.matcher(Files.readString(page))
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                        .filter(key -> !en.containsKey(key))
                        .forEach(missing::add);
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        String file = "/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(
                java.util.Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
