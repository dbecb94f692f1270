package dev.assay.api.certificate;

import dev.assay.api.access.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whether a certificate is the authority's, and still so. */
@RestController
@Tag(name = "certificates", description = "Certificates of grades: signed, and whether the grade still stands.")
class CertificateApi {

    private final Certificates certificates;

    CertificateApi(Certificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping("/v1/certificates/{written}")
    @Operation(summary = "Whether a certificate is signed by the authority, and its grade still stands")
    CertificateView check(
            @Parameter(description = "The certificate as it is written, AC1.STATEMENT.SIGNATURE", example = "AC1.x.x")
                    @PathVariable
                    String written,
            @Parameter(hidden = true) Viewer viewer) {
        return CertificateView.of(certificates.check(written, viewer));
    }
}
