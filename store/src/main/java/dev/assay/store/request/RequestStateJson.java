package dev.assay.store.request;

import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.core.request.RequestState;
import dev.assay.core.request.RequestState.Accepted;
import dev.assay.core.request.RequestState.Declined;
import dev.assay.core.request.RequestState.Filed;
import dev.assay.core.request.RequestState.Granted;
import dev.assay.core.request.RequestState.Refused;
import dev.assay.core.request.RequestState.Revoked;
import dev.assay.core.request.RequestState.Withdrawn;
import dev.assay.core.time.Deadline;
import dev.assay.store.fact.FactJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The states of requests as the store keeps them: a word, and a flat JSON object with all that the state knows. */
final class RequestStateJson {

    private RequestStateJson() {}

    static String write(RequestState state) {
        Map<String, Object> out = new TreeMap<>();
        put(out, "filing", state.filing());
        switch (state) {
            case Filed filed -> {
                out.put("excluded", List.copyOf(filed.excluded()));
                put(out, "accept_by", filed.acceptBy());
            }
            case Accepted accepted -> {
                out.put("excluded", List.copyOf(accepted.excluded()));
                put(out, "acceptance", accepted.acceptance());
                put(out, "decide_by", accepted.decideBy());
            }
            case Granted granted -> put(out, "decision", granted.decision());
            case Refused refused -> put(out, "decision", refused.decision());
            case Declined declined -> put(out, "decision", declined.decision());
            case Withdrawn withdrawn -> put(out, "decision", withdrawn.decision());
            case Revoked revoked -> put(out, "decision", revoked.decision());
        }
        return FactJson.write(Values.of(out));
    }

    static RequestState read(String code, String json) {
        Values in = FactJson.read(json);
        Decision filing = decision(in, "filing");
        return switch (code) {
            case Filed.CODE -> new Filed(filing, Set.copyOf(in.getTexts("excluded")), deadline(in, "accept_by"));
            case Accepted.CODE ->
                new Accepted(
                        filing,
                        Set.copyOf(in.getTexts("excluded")),
                        decision(in, "acceptance"),
                        deadline(in, "decide_by"));
            case Granted.CODE -> new Granted(filing, decision(in, "decision"));
            case Refused.CODE -> new Refused(filing, decision(in, "decision"));
            case Declined.CODE -> new Declined(filing, decision(in, "decision"));
            case Withdrawn.CODE -> new Withdrawn(filing, decision(in, "decision"));
            case Revoked.CODE -> new Revoked(filing, decision(in, "decision"));
            default ->
                throw new IllegalStateException(
                        "A request has an unknown state (%s).%nMaybe a newer version wrote it.".formatted(code));
        };
    }

    private static void put(Map<String, Object> out, String name, Decision decision) {
        out.put(name + "_by", decision.by());
        out.put(name + "_at", decision.at().toString());
        out.put(name + "_on", decision.on().toString());
        out.put(name + "_reason", decision.reason());
    }

    private static Decision decision(Values in, String name) {
        return new Decision(
                in.findText(name + "_by").orElseThrow(),
                Instant.parse(in.findText(name + "_at").orElseThrow()),
                LocalDate.parse(in.findText(name + "_on").orElseThrow()),
                in.findText(name + "_reason").orElseThrow());
    }

    private static void put(Map<String, Object> out, String name, Deadline deadline) {
        out.put(name, deadline.day().toString());
        out.put(name + "_provisional", deadline.provisional());
    }

    private static Deadline deadline(Values in, String name) {
        return new Deadline(
                LocalDate.parse(in.findText(name).orElseThrow()),
                Boolean.TRUE.equals(in.fields().get(name + "_provisional")));
    }
}
