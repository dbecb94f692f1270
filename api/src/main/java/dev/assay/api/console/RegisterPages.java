package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.core.division.Divisions;
import dev.assay.core.grading.RatingState;
import dev.assay.store.rating.GradeCount;
import dev.assay.store.rating.RatingCounts;
import dev.assay.store.rating.RatingModel;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisterPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The register: who are they? One row for each graded subject, fifty a page. */
@Controller
class RegisterPages {

    private final BusinessRegister register;
    private final ReadableRatings readable;
    private final RatingCounts counts;
    private final Divisions divisions;

    RegisterPages(BusinessRegister register, ReadableRatings readable, RatingCounts counts, Divisions divisions) {
        this.register = register;
        this.readable = readable;
        this.counts = counts;
        this.divisions = divisions;
    }

    @GetMapping("/businesses")
    String search(@ModelAttribute("form") RegisterForm form, Viewer viewer, Model page) {
        List<RatingModel> models = readable.models(viewer);
        RatingModel model = shown(form, models, viewer);
        RegisterPage found = register.search(
                form.query(model == null ? null : model.model(), divisions, viewer.scope()),
                form.order(),
                form.descending(),
                (form.number() - 1) * RegisterForm.ROWS,
                RegisterForm.ROWS);
        page.addAttribute("models", models);
        page.addAttribute("model", model);
        page.addAttribute("found", found);
        page.addAttribute("pages", Math.ceilDiv(found.total(), RegisterForm.ROWS));
        List<GradeCount> all = model == null
                ? List.of()
                : viewer.scope().within(counts.byDivisionAndSector(model.model()), GradeCount::division);
        page.addAttribute(
                "divisions",
                GradeTable.of(all, count -> divisions.newest(count.division())).lines());
        page.addAttribute("sectors", GradeTable.of(all, GradeCount::sector).lines());
        page.addAttribute("grades", grades(all));
        page.addAttribute("states", RatingState.values());
        return "businesses";
    }

    private @Nullable RatingModel shown(RegisterForm form, List<RatingModel> models, Viewer viewer) {
        String asked = form.model();
        if (asked != null && !asked.isBlank()) {
            return readable.getModel(asked, viewer);
        }
        return models.isEmpty() ? null : models.getFirst();
    }

    private static List<String> grades(List<GradeCount> all) {
        return all.stream()
                .filter(count -> count.state() == RatingState.RATED)
                .map(GradeCount::standing)
                .distinct()
                .sorted(Standings.BEST_FIRST)
                .toList();
    }
}
