package dev.assay.api.console;

import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.text.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a move's differences are about: the titles of the rules of two models. */
public final class RuleTitles {

    private final Map<String, Bilingual> titles = new HashMap<>();

    RuleTitles(SimulationRequest request) {
        note(request.before());
        note(request.after());
    }

    private void note(GradingModel model) {
        model.states().forEach(state -> titles.put(state.id(), state.text()));
        model.indicators().forEach(indicator -> {
            titles.put(indicator.id(), indicator.title());
            if (indicator.group() != null) {
                titles.put(indicator.group().id(), indicator.group().title());
            }
        });
        model.adjustments().forEach(adjustment -> titles.put(adjustment.id(), adjustment.title()));
        model.quality().forEach(demand -> titles.put(demand.id(), demand.title()));
        model.vetoes().forEach(veto -> titles.put(veto.id(), veto.title()));
        model.inputs().forEach(input -> titles.put(input.id(), input.model().title()));
        if (model.newcomers() != null) {
            titles.put(model.newcomers().id(), model.newcomers().text());
        }
    }

    /**
     * Differences as the file of moves has them, with titles for ids.
     *
     * @param differences {@code rule: before → after}, joined by bars
     * @param language zh or en
     * @return a line for each
     */
    public List<String> lines(String differences, String language) {
        List<String> lines = new ArrayList<>();
        for (String one : Arrays.asList(differences.split(" \\| ", -1))) {
            int colon = one.indexOf(": ");
            Bilingual title = colon < 0 ? null : titles.get(one.substring(0, colon));
            lines.add(title == null ? one : title.in(language) + one.substring(colon));
        }
        return lines;
    }
}
