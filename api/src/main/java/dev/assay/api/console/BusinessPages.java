package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.business.LicenceView;
import dev.assay.api.problem.NotThere;
import dev.assay.api.rating.ExplainedRating;
import dev.assay.api.rating.Explanations;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.grading.Rating;
import dev.assay.core.listing.Decision;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A business as the regulator sees it: what is the grade, why, what next? And the explanation on a page of its own, to print. */
@Controller
class BusinessPages {

    /** Facts on the business's own page; the page of the credit file has them all. */
    private static final int TIMELINE = 50;

    private final Businesses businesses;
    private final BusinessRegister register;
    private final ReadableRatings readable;
    private final StoredRatings ratings;
    private final Explanations explanations;
    private final CreditFiles creditFiles;
    private final ListingCases cases;

    BusinessPages(
            Businesses businesses,
            BusinessRegister register,
            ReadableRatings readable,
            StoredRatings ratings,
            Explanations explanations,
            CreditFiles creditFiles,
            ListingCases cases) {
        this.businesses = businesses;
        this.register = register;
        this.readable = readable;
        this.ratings = ratings;
        this.explanations = explanations;
        this.creditFiles = creditFiles;
        this.cases = cases;
    }

    @GetMapping("/businesses/{identity}")
    String business(
            @PathVariable String identity,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String subject,
            Viewer viewer,
            Locale locale,
            Model page) {
        RegisteredBusiness business = businesses.get(identity);
        List<Rating> standing = readable.standingOf(business, viewer);
        String language = ConsoleSetup.supported(locale).getLanguage();
        CreditFile file = creditFiles.now(business);
        page.addAttribute("business", business);
        page.addAttribute("links", businesses.linksOf(business));
        page.addAttribute("longestReason", Decision.LONGEST_REASON);
        page.addAttribute("identities", register.identitiesOf(business.key()));
        page.addAttribute("models", readable.models(viewer));
        page.addAttribute("standing", standing);
        page.addAttribute("licences", LicenceView.in(file));
        page.addAttribute("life", creditFiles.lifeOf(business, file));
        page.addAttribute("facts", file.facts().size());
        page.addAttribute("cases", cases.of(business.key()));
        page.addAttribute(
                "timeline",
                file.facts().reversed().stream()
                        .limit(TIMELINE)
                        .map(fact -> FactEntry.of(fact, language, explanations.vocabulary()))
                        .toList());
        if (!standing.isEmpty()) {
            Rating shown = choose(standing, model, subject);
            page.addAttribute("shown", shown);
            if (viewer.isApprover() && shown.grade() != null) {
                page.addAttribute("overrideGrades", explanations.gradesOf(business, shown));
            }
            page.addAttribute(
                    "why",
                    new ExplanationSheet(explanations.explain(business, shown), language, explanations.vocabulary()));
            page.addAttribute(
                    "history",
                    ratings.historyOf(business.key(), shown.model()).stream()
                            .filter(rating -> rating.subject()
                                    .identity()
                                    .equals(shown.subject().identity()))
                            .toList());
        }
        return "business";
    }

    @GetMapping("/businesses/{identity}/explanation")
    String explanation(
            @PathVariable String identity,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String subject,
            Viewer viewer,
            Locale locale,
            Model page) {
        RegisteredBusiness business = businesses.get(identity);
        Rating shown = choose(readable.standingOf(business, viewer), model, subject);
        ExplainedRating explained = explanations.explain(business, shown);
        page.addAttribute("business", business);
        page.addAttribute("shown", shown);
        page.addAttribute("models", readable.models(viewer));
        page.addAttribute(
                "why",
                new ExplanationSheet(
                        explained, ConsoleSetup.supported(locale).getLanguage(), explanations.vocabulary()));
        page.addAttribute("improvements", explanations.improvements(business, shown));
        return "explanation";
    }

    private static Rating choose(List<Rating> ratings, @Nullable String model, @Nullable String subject) {
        return ratings.stream()
                .filter(rating -> model == null || rating.model().equals(model))
                .filter(rating -> subject == null
                        || rating.subject().identity().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> new NotThere(
                        "There is no rating by the model (%s) of the subject (%s).%nMaybe take one from the business's page."
                                .formatted(model, subject)));
    }
}
