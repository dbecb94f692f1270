package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.adoption.ModelInUse;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.testing.SampleRegister;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A regulator drafts a version of a model, and an approver puts it in force, in the console. */
@WithSampleServer
class LifeOfModelsIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate TODAY = new AuthorityClock(InstantSource.system()).today();

    private final SampleServer server;

    LifeOfModelsIT(SampleServer server) {
        this.server = server;
    }

    /** Someone's browser. */
    private final class Browser {
        private final String account;
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Browser(String account) {
            this.account = account;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String path) {
            String login = account + ":" + SampleServer.PASSWORD;
            return HttpRequest.newBuilder(URI.create(server.address(path)))
                    .header("Accept-Language", "en")
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }

        /** Fills a form of a page in, with what the page itself has hidden in it. */
        HttpResponse<String> submit(String page, String action, Map<String, String> fields)
                throws IOException, InterruptedException {
            String html = get(page).body();
            Matcher token = TOKEN.matcher(html);
            assertThat(token.find()).as("a form on " + page).isTrue();
            Matcher revision = REVISION.matcher(html);
            String form = fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&"))
                    + "&_csrf=" + encoded(token.group(1))
                    + (revision.find() ? "&revision=" + revision.group(1) : "");
            return client.send(
                    request(action)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String id) {
        return GradingModels.file(ConfigFiles.packaged(), "uk-fhrs")
                .content()
                .replace("id: uk-fhrs", "id: " + id)
                .replace("identities: [fhrs]", "identities: [sample]")
                .replace("\n", "\r\n");
    }

    private String drafted(Browser regulator, String id) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                regulator.submit("/models/uk-fhrs", "/models/uk-fhrs/versions", Map.of("text", text(id)));
        assertThat(answer.uri().getPath()).matches("/models/%s/versions/\\d+".formatted(id));
        assertThat(answer.body()).contains("The draft is saved.", "Draft").doesNotContain("??");
        return answer.uri().getPath();
    }

    private String simulated(Browser regulator, String id) throws IOException, InterruptedException {
        String page = drafted(regulator, id);
        assertThat(regulator.submit(page, page + "/check", Map.of()).body()).contains("No faults were found.");
        HttpResponse<String> begun = regulator.submit(page, page + "/simulate", Map.of("as-of", TODAY.toString()));
        assertThat(begun.uri().getPath()).startsWith("/simulations/");
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += 200) {
            if (regulator.get(page).body().contains("What the simulation found")) {
                return page;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The simulation is still running after " + PATIENCE);
    }

    @Test
    void a_version_is_drafted_checked_simulated_approved_by_a_second_person_and_in_force_from_its_day()
            throws Exception {
        Browser regulator = new Browser("regulator");
        Browser approver = new Browser("approver");
        String page = simulated(regulator, "life-one");

        assertThat(regulator.get(page).body())
                .contains("You wrote this version", "Nothing stands under this id yet")
                .doesNotContain("??");
        HttpResponse<String> approved = approver.submit(
                page, page + "/approve", Map.of("from", TODAY.plusDays(1).toString(), "reason", "weighed"));

        assertThat(approved.body())
                .contains("Approved. It rates from its first day on.", "weighed", "This text cannot change any more")
                .doesNotContain("??");
        ModelsInUse inUse = server.bean("modelsInUse", ModelsInUse.class);
        assertThat(inUse.on(TODAY)).extracting(ModelInUse::model).doesNotContain("life-one");
        assertThat(inUse.on(TODAY.plusDays(1))).extracting(ModelInUse::model).contains("life-one");
        assertThat(inUse.text("life-one", TODAY.plusDays(1)).content())
                .as("a text does not depend on the line ends of a browser")
                .doesNotContain("\r");

        HttpResponse<String> retired = approver.submit(
                page, page + "/retire", Map.of("last-day", TODAY.plusDays(5).toString(), "reason", "replaced"));
        assertThat(retired.body()).contains("Taken out of force after that day.", "replaced");
        assertThat(inUse.retiredOn(TODAY.plusDays(6))).contains("life-one");
        assertThat(approver.get("/audit?lang=zh").body())
                .contains("链条完整", "批准", "停用")
                .doesNotContain("??");
        assertThat(server.bean("auditLog", AuditLog.class).verify(null).broken())
                .isEmpty();
    }

    @Test
    void whoever_wrote_a_version_cannot_approve_it_and_a_regulator_cannot_approve_at_all() throws Exception {
        Browser regulator = new Browser("regulator");
        Browser approver = new Browser("approver");
        String page = simulated(approver, "life-two");
        Map<String, String> decision = Map.of("from", TODAY.plusDays(1).toString(), "reason", "weighed");

        assertThat(approver.submit(page, page + "/approve", decision).body())
                .contains("Whoever wrote a word of this version cannot decide on it.");
        assertThat(regulator.submit(page, page + "/approve", decision).statusCode())
                .isEqualTo(403);
        assertThat(server.bean("modelVersions", ModelVersions.class).findDeciding("life-two", TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void what_cannot_be_done_is_told_with_the_reason() throws Exception {
        Browser regulator = new Browser("regulator");
        Browser approver = new Browser("approver");
        String page = simulated(regulator, "life-three");

        assertThat(approver.submit(
                                page,
                                page + "/approve",
                                Map.of("from", TODAY.minusDays(1).toString(), "reason", "weighed"))
                        .body())
                .contains("the day has passed");
        assertThat(approver.submit(page, page + "/approve", Map.of("from", TODAY.toString(), "reason", " "))
                        .body())
                .contains("give a reason");
        assertThat(approver.submit(page, page + "/give-back", Map.of("reason", "the law is missing"))
                        .body())
                .contains("Given back to the authors.", "the law is missing", "Draft");
        assertThat(approver.submit(page, page + "/approve", Map.of("from", TODAY.toString(), "reason", "weighed"))
                        .body())
                .contains("the version does not stand where this step begins");
        String faulty = text("life-three").replace("scope: business", "scope: busines");
        assertThat(regulator
                        .submit(page, page + "/edit", Map.of("text", faulty))
                        .body())
                .contains("The text is saved.");
        assertThat(regulator.submit(page, page + "/check", Map.of()).body())
                .contains("Not checked: the text has faults.", "busines", "scope");
        assertThat(regulator
                        .submit(page, page + "/drop", Map.of("reason", "not wanted any more"))
                        .body())
                .contains("The version is given up.", "not wanted any more");
    }

    @Test
    void a_text_that_names_no_model_is_given_back_as_it_was_written() throws Exception {
        Browser regulator = new Browser("regulator");

        HttpResponse<String> answer = regulator.submit(
                "/models/uk-fhrs", "/models/uk-fhrs/versions", Map.of("text", "title: of nothing in particular"));

        assertThat(answer.uri().getPath()).isEqualTo("/models/uk-fhrs");
        assertThat(answer.body())
                .contains("names no model", "of nothing in particular")
                .doesNotContain("??");
    }

    @Test
    void a_version_on_trial_is_not_edited_until_the_trial_ends() throws Exception {
        Browser regulator = new Browser("regulator");
        String page = simulated(regulator, "life-four");

        assertThat(regulator
                        .submit(
                                page,
                                page + "/trial",
                                Map.of(
                                        "from", TODAY.toString(),
                                        "until", TODAY.plusMonths(3).toString()))
                        .body())
                .contains("It rates on trial in that time.", "Rates on trial from " + TODAY)
                .doesNotContain("??");
        assertThat(regulator
                        .submit(page, page + "/edit", Map.of("text", text("life-four")))
                        .body())
                .contains("Not saved: the version is on trial.");
        assertThat(server.bean("modelsInUse", ModelsInUse.class).onTrial(TODAY))
                .extracting(version -> Objects.requireNonNull(version.version()).model())
                .contains("life-four");
        assertThat(regulator.submit(page, page + "/end-trial", Map.of()).body()).contains("The trial is ended");
        assertThat(regulator.get("/models").body()).contains("life-four", "Simulated, waits for approval");
    }

    @Test
    void pages_of_what_is_held_say_so_where_nothing_is() throws Exception {
        Browser regulator = new Browser("regulator");

        assertThat(regulator.get("/held").body()).contains("Nothing is held.").doesNotContain("??");
        assertThat(regulator.get("/held/4711").statusCode()).isEqualTo(404);
        assertThat(regulator.get("/models/uk-fhrs/versions/4711").statusCode()).isEqualTo(404);
    }

    @Test
    void an_approver_sets_a_grade_with_reason_and_last_day_and_a_regulator_cannot() throws Exception {
        Browser approver = new Browser("approver");
        Browser regulator = new Browser("regulator");
        String business = "/businesses/sample:" + SampleRegister.identity(11);
        String page = business + "?model=sample-public";
        Map<String, String> form = Map.of(
                "model", "uk-fhrs",
                "subject", "sample:" + SampleRegister.identity(11),
                "licence", "",
                "grade", "4",
                "until", TODAY.plusMonths(1).toString(),
                "reason", "the findings were set aside",
                "paper", "Decision 12/2026");

        assertThat(regulator.submit(page, business + "/override", form).statusCode())
                .isEqualTo(403);
        Map<String, String> wrong = new HashMap<>(form);
        wrong.put("grade", "9");
        wrong.put("until", TODAY.minusDays(1).toString());
        // The sample has no ratings by uk-fhrs, so that the way back ends nowhere; what was entered tells.
        approver.submit(page, business + "/override", wrong);
        // Other tests set grades of other businesses.
        assertThat(approver.get("/audit").body()).doesNotContain("the findings were set aside");
        approver.submit(page, business + "/override", form);
        assertThat(approver.get("/audit").body()).contains("grade set", "the findings were set aside");
        assertThat(regulator.get(business + "/credit-file").body()).contains("Grade set by a person");
        String fact = """
                {"kind": "grade-override", "occurredOn": "%s", "fields": {"model": "uk-fhrs", "grade": "4", "until": "%s",
                 "reason": "r"}, "reason": "r", "paper": "p"}
                """.formatted(TODAY, TODAY);
        assertThat(new Caller(server, "regulator")
                        .post("/v1/businesses/sample:" + SampleRegister.identity(11) + "/facts", fact)
                        .body())
                .contains("Only an approver");
    }
}
