package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.certificate.Certificates;
import dev.assay.api.listing.PenaltyPeriods;
import dev.assay.api.listing.PublicList;
import dev.assay.api.problem.NotThere;
import dev.assay.api.rating.Explanations;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.core.grading.Rating;
import dev.assay.core.grading.Visibility;
import dev.assay.core.improvement.Improvements;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.rating.RatingModel;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a business sees of itself: its grades, why, what would help, the next inspection, and its entries on the list. */
@Controller
class MyPages {

    /** Ratings for which the page itself says what would help; a chain with more of them finds it on each one's own sheet. */
    private static final int HELPED = 5;

    private final BusinessRegister register;
    private final ReadableRatings readable;
    private final Explanations explanations;
    private final PublicList list;
    private final ListingCases cases;
    private final Requests requests;
    private final PenaltyPeriods penalties;
    private final CreditFiles creditFiles;

    MyPages(
            BusinessRegister register,
            ReadableRatings readable,
            Explanations explanations,
            PublicList list,
            ListingCases cases,
            Requests requests,
            PenaltyPeriods penalties,
            CreditFiles creditFiles) {
        this.register = register;
        this.readable = readable;
        this.explanations = explanations;
        this.list = list;
        this.cases = cases;
        this.requests = requests;
        this.penalties = penalties;
        this.creditFiles = creditFiles;
    }

    /**
     * One of the business's ratings.
     *
     * @param rating the rating
     * @param why its explanation
     * @param help what would better it; null where it has no grade, or the page has too many
     */
    record Standing(
            Rating rating, ExplanationSheet why, @Nullable Improvements help) {}

    @GetMapping("/my")
    String my(Viewer viewer, Locale locale, Model page) {
        RegisteredBusiness business = own(viewer);
        List<Standing> standing = new ArrayList<>();
        for (Rating rating : readable.standingOf(business, viewer)) {
            standing.add(new Standing(
                    rating,
                    sheet(business, rating, locale),
                    rating.grade() != null && standing.size() < HELPED
                            ? explanations.improvements(business, rating)
                            : null));
        }
        page.addAttribute("business", business);
        page.addAttribute("identities", register.identitiesOf(business.key()));
        List<RatingModel> models = readable.models(viewer, business);
        page.addAttribute("models", models);
        page.addAttribute(
                "certified",
                models.stream()
                        .filter(Certificates::isCertified)
                        .map(RatingModel::model)
                        .toList());
        page.addAttribute("internal", internal(models));
        page.addAttribute("standing", standing);
        page.addAttribute("entries", list.of(business, viewer));
        page.addAttribute(
                "cases",
                cases.of(business.key()).stream()
                        .filter(listing -> MyCasePages.isFor(listing, business.key()))
                        .toList());
        page.addAttribute("requests", requests.ofBusiness(business.key()));
        page.addAttribute("penalties", penalties.published(creditFiles.now(business)));
        return "my";
    }

    @GetMapping("/my/explanation")
    String explanation(
            @RequestParam String model, @RequestParam String subject, Viewer viewer, Locale locale, Model page) {
        RegisteredBusiness business = own(viewer);
        Rating shown = readable.standingOf(business, viewer).stream()
                .filter(rating -> rating.model().equals(model)
                        && rating.subject().identity().toString().equals(subject))
                .findFirst()
                .orElseThrow(() -> NotThere.rating(model, subject));
        page.addAttribute("business", business);
        page.addAttribute(
                "internal", internal(readable.models(viewer, business)).contains(model));
        page.addAttribute("shown", shown);
        page.addAttribute("why", sheet(business, shown, locale));
        page.addAttribute("improvements", explanations.improvements(business, shown));
        return "explanation";
    }

    /** Those that are never published. */
    private static List<String> internal(List<RatingModel> models) {
        return models.stream()
                .filter(model -> model.visibility() == Visibility.INTERNAL)
                .map(RatingModel::model)
                .toList();
    }

    private RegisteredBusiness own(Viewer viewer) {
        Long key = viewer.businessKey();
        if (key == null) {
            throw new NotThere("This login is no business's.%nMaybe log in with another.".formatted());
        }
        return register.get(key);
    }

    private ExplanationSheet sheet(RegisteredBusiness business, Rating rating, Locale locale) {
        return new ExplanationSheet(
                explanations.explain(business, rating),
                ConsoleSetup.supported(locale).getLanguage(),
                explanations.vocabulary());
    }
}
