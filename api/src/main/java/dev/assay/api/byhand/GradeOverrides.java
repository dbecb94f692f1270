package dev.assay.api.byhand;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.core.entry.EntryFault;
import dev.assay.core.entry.EntryFault.Reason;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Scope;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.register.RegisteredBusiness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of a grade that a person sets, beyond what holds of every fact entered by hand. */
@Component
public class GradeOverrides {

    private final ModelsInUse models;
    private final Vocabulary vocabulary;
    private final AuditLog audit;
    private final AuthorityClock clock;

    GradeOverrides(ModelsInUse models, Vocabulary vocabulary, AuditLog audit, AuthorityClock clock) {
        this.models = models;
        this.vocabulary = vocabulary;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether a kind of fact is a grade that a person sets.
     *
     * @param kind the kind
     * @return true for that one
     */
    static boolean isKind(String kind) {
        return kind.equals(FactKinds.GRADE_OVERRIDE.name());
    }

    private Optional<GradingModel> find(String model) {
        try {
            return Optional.of(GradingModels.parse(models.text(model, clock.today()), vocabulary));
        } catch (IllegalArgumentException | FaultyConfigException unknown) {
            return Optional.empty();
        }
    }

    /** What is wrong with one. */
    List<EntryFault> faults(Values values, @Nullable String licence, Viewer viewer) {
        if (!viewer.isApprover()) {
            return List.of(new EntryFault("kind", Reason.NOT_ALLOWED, FactKinds.GRADE_OVERRIDE.name()));
        }
        List<EntryFault> faults = new ArrayList<>();
        Optional<String> named = values.findText("model");
        Optional<GradingModel> model = named.flatMap(this::find);
        if (named.isPresent() && model.isEmpty()) {
            faults.add(new EntryFault("fields.model", Reason.UNKNOWN_MODEL, named.get()));
        }
        values.findText("grade")
                .filter(grade -> model.isPresent() && !model.get().grades().contains(grade))
                .ifPresent(grade -> faults.add(new EntryFault("fields.grade", Reason.UNKNOWN_GRADE, grade)));
        if (model.isPresent() && model.get().scope() == Scope.LICENCE && licence == null) {
            faults.add(new EntryFault("licence", Reason.MISSING, ""));
        }
        Optional<LocalDate> until = values.findDay("until");
        until.filter(day -> day.isBefore(clock.today()))
                .ifPresent(day -> faults.add(new EntryFault("fields.until", Reason.OVER, day.toString())));
        return faults;
    }

    /** Notes in the audit log that one was set. */
    void noteSet(RegisteredBusiness business, Values values, Viewer viewer) {
        note("grade-set", business, values, viewer);
    }

    /** Notes in the audit log that one was corrected or withdrawn. */
    void noteEnded(RegisteredBusiness business, Values values, Viewer viewer) {
        note("grade-set-ended", business, values, viewer);
    }

    private void note(String act, RegisteredBusiness business, Values values, Viewer viewer) {
        audit.note(new AuditAct(viewer.name(), act, "business:" + business.identity(), values), clock.now());
    }
}
