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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jooq.impl.DSL;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Holds the ratings of one business over HTTP, and a conditional request for them that is answered with 304, against an endpoint of the same server that
 * answers with nothing: median and 99th percentile at a fifth of that endpoint's highest throughput. Requests are sent at their times whether earlier
 * ones were answered or not, and a late start counts as waiting.
 */
public final class LookupOverHttp {

    private static final int ASKERS = 8;
    /** So long until nothing more is compiled: what is, on two processors, delays everything beside it. */
    private static final long WARM_UP_SECONDS = 90;

    /** More than are asked for while warming up. */
    private static final int ASKED_BEFORE = 200_000;

    private static final long SECONDS = 20;
    private static final int ROUNDS = 3;
    private static final String ID = "looked-up";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int TOO_MUCH_TO_DO = 503;

    private LookupOverHttp() {}

    /**
     * Runs.
     *
     * @param arguments {@code FOLDER BUSINESSES}
     * @throws Exception if the server does not answer
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]).toAbsolutePath().resolve("lookup");
        int businesses = Integer.parseInt(arguments[1]);
        try (Line line = new Line(data)) {
            boolean filled = line.database().dsl().fetchExists(DSL.table("business"));
            if (!filled) {
                new MadeUpRegister(line.database()).fill(businesses);
            }
            ConfigFiles config = ConfigFiles.packaged();
            String text = GradingModels.file(config, "cn-food-risk-2016")
                    .content()
                    .replace("id: cn-food-risk-2016", "id: " + ID)
                    .replace("visibility: internal", "visibility: public");
            GradingModel model =
                    GradingModels.parse(new ConfigFile("models/" + ID + ".yaml", text), DeclaredKinds.load(config));
            if (!filled) {
                line.rate(model, text, MadeUpFiles.AS_OF, true);
            }
            try (ConfigurableApplicationContext server = new SpringApplicationBuilder(
                            AssayServer.class, ExplanationOverHttp.Nothing.class)
                    .properties(Map.of(
                            "assay.data-dir",
                            data.toString(),
                            "server.port",
                            0,
                            "assay.access.limits.anonymous",
                            0,
                            "logging.threshold.console",
                            System.getProperty("assay.bench.log", "OFF")))
                    .run()) {
                measure(
                        "http://127.0.0.1:"
                                + server.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                        businesses);
            }
        }
    }

    private static void measure(String server, int businesses) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Asked nothing = new Asked(
                    OK, _ -> request(server + ExplanationOverHttp.Nothing.PATH).build());
            Asked ratings =
                    new Asked(OK, i -> request(ratings(server, i, businesses)).build());
            String address = ratings(server, 1, businesses);
            String tag = client.send(request(address).build(), HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            Asked unchanged = new Asked(
                    NOT_MODIFIED,
                    _ -> request(address).header("If-None-Match", tag).build());
            for (Asked asked : new Asked[] {nothing, ratings, unchanged}) {
                System.out.printf(
                        Locale.ROOT,
                        "%-55s %10.0f%n",
                        "warming up, requests a second",
                        throughput(client, asked, WARM_UP_SECONDS));
            }
            double highest = throughput(client, nothing, SECONDS);
            System.out.printf(
                    Locale.ROOT, "%-55s %10.0f%n", "an endpoint with nothing, highest, requests a second", highest);
            double rate = highest / 5;
            for (int round = 1; round <= ROUNDS; round++) {
                long[] empty = latencies(client, nothing, rate, round);
                long[] found = latencies(client, ratings, rate, round);
                long[] same = latencies(client, unchanged, rate, round);
                print("nothing", empty, empty);
                print("ratings of a business (limits 2 and 5)", found, empty);
                print("304 (limit 1.5 at the median)", same, empty);
            }
        }
    }

    /** What is asked, and the status that is expected. */
    private record Asked(int status, IntFunction<HttpRequest> request) {

        /** Whether it was answered; false where the server had too much to do and said so. */
        boolean send(HttpClient client, int i) {
            try {
                int answered = client.send(request.apply(i), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (answered != status && answered != TOO_MUCH_TO_DO) {
                    throw new IllegalStateException(
                            "%s answers %d.".formatted(request.apply(i).uri(), answered));
                }
                return answered == status;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json");
    }

    /** Businesses in no order, so that no cache of pages helps more than it would. */
    private static String ratings(String server, int i, int businesses) {
        int number = 1 + (int) Math.floorMod(i * 2_654_435_761L, (long) businesses);
        return server + "/v1/businesses/" + MadeUpFiles.business(number) + "/ratings";
    }

    private static double throughput(HttpClient client, Asked asked, long seconds) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int asker = 0; asker < ASKERS; asker++) {
                int first = asker;
                all.add(askers.submit(() -> {
                    for (int i = first; System.nanoTime() < end; i += ASKERS) {
                        if (asked.send(client, i)) {
                            done.incrementAndGet();
                        }
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        return (double) done.get() / seconds;
    }

    private static long[] latencies(HttpClient client, Asked asked, double rate, int round) throws Exception {
        int count = (int) (rate * SECONDS);
        // Others in each round, so that none is answered from memory that was asked before.
        int first = ASKED_BEFORE + round * count;
        long[] latencies = new long[count];
        long begin = System.nanoTime();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<java.util.concurrent.Future<?>>(count);
            for (int i = 0; i < count; i++) {
                int number = i;
                long due = begin + (long) (i * 1e9 / rate);
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(wait);
                }
                all.add(askers.submit(() -> {
                    // Who is asked to come again has waited for ever.
                    latencies[number] = asked.send(client, first + number) ? System.nanoTime() - due : Long.MAX_VALUE;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private static void print(String what, long[] sorted, long[] empty) {
        System.out.printf(
                Locale.ROOT,
                "%-45s median %8.3f ms (%5.2f)   99 %% %8.3f ms (%5.2f)   refused %d of %d%n",
                what,
                at(sorted, 0.5) / 1e6,
                at(sorted, 0.5) / at(empty, 0.5),
                at(sorted, 0.99) / 1e6,
                at(sorted, 0.99) / at(empty, 0.99),
                Arrays.stream(sorted).filter(one -> one == Long.MAX_VALUE).count(),
                sorted.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }
}
