package dev.assay.bench;

import dev.assay.api.AssayServer;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.grading.GradingModels;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds the explanation of one business over HTTP against an endpoint of the same server that answers with nothing. */
public final class ExplanationOverHttp {

    private static final int BUSINESSES = 2_000;
    private static final int WARM_UP = 3_000;
    private static final int ASKED = 2_000;
    private static final int HTTP_OK = 200;
    private static final String ID = "explained";

    private ExplanationOverHttp() {}

    /**
     * Runs.
     *
     * @param arguments {@code FOLDER}
     * @throws IOException if the server does not answer
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]).toAbsolutePath().resolve("explanation");
        try (Line line = new Line(data)) {
            new MadeUpRegister(line.database()).fill(BUSINESSES);
            ConfigFiles config = ConfigFiles.packaged();
            // Under another name and open to everyone, so that no login is measured.
            String text = GradingModels.file(config, "cn-food-risk-2016")
                    .content()
                    .replace("id: cn-food-risk-2016", "id: " + ID)
                    .replace("visibility: internal", "visibility: public");
            GradingModel model =
                    GradingModels.parse(new ConfigFile("models/" + ID + ".yaml", text), DeclaredKinds.load(config));
            line.rate(model, text, MadeUpFiles.AS_OF, true);
            try (ConfigurableApplicationContext server = server(data)) {
                measure("http://127.0.0.1:"
                        + server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            }
        }
    }

    private static ConfigurableApplicationContext server(Path data) {
        return new SpringApplicationBuilder(AssayServer.class, Nothing.class)
                .properties(Map.of(
                        "assay.data-dir",
                        data.toString(),
                        "server.port",
                        0,
                        "assay.access.limits.anonymous",
                        0,
                        "logging.threshold.console",
                        System.getProperty("assay.bench.log", "OFF")))
                .run();
    }

    private static void measure(String server) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < WARM_UP; i++) {
                ask(client, explanation(server, i));
                ask(client, server + Nothing.PATH);
            }
            long[] explained = new long[ASKED];
            long[] nothing = new long[ASKED];
            for (int i = 0; i < ASKED; i++) {
                nothing[i] = ask(client, server + Nothing.PATH);
                explained[i] = ask(client, explanation(server, i));
            }
            print("explanation of one business, ms, median", median(explained));
            print("an endpoint that answers with nothing, ms, median", median(nothing));
            print("ratio (limit 5)", median(explained) / median(nothing));
        }
    }

    private static String explanation(String server, int i) {
        return server + "/v1/businesses/" + MadeUpFiles.business(1 + i % BUSINESSES) + "/ratings/" + ID
                + "/explanation";
    }

    private static long ask(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/json")
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long end = System.nanoTime();
        if (answer.statusCode() != HTTP_OK) {
            throw new IllegalStateException("%s answers %d.".formatted(address, answer.statusCode()));
        }
        return end - start;
    }

    private static double median(long[] nanoseconds) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-55s %10.3f%n", what, value);
    }

    /** What HTTP itself costs, with the same filters before it. */
    @RestController
    static class Nothing {

        static final String PATH = "/v1/businesses/nothing/ratings";

        @GetMapping(PATH)
        String nothing() {
            return "";
        }
    }
}
