package dev.assay.bench;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * The model cn-food-risk-2016 as a set of rules in Drools, with executable rules and pooled sessions, which is how it runs fastest. It makes
 * state, score and grades; no digest, no day until which they hold, no explanation.
 */
final class RuleEngine implements AutoCloseable {

    private static final String PACKAGE = "rules";
    private static final String RULES = "cn-food-risk-2016.drl";
    private static final List<String> GRADES = List.of("A", "B", "C", "D");
    private static final int PLACES = 4;

    private final KieContainer container;
    private final KieSessionsPool sessions;

    RuleEngine() {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules/" + RULES, text());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    builder.getResults().getMessages(Message.Level.ERROR).toString());
        }
        container = services.newKieContainer(services.getRepository().getDefaultReleaseId());
        sessions = container.newKieSessionsPool(1);
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(RuleEngine.class.getResourceAsStream(RULES))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's facts as the rules declare them. */
    List<Object> facts(CreditFile file) {
        List<Object> facts = new ArrayList<>();
        LocalDate asOf = file.asOf();
        facts.add(made(
                "Day",
                Map.of(
                        "asOf", day(asOf),
                        "yearAgo", day(asOf.minusMonths(12)),
                        "threeYearsAgo", day(asOf.minusMonths(36)),
                        "lastYearFirst", day(LocalDate.of(asOf.getYear() - 1, 1, 1)),
                        "lastYearLast", day(LocalDate.of(asOf.getYear() - 1, 12, 31)))));
        int seq = 0;
        for (Fact fact : file.facts()) {
            Object made = made(fact, seq++);
            if (made != null) {
                facts.add(made);
            }
        }
        return facts;
    }

    private @Nullable Object made(Fact fact, int seq) {
        Values values = fact.values();
        if (fact.kind().equals(FactKinds.LICENCE.name())) {
            return made(
                    "Licence",
                    Map.of(
                            "seq", seq,
                            "sector", values.findText("sector").orElseThrow(),
                            "status", values.findText("status").orElseThrow(),
                            "validFrom", day(values.findDay("valid_from").orElseThrow()),
                            "validTo", day(values.findDay("valid_to").orElseThrow())));
        }
        if (fact.kind().equals(FactKinds.PROFILE.name())) {
            return profile(values, seq);
        }
        if (fact.kind().equals(FactKinds.INSPECTION.name())) {
            List<Object> items = new ArrayList<>();
            for (Values item : values.getItems("items")) {
                items.add(made(
                        "Item",
                        Map.of(
                                "points", item.findDecimal("points").orElseThrow(),
                                "result", item.findText("result").orElseThrow())));
            }
            return made(
                    "Inspection",
                    Map.of(
                            "seq",
                            seq,
                            "day",
                            day(fact.occurredOn()),
                            "kind",
                            values.findText("inspection_kind").orElseThrow(),
                            "items",
                            items));
        }
        if (fact.kind().equals(FactKinds.PENALTY.name())) {
            return made(
                    "Penalty",
                    Map.of(
                            "day", day(fact.occurredOn()),
                            "conduct", values.findText("conduct").orElseThrow(),
                            "kinds", values.getTexts("kinds")));
        }
        if (fact.kind().equals(FactKinds.SAMPLING_RESULT.name())) {
            return made(
                    "Sample",
                    Map.of(
                            "day", day(fact.occurredOn()),
                            "task", values.findText("task_source").orElseThrow()));
        }
        return null;
    }

    private Object profile(Values values, int seq) {
        Object made = made(
                "Profile",
                Map.of(
                        "seq", seq,
                        "form", values.findText("catering_form").orElseThrow(),
                        "foodKinds", values.getTexts("food_kinds"),
                        "perishable", values.isSet("perishable"),
                        "vulnerable", values.isSet("vulnerable_diners")));
        FactType type = type("Profile");
        Map.of(
                        "area", "area",
                        "prepackedAmbient", "prepacked_ambient",
                        "prepackedChilled", "prepacked_chilled",
                        "prepackedFrozen", "prepacked_frozen",
                        "bulkAmbient", "bulk_ambient",
                        "bulkChilled", "bulk_chilled",
                        "bulkFrozen", "bulk_frozen",
                        "suppliers", "suppliers",
                        "diners", "diners")
                .forEach((field, name) -> values.findDecimal(name).ifPresent(number -> type.set(made, field, number)));
        return made;
    }

    private Object made(String name, Map<String, Object> fields) {
        FactType type = type(name);
        try {
            Object made = type.newInstance();
            fields.forEach((field, value) -> type.set(made, field, value));
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private FactType type(String name) {
        return container.getKieBase().getFactType(PACKAGE, name);
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Fires the rules over a file's facts. */
    Standing rate(List<Object> facts) {
        KieSession session = sessions.newKieSession();
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return standing(session);
        } finally {
            session.dispose();
        }
    }

    private Standing standing(KieSession session) {
        String state = "";
        BigDecimal score = null;
        Integer computed = null;
        Integer adjusted = null;
        for (Object found : session.getObjects()) {
            switch (found.getClass().getSimpleName()) {
                case "State" -> state = (String) type("State").get(found, "name");
                case "Score" ->
                    score = ((BigDecimal) type("Score").get(found, "value")).setScale(PLACES, RoundingMode.HALF_UP);
                case "Computed" -> computed = (Integer) type("Computed").get(found, "grade");
                case "Adjusted" -> adjusted = (Integer) type("Adjusted").get(found, "grade");
                default -> {}
            }
        }
        Integer grade = adjusted == null ? computed : adjusted;
        return new Standing(state, score, grade(computed), grade(grade));
    }

    private static @Nullable String grade(@Nullable Integer place) {
        return place == null ? null : GRADES.get(place);
    }

    @Override
    public void close() {
        sessions.shutdown();
        container.dispose();
    }
}
