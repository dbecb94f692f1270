package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.certificate.Certificates;
import dev.assay.api.problem.NotThere;
import dev.assay.store.register.BusinessRegister;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Certificates: the business fetches its own, and everyone checks one. */
@Controller
class CertificatePages {

    private final Certificates certificates;
    private final BusinessRegister register;

    CertificatePages(Certificates certificates, BusinessRegister register) {
        this.certificates = certificates;
        this.register = register;
    }

    @GetMapping("/my/certificate")
    ResponseEntity<byte[]> own(@RequestParam String model, @RequestParam String subject, Viewer viewer) {
        Long key = viewer.businessKey();
        if (key == null) {
            throw new NotThere("This login is no business's.%nMaybe log in with another.".formatted());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certificate-" + model.replaceAll("[^\\w-]", "") + ".pdf")
                                .build()
                                .toString())
                .body(certificates.issue(register.get(key), model, subject, viewer));
    }

    @GetMapping("/certificate")
    String ask(@RequestParam(defaultValue = "") String text, Viewer viewer, Model page) {
        page.addAttribute("text", text);
        if (!text.isBlank()) {
            page.addAttribute("finding", certificates.check(text, viewer));
        }
        return "certificate";
    }

    @GetMapping("/certificate/{written}")
    String check(@PathVariable String written, Viewer viewer, Model page) {
        page.addAttribute("text", written);
        page.addAttribute("finding", certificates.check(written, viewer));
        return "certificate";
    }
}
