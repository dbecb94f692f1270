package dev.assay.api.work;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.core.fact.Values;
import dev.assay.core.listing.Decision;
import dev.assay.store.audit.AuditAct;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Requests;
import dev.assay.store.work.Assignment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Photos and signatures of visits. They may come in after the result: a picture takes longer than a word. */
@Component
public class VisitPapers {

    private final Papers papers;
    private final Requests requests;
    private final AuthorityClock clock;

    VisitPapers(Papers papers, Requests requests, AuthorityClock clock) {
        this.papers = papers;
        this.requests = requests;
        this.clock = clock;
    }

    /** What became of a paper. */
    public enum Outcome {
        /** It is kept. */
        KEPT,
        /** The very same bytes are there already: it was sent twice. */
        ALREADY
    }

    /**
     * Adds a paper.
     *
     * @param visit the visit
     * @param name its name
     * @param content its bytes, of a PDF, JPEG or PNG
     * @param viewer who adds it
     * @return what became of it
     * @throws dev.assay.core.request.RequestRefusedException if it is empty, too large, none of the types, or one too many
     */
    public Outcome add(Assignment visit, String name, byte[] content, Viewer viewer) {
        String subject = Assignment.subject(visit.id());
        String digest = sha256(content);
        Decision by = new Decision(viewer.name(), clock.now(), clock.today(), "检查任务 " + visit.id());
        return requests.inTransaction(tx -> {
            AuditLog.await(tx);
            if (new Papers(tx)
                    .of(subject).stream().anyMatch(paper -> paper.sha256().equals(digest))) {
                return Outcome.ALREADY;
            }
            Papers.add(tx, subject, name, content, by);
            AuditLog.note(
                    tx, new AuditAct(by.by(), "visit-paper", subject, Values.of(Map.of("sha256", digest))), by.at());
            return Outcome.KEPT;
        });
    }

    /** How many papers a visit has. */
    int count(Assignment visit) {
        return papers.of(Assignment.subject(visit.id())).size();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
