package dev.assay.api.certificate;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.certificate.Certificate.Checked;
import dev.assay.api.problem.NotThere;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.Visibility;
import dev.assay.core.identity.Identity;
import dev.assay.core.publication.PublicationPolicy;
import dev.assay.core.publication.Standing;
import dev.assay.store.rating.RatingModel;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Issues certificates, and says of one that somebody holds whether it is the authority's and whether its grade still stands. */
@Component
public class Certificates {

    /** The longest for which one is good, so that none goes round for years: set here, no rule says it. */
    private static final Period LONGEST = Period.ofYears(1);

    private final BusinessRegister register;
    private final ReadableRatings readable;
    private final SigningKeys keys;
    private final CertificateSettings settings;
    private final AuthorityClock clock;
    private final CertificateSheet sheet = new CertificateSheet();

    Certificates(
            BusinessRegister register,
            ReadableRatings readable,
            SigningKeys keys,
            CertificateSettings settings,
            AuthorityClock clock) {
        this.register = register;
        this.readable = readable;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether what a certificate says is so. */
    public enum State {
        /** The authority signed it, its term runs, and the grade stands. */
        TRUE,
        /** The authority signed it, and its term is over. */
        EXPIRED,
        /** The authority signed it; the business has another grade now. */
        CHANGED,
        /** The authority signed it; the business has no grade by the model any more. */
        WITHDRAWN,
        /** The authority signed it; whether the grade still stands is not for everyone. */
        NOT_DISCLOSED,
        /** The authority did not sign it so. */
        FORGED
    }

    /**
     * What was found of a certificate.
     *
     * @param state whether it is so
     * @param checked the certificate, or why there is none
     */
    public record Finding(State state, Checked checked) {}

    /**
     * Issues a certificate of a grade that stands.
     *
     * @param business the business
     * @param model the model's id
     * @param subject what is graded, {@code SCHEME:VALUE}
     * @param viewer who asks: the business itself
     * @return the PDF, signed
     * @throws NotThere if there is no such grade, or none that a certificate may name
     */
    public byte[] issue(RegisteredBusiness business, String model, String subject, Viewer viewer) {
        RatingModel disclosed = readable.models(viewer, business).stream()
                .filter(candidate -> candidate.model().equals(model) && isCertified(candidate))
                .findFirst()
                .orElseThrow(() -> NotThere.rating(model, subject));
        Rating rating = readable.standingOf(business, viewer).stream()
                .filter(rated -> rated.model().equals(model)
                        && rated.grade() != null
                        && rated.subject().identity().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> NotThere.rating(model, subject));
        LocalDate today = clock.today();
        Certificate certificate = new Certificate(
                business.identity().toString(),
                subject,
                business.title(),
                model,
                String.valueOf(rating.grade()),
                today,
                until(rating, today),
                keys.currentId(clock.now()));
        String written = certificate.write(keys);
        String address = settings.address();
        byte[] pdf = sheet.print(
                certificate,
                disclosed.title(),
                written,
                address == null ? written : address + "/certificate/" + written,
                disclosed.visibility() != Visibility.PUBLIC);
        return CertificateFile.sign(pdf, keys, certificate.keyId());
    }

    /**
     * Whether a business gets certificates of its grades by a model.
     *
     * @param model the model
     * @return true where the policy allows them
     */
    public static boolean isCertified(RatingModel model) {
        return PublicationPolicy.mayCertify(model.visibility());
    }

    private static LocalDate until(Rating rating, LocalDate today) {
        LocalDate longest = today.plus(LONGEST);
        LocalDate valid = rating.validUntil();
        return valid == null || valid.isAfter(longest) ? longest : valid;
    }

    /**
     * Checks a certificate.
     *
     * @param text the certificate as it is written, or a text that holds it
     * @param viewer who asks
     * @return what was found
     */
    public Finding check(String text, Viewer viewer) {
        Checked checked = Certificate.check(text, keys.all());
        return new Finding(
                checked.certificate()
                        .map(certificate -> state(certificate, viewer))
                        .orElse(State.FORGED),
                checked);
    }

    private State state(Certificate certificate, Viewer viewer) {
        if (certificate.until().isBefore(clock.today())) {
            return State.EXPIRED;
        }
        Optional<RegisteredBusiness> business = register.find(Identity.parse(certificate.business()));
        if (business.isEmpty()) {
            return State.WITHDRAWN;
        }
        Optional<Standing> standing = readable.findStanding(certificate.model(), viewer, business.get());
        if (standing.isEmpty()) {
            return State.NOT_DISCLOSED;
        }
        if (standing.get() != Standing.IN_FORCE) {
            return State.WITHDRAWN;
        }
        return readable.standingOf(business.get(), viewer).stream()
                .filter(rating -> rating.model().equals(certificate.model())
                        && rating.subject().identity().toString().equals(certificate.subject()))
                .flatMap(rated -> Stream.ofNullable(rated.grade()))
                .findFirst()
                .map(grade -> grade.equals(certificate.grade()) ? State.TRUE : State.CHANGED)
                .orElse(State.WITHDRAWN);
    }
}
