package dev.assay.api;

import dev.assay.core.business.Sector;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.RatingEngine;
import dev.assay.core.grading.Subject;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.fact.CreditFileCursor;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.KeyRange;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A server over a made-up register, rated by the real engine with three copies of a model: public, for partners, internal. */
final class SampleServer implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final int port;

    private SampleServer(TestDatabase database, ConfigurableApplicationContext context, int port) {
        this.database = database;
        this.context = context;
        this.port = port;
    }

    /** A server with so many businesses, on a free port, in a database of its own. */
    static SampleServer start(TestDatabases on, int businesses) {
        return start(on, businesses, InstantSource.system());
    }

    /** A server for which it is what time somebody says. */
    static SampleServer start(TestDatabases on, int businesses, InstantSource clock) {
        return start(on, businesses, clock, Map.of());
    }

    /** A server with further settings. */
    static SampleServer start(TestDatabases on, int businesses, InstantSource clock, Map<String, Object> more) {
        TestDatabase database = on.fresh();
        fill(database, businesses);
        Map<String, Object> properties = properties(database);
        properties.putAll(more);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(AssayServer.class)
                .properties(properties)
                .initializers(made -> ((GenericApplicationContext) made).registerBean(InstantSource.class, () -> clock))
                .run();
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new SampleServer(database, context, port);
    }

    private static Map<String, Object> properties(TestDatabase database) {
        Map<String, Object> properties = new HashMap<>();
        DatabaseSettings settings = database.settings();
        properties.put("assay.data-dir", settings.dataDirectory().toString());
        properties.put("server.port", 0);
        properties.put("assay.config-dir", config(settings.dataDirectory()).toString());
        // No operation is going to end yet; the keys of signatures stand in for one.
        properties.put("assay.api.retiring[0].path", "/v1/keys");
        properties.put("assay.api.retiring[0].since", "2026-12-01");
        properties.put("assay.api.retiring[0].until", "2027-06-01");
        // Tests ask more often in a minute than a person does; RequestLimitsTest looks at the limits themselves.
        properties.put("assay.access.limits.account", 1_000_000);
        properties.put("assay.access.limits.anonymous", 1_000_000);
        properties.put("assay.access.limits.doors", 1_000_000);
        // What one test changes the next one reads.
        properties.put("assay.access.answers.age", "0s");
        if (settings.url() == null) {
            properties.put("assay.database.schema", database.schema());
        } else {
            properties.put("assay.database.url", settings.url());
            properties.put("assay.database.user", settings.user());
            properties.put("assay.database.password", settings.password());
        }
        return properties;
    }

    /** Plans of draws and of a year from the sample's own models. */
    private static Path config(Path data) {
        try {
            Path config = data.resolve("sample-config");
            Path draws = Files.createDirectories(config.resolve("draws"));
            for (String visibility : List.of("public", "partners", "internal")) {
                Files.writeString(draws.resolve("sample-" + visibility + ".yaml"), """
                        id: sample-%1$s
                        title: {zh: 示例抽查 %1$s, en: Sample draw %1$s}
                        authority: 示例市场监督管理局
                        model: sample-%1$s
                        visibility: %1$s
                        divisions: ["320612", "320613"]
                        departments: [{id: market}]
                        inspectors: 2
                        classes: {"*": {percent: 20, round: up}}
                        repeat_after_months: 3
                        public_value: 3D 2026312
                        """.formatted(visibility));
            }
            Files.writeString(Files.createDirectories(config.resolve("plans")).resolve("sample-year.yaml"), """
                    id: sample-year
                    models: [sample-internal]
                    visits_a_day: 4
                    floor_months: 24
                    follow_up_days: 90
                    grades: {"0": 8, "1": 6, "2": 4, "3": 2, other: 1}
                    campaigns: [{id: all, sectors: [catering, sales, production], from: "12-01", to: "12-31"}]
                    weights: {late_day: 1, further_place: 10, further_division: 30, moved: 60, left_out: 200}
                    steps_a_week: 200
                    seed: 1
                    """);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static void fill(TestDatabase database, int businesses) {
        SampleRegister register = new SampleRegister(database.database().dsl());
        register.fill(businesses);
        // The feed of all their facts is late.
        database.database().dsl().execute("""
                        UPDATE import_run SET as_at = '2026-11-01', expected_days = 7, recorded_at = '2026-11-20 18:00:00'
                        WHERE feed = 'district-profile'
                        """);
        String hash = Objects.requireNonNull(new BCryptPasswordEncoder(4).encode(PASSWORD));
        register.account("regulator", hash, "REGULATOR");
        register.account("approver", hash, "APPROVER");
        register.account("partner", hash, "PARTNER");
        register.account("operator", hash, "OPERATOR");
        SampleQuestion.ask(database);
        ConfigFile source = ConfigFiles.packaged().find("models", "uk-fhrs").orElseThrow();
        int key = 1;
        for (String visibility : List.of("public", "partners", "internal")) {
            String id = "sample-" + visibility;
            String text = source.content()
                    .replace("id: uk-fhrs", "id: " + id)
                    .replace("visibility: public", "visibility: " + visibility);
            register.ratings(key++, id, visibility, text, rate(database, businesses, id, text));
        }
    }

    private static List<Rating> rate(TestDatabase database, int businesses, String id, String text) {
        GradingModel model = GradingModels.parse(new ConfigFile("models/" + id + ".yaml", text), Vocabulary.BUILT_IN);
        CreditFileReader reader = new CreditFileReader(database.database());
        Cut cut = new Cut(SampleRegister.AS_OF, SampleRegister.RECORDED_AT);
        List<Rating> ratings = new ArrayList<>();
        try (CreditFileCursor files = reader.readAll(new KeyRange(1, businesses), cut)) {
            while (files.hasNext()) {
                ratings.add(rate(files.next().file(), model));
            }
        }
        return ratings;
    }

    private static Rating rate(CreditFile file, GradingModel model) {
        Sector sector = file.describe()
                .flatMap(values -> values.findText("sector"))
                .flatMap(Sector::findByCode)
                .orElse(Sector.OTHER);
        return RatingEngine.rate(file, new Subject(file.business(), file.business(), sector), model)
                .rating();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
