package dev.assay.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox that platforms try the API on. */
class SandboxIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringWriter told = new StringWriter();

    @AfterEach
    void awaitEnd() throws InterruptedException {
        DataDirectory.awaitUnused(folder.resolve("sandbox"));
    }

    private SandboxCommand command(Path data) {
        SandboxCommand command = new SandboxCommand();
        new CommandLine(command)
                .setOut(new PrintWriter(told, true))
                .parseArgs("--data", data.toString(), "--businesses", "60", "--port", "0", "--lang", "en");
        return command;
    }

    private static URI address(ConfigurableApplicationContext server, String path) {
        return URI.create("http://localhost:" + server.getEnvironment().getProperty("local.server.port") + path);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext server, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(server, path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String marked(HttpResponse<String> answer) {
        return answer.headers().firstValue("Assay-Sandbox").orElse("");
    }

    @Test
    void a_platform_reads_made_up_grades_with_the_secret_that_was_shown_and_every_answer_says_so() throws Exception {
        Path data = folder.resolve("sandbox");
        Matcher program;
        try (ConfigurableApplicationContext server = command(data).start()) {
            program = Pattern.compile("sandbox platform 1\\s+(\\S+) (\\S+)").matcher(told.toString());
            assertThat(program.find()).isTrue();
            HttpResponse<String> token = token(server, program.group(1), program.group(2));
            assertThat(token.statusCode()).isEqualTo(200);
            String bearer =
                    new JsonMapper().readTree(token.body()).get("access_token").asString();
            HttpResponse<String> changes =
                    get(server, "/v1/changes?chain=public&after=0", "Authorization", "Bearer " + bearer);
            assertThat(changes.statusCode()).isEqualTo(200);
            assertThat(changes.body()).contains("\"kind\":\"penalty\"", "（样例）");
            assertThat(marked(changes)).isEqualTo("made-up data");

            assertThat(marked(get(server, "/v1/imports"))).isEqualTo("made-up data");
            assertThat(get(server, "/public?lang=en").body()).contains("Sandbox: every business");
            assertThat(get(server, "/api-docs").body()).contains("SANDBOX: all data are made up.");
        }
        DataDirectory.awaitUnused(data);
        told.getBuffer().setLength(0);
        // The day after: the district went on, and the secrets stay good and are shown no more.
        SandboxCommand next = command(data);
        next.options().clock = Clock.offset(next.options().clock, Duration.ofDays(1));
        try (ConfigurableApplicationContext server = next.start()) {
            // Inspections of the days before are the same, and of the new day there are a few at most.
            assertThat(told.toString())
                    .containsPattern(
                            "district-inspection-.*: read [0-9,]+ = taken [0-9]{1,2} \\+ unchanged [0-9]*,?[0-9]{3} ")
                    .doesNotContain("sandbox platform 1");
            assertThat(token(server, program.group(1), program.group(2)).statusCode())
                    .isEqualTo(200);
        }
        DataDirectory.awaitUnused(data);
        // Another command on the same directory says what it is, too.
        SharedOptions options = new SharedOptions();
        options.data = data;
        try (ConfigurableApplicationContext server = Serving.start(options, 0, true, Map.of())) {
            assertThat(marked(get(server, "/public"))).isEqualTo("made-up data");
        }
    }

    private HttpResponse<String> token(ConfigurableApplicationContext server, String id, String secret)
            throws Exception {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(address(server, "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void a_directory_with_anything_else_in_it_never_becomes_that_of_a_sandbox() throws Exception {
        Path data = Files.createDirectories(folder.resolve("real"));
        Files.writeString(data.resolve("something"), "");
        assertThatThrownBy(() -> command(data).start()).hasMessageContaining("is not that of a sandbox");
        assertThat(Sandbox.is(data)).isFalse();
    }
}
