package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.problem.NotThere;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Papers.Paper;
import dev.assay.store.request.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers: added to a case by the authority, and given out to whoever may see what they belong to, always as a file and never to be shown in the page. */
@Controller
class PaperPages {

    private final Papers papers;
    private final Requests requests;
    private final CaseSteps steps;

    PaperPages(Papers papers, Requests requests, CaseSteps steps) {
        this.papers = papers;
        this.requests = requests;
        this.steps = steps;
    }

    @PostMapping("/lists/{id}/papers")
    String add(@PathVariable long id, @RequestParam MultipartFile paper, Viewer viewer, RedirectAttributes flash)
            throws IOException {
        ListingCase listing = steps.get(id);
        byte[] content = paper.getBytes();
        String name = String.valueOf(paper.getOriginalFilename());
        try {
            requests.inTransaction(
                    tx -> Papers.add(tx, listing.auditSubject(), name, content, steps.act(viewer, name)));
            flash.addFlashAttribute("done", "paper");
        } catch (RequestRefusedException refused) {
            flash.addFlashAttribute("requestRefused", refused.refusal().name());
        }
        return "redirect:/lists/" + id;
    }

    @GetMapping("/papers/{id}")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        return download(papers.find(id).orElseThrow(() -> absent(id)));
    }

    @GetMapping("/my/papers/{id}")
    ResponseEntity<byte[]> own(@PathVariable long id, Viewer viewer) {
        return download(papers.find(id).filter(paper -> isOwn(paper, viewer)).orElseThrow(() -> absent(id)));
    }

    private boolean isOwn(Paper paper, Viewer viewer) {
        Long own = viewer.businessKey();
        // What inspectors bring back from a visit is the authority's.
        if (own == null || paper.subject().startsWith("assignment:")) {
            return false;
        }
        int colon = paper.subject().indexOf(':');
        long number = Long.parseLong(paper.subject().substring(colon + 1));
        return paper.subject().startsWith("request:")
                ? requests.find(number)
                        .filter(request -> request.businessKey() == own)
                        .isPresent()
                : MyCasePages.isFor(steps.get(number), own);
    }

    private ResponseEntity<byte[]> download(Paper paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(papers.content(paper.id()).orElseThrow(() -> absent(paper.id())));
    }

    private static NotThere absent(long id) {
        return new NotThere("There is no paper (%d).%nMaybe look for it on the page of its case.".formatted(id));
    }
}
