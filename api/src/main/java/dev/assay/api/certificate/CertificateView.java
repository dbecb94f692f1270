package dev.assay.api.certificate;

import dev.assay.api.certificate.Certificate.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was found of a certificate. */
record CertificateView(
        @Schema(
                description =
                        "TRUE: signed, its term runs, the grade stands; EXPIRED: its term is over; CHANGED: another grade stands now; WITHDRAWN: none stands; NOT_DISCLOSED: signed, and whether the grade still stands is not for this reader; FORGED: not signed so by this authority",
                example = "TRUE")
        String state,

        @Schema(description = "Where it is FORGED, why: NONE, UNREADABLE, UNKNOWN_KEY or FORGED; else null") @Nullable
        String fault,

        @Schema(description = "Identity of the business, SCHEME:VALUE; null where it is FORGED, as all that follows")
        @Nullable
        String business,

        @Schema(description = "What is graded: the business, or one of its licences") @Nullable
        String subject,

        @Schema(description = "Name of the business on the day of issue") @Nullable
        String name,

        @Schema(description = "The model's id") @Nullable String model,

        @Schema(description = "The grade that was certified", example = "A") @Nullable
        String grade,

        @Schema(description = "The day of issue") @Nullable LocalDate day,

        @Schema(description = "The last day for which it is good") @Nullable
        LocalDate until,

        @Schema(description = "Id of the key that signed") @Nullable
        String keyId) {

    static CertificateView of(Certificates.Finding finding) {
        Certificate found = finding.checked().certificate().orElse(null);
        return new CertificateView(
                finding.state().name(),
                finding.checked().fault().map(Fault::name).orElse(null),
                found == null ? null : found.business(),
                found == null ? null : found.subject(),
                found == null ? null : found.name(),
                found == null ? null : found.model(),
                found == null ? null : found.grade(),
                found == null ? null : found.day(),
                found == null ? null : found.until(),
                found == null ? null : found.keyId());
    }
}
