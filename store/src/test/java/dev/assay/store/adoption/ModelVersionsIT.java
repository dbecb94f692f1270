package dev.assay.store.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.store.audit.AuditEntry;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class ModelVersionsIT {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00.000001Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String DIGEST = "a".repeat(64);
    private static final Values FOUND = Values.of(Map.of("moved", BigDecimal.TEN));

    private static Decision by(String person) {
        return new Decision(person, AT, TODAY, "weighed");
    }

    private static int simulated(ModelVersions versions, String model) {
        int id = versions.add(new ModelDraft(model, "2", "id: " + model), "li", AT);
        versions.check(get(versions, id), new Checking("id: %s whole".formatted(model), DIGEST), "li", AT);
        versions.simulate(get(versions, id), DIGEST, FOUND, "li", AT);
        return id;
    }

    private static int approved(ModelVersions versions, String model, LocalDate from) {
        int id = simulated(versions, model);
        StoredVersion seen = get(versions, id);
        versions.decide(seen, ((Adoption.Simulated) seen.adoption()).approve(by("wang"), from), "wang", AT);
        return id;
    }

    private static StoredVersion get(ModelVersions versions, int id) {
        return versions.find(id).orElseThrow();
    }

    private static void assertRefused(ThrowingCallable move, Refusal refusal) {
        assertThatThrownBy(move)
                .asInstanceOf(type(MoveRefusedException.class))
                .extracting(MoveRefusedException::refusal)
                .isEqualTo(refusal);
    }

    @OnEachServer
    void a_version_goes_its_way_and_every_step_is_in_the_audit_log(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            int id = approved(versions, "uk-fhrs", TODAY.plusDays(3));
            StoredVersion seen = get(versions, id);
            assertThat(seen.adoption()).isEqualTo(new Adoption.Approved(DIGEST, by("wang"), TODAY.plusDays(3)));
            assertThat(seen.whole()).isEqualTo("id: uk-fhrs whole");
            assertThat(seen.simulation()).contains("\"moved\":10");
            versions.decide(seen, ((Adoption.Approved) seen.adoption()).retire(by("li"), TODAY.plusDays(9)), "li", AT);

            assertThat(get(versions, id).adoption())
                    .isEqualTo(new Adoption.Retired(
                            new Adoption.Approved(DIGEST, by("wang"), TODAY.plusDays(3)), by("li"), TODAY.plusDays(9)));
            assertThat(new AuditLog(test.database().dsl())
                            .newest(AuditQuery.of("model-version:" + id), 0, 9)
                            .reversed())
                    .extracting(AuditEntry::act, AuditEntry::actor)
                    .containsExactly(
                            tuple("model-drafted", "li"),
                            tuple("model-checked", "li"),
                            tuple("model-simulated", "li"),
                            tuple("model-approved", "wang"),
                            tuple("model-retired", "li"));
        }
    }

    @OnEachServer
    void the_version_that_came_into_force_last_decides_and_a_retired_one_says_so(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            int later = approved(versions, "uk-fhrs", TODAY.plusDays(10));
            int first = approved(versions, "uk-fhrs", TODAY);
            simulated(versions, "uk-fhrs");
            int other = approved(versions, "sf-lives", TODAY.plusDays(1));

            assertThat(versions.decidingOn(TODAY.minusDays(1))).isEmpty();
            assertThat(versions.findDeciding("uk-fhrs", TODAY).orElseThrow().id())
                    .isEqualTo(first);
            assertThat(versions.findDeciding("uk-fhrs", TODAY.plusDays(10))
                            .orElseThrow()
                            .id())
                    .isEqualTo(later);
            assertThat(versions.decidingOn(TODAY.plusDays(1)).values())
                    .extracting(StoredVersion::id)
                    .containsExactly(other, first);

            StoredVersion seen = get(versions, later);
            versions.decide(seen, ((Adoption.Approved) seen.adoption()).retire(by("li"), TODAY.plusDays(20)), "li", AT);
            assertThat(versions.findDeciding("uk-fhrs", TODAY.plusDays(21))
                            .orElseThrow()
                            .adoption())
                    .isInstanceOf(Adoption.Retired.class);
        }
    }

    @OnEachServer
    void of_two_persons_who_move_a_version_at_once_one_is_told(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            int id = versions.add(new ModelDraft("uk-fhrs", "2", "one"), "li", AT);
            StoredVersion seen = get(versions, id);
            versions.edit(seen, new ModelDraft("uk-fhrs", "2", "two"), "wang", AT);

            assertRefused(
                    () -> versions.edit(seen, new ModelDraft("uk-fhrs", "2", "three"), "li", AT),
                    Refusal.CHANGED_SINCE);
            assertThat(get(versions, id).draft().text()).isEqualTo("two");
            assertThat(new AuditLog(test.database().dsl()).count(AuditQuery.of(null)))
                    .isEqualTo(2);
        }
    }

    @OnEachServer
    void a_text_on_trial_or_approved_is_not_edited(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            int id = simulated(versions, "uk-fhrs");
            versions.tryOut(get(versions, id), new Trial(TODAY, TODAY.plusMonths(3)), "li", AT);
            ModelDraft other = new ModelDraft("uk-fhrs", "3", "other");

            assertThat(versions.onTrial(TODAY.plusMonths(3)))
                    .extracting(StoredVersion::id)
                    .containsExactly(id);
            assertThat(versions.onTrial(TODAY.plusMonths(3).plusDays(1))).isEmpty();
            assertRefused(() -> versions.edit(get(versions, id), other, "li", AT), Refusal.ON_TRIAL);

            versions.endTrial(get(versions, id), "li", AT);
            versions.edit(get(versions, id), other, "li", AT);
            assertThat(get(versions, id).adoption()).isInstanceOf(Adoption.Draft.class);
            assertThat(get(versions, id).digest()).isNull();

            int inForce = approved(versions, "uk-fhrs", TODAY);
            assertRefused(() -> versions.edit(get(versions, inForce), other, "li", AT), Refusal.OUT_OF_ORDER);
        }
    }

    @OnEachServer
    void neither_a_draft_nor_a_version_that_was_given_up_is_tried(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            Trial trial = new Trial(TODAY, TODAY.plusMonths(3));
            int draft = versions.add(new ModelDraft("uk-fhrs", "2", "id: uk-fhrs"), "li", AT);
            int dropped = simulated(versions, "uk-fhrs");
            StoredVersion seen = get(versions, dropped);
            versions.tryOut(seen, trial, "li", AT);
            versions.decide(get(versions, dropped), ((Adoption.Simulated) seen.adoption()).drop(by("li")), "li", AT);

            assertRefused(() -> versions.tryOut(get(versions, draft), trial, "li", AT), Refusal.OUT_OF_ORDER);
            assertRefused(() -> versions.tryOut(get(versions, dropped), trial, "li", AT), Refusal.OUT_OF_ORDER);
            assertThat(versions.onTrial(TODAY))
                    .as("its trial ended when it was given up")
                    .isEmpty();
        }
    }

    @OnEachServer
    void a_version_that_is_given_back_is_a_draft_of_those_who_wrote_it(TestDatabases server) {
        try (TestDatabase test = server.fresh()) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            int id = simulated(versions, "uk-fhrs");

            assertRefused(() -> versions.giveBack(get(versions, id), by("li")), Refusal.OWN_WORK);
            versions.giveBack(get(versions, id), by("wang"));

            assertThat(get(versions, id).adoption()).isEqualTo(new Adoption.Draft(Set.of("li")));
            assertThat(get(versions, id).simulation()).isNull();
        }
    }
}
