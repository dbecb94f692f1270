package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A regulator tries a change of a model out in the console. */
@WithSampleServer
class ModelPagesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COVERED = Pattern.compile("Who would move: ([\\d,]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SampleServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    ModelPagesIT(SampleServer server) {
        this.server = server;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String login = "regulator:" + SampleServer.PASSWORD;
        return HttpRequest.newBuilder(URI.create(server.address(path)))
                .header("Accept-Language", "en")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> simulate(String model, String text) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/models/" + model).body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + encoded(token.group(1)) + "&as-of=2026-11-22&text=" + encoded(text);
        return client.send(
                request("/models/" + model + "/simulations")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String model() {
        return GradingModels.file(ConfigFiles.packaged(), "uk-fhrs").content();
    }

    @Test
    void a_draft_with_faults_is_given_back_with_every_fault_and_the_text_as_written() throws Exception {
        HttpResponse<String> answer = simulate("uk-fhrs", model().replace("scope: business", "scope: busines"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Not simulated: 1 faults", "scope: busines\n", "busines");
    }

    @Test
    void a_draft_of_another_scope_is_not_compared() throws Exception {
        HttpResponse<String> answer = simulate("uk-fhrs", model().replace("scope: business", "scope: licence"));

        assertThat(answer.body()).contains("cannot be compared");
    }

    @Test
    void a_draft_is_simulated_and_the_page_tells_changes_matrix_shifts_and_every_move() throws Exception {
        // The register's businesses are no British establishments, so the draft covers all of them anew.
        HttpResponse<String> begun = simulate(
                "uk-fhrs",
                model().replace("identities: [fhrs]", "identities: [sample]").replace("\n", "\r\n"));

        assertThat(begun.statusCode()).isEqualTo(200);
        String path = begun.uri().getPath();
        assertThat(path).startsWith("/simulations/");
        String page = finished(path);
        assertThat(page)
                .contains(
                        "The model, schemes of identities: no longer fhrs; now also sample",
                        "What changes in the model (1)",
                        "Not covered",
                        "Who goes where",
                        "Shift of distributions (PSI)")
                .doesNotContain("??");
        Matcher moves = COVERED.matcher(page);
        assertThat(moves.find()).isTrue();
        long moved = Long.parseLong(moves.group(1).replace(",", ""));
        assertThat(moved).isPositive();
        String csv = get(path + "/moves.csv").body();
        assertThat(csv.lines().count()).isEqualTo(1 + moved);
        assertThat(get(path + "?before=5").body()).contains("Who would move: 0", "Nobody would move.");
        assertThat(get(path + "?before=NOT_COVERED").body()).contains("Who would move: " + moves.group(1));
        assertThat(get("/models").body()).contains(path, "regulator", "Done", "in force");
        assertThat(get(path + "?lang=zh").body()).contains("会变化的对象").doesNotContain("??");
    }

    private String finished(String path) throws IOException, InterruptedException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += 200) {
            String page = get(path).body();
            if (!page.contains("hx-trigger=\"every 1s\"")) {
                return page;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The simulation is still running after " + PATIENCE);
    }

    @Test
    void a_simulation_that_is_not_there_is_told_so() throws Exception {
        assertThat(get("/simulations/4711").statusCode()).isEqualTo(404);
        assertThat(get("/simulations/4711/moves.csv").statusCode()).isEqualTo(404);
        assertThat(get("/models/no-such-model").statusCode()).isEqualTo(404);
    }
}
