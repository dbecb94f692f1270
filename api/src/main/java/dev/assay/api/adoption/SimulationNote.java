package dev.assay.api.adoption;

import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.core.fact.Values;
import dev.assay.model.simulation.Simulation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept of a simulation with the version and in the audit log: enough to decide on, without a name of any business. */
final class SimulationNote {

    private SimulationNote() {}

    static Values of(SimulationOutcome outcome) {
        Simulation found = outcome.simulation();
        Map<String, Object> note = new TreeMap<>();
        note.put("as_of", outcome.request().asOf().toString());
        note.put("known_at", outcome.knownAt().toString());
        note.put("against_version", outcome.request().before().version());
        note.put("against_digest", outcome.request().before().digest());
        note.put("subjects", BigDecimal.valueOf(found.subjects()));
        note.put("moved", BigDecimal.valueOf(found.directions().moved()));
        note.put("better", BigDecimal.valueOf(found.directions().better()));
        note.put("worse", BigDecimal.valueOf(found.directions().worse()));
        note.put("inspections_before", found.inspections().before());
        note.put("inspections_after", found.inspections().after());
        note.put("inspections_extra", found.inspections().extra());
        note.put("into_worst", BigDecimal.valueOf(found.worst().into()));
        note.put("out_of_worst", BigDecimal.valueOf(found.worst().outOf()));
        BigDecimal psi = found.grades().index();
        if (psi != null) {
            note.put("psi_grades", psi);
        }
        List<Values> cells = found.cells().stream()
                .map(cell -> Values.of(Map.of(
                        "before", cell.before(),
                        "after", cell.after(),
                        "subjects", BigDecimal.valueOf(cell.subjects()))))
                .toList();
        if (!cells.isEmpty()) {
            note.put("matrix", cells);
        }
        return Values.of(note);
    }
}
