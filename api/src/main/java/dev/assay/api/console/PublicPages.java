package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.business.LicenceView;
import dev.assay.api.listing.PenaltyPeriods;
import dev.assay.api.listing.PublicList;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisterOrder;
import dev.assay.store.register.RegisterQuery;
import dev.assay.store.register.RegisteredBusiness;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is published about a business: one field, plain results. A partner's login adds the ratings that are for partners. */
@Controller
class PublicPages {

    private static final int MOST_FOUND = 50;
    private static final int LIST_ROWS = 200;

    private final BusinessRegister register;
    private final Businesses businesses;
    private final ReadableRatings readable;
    private final CreditFiles creditFiles;
    private final PublicList list;
    private final PenaltyPeriods penalties;

    PublicPages(
            BusinessRegister register,
            Businesses businesses,
            ReadableRatings readable,
            CreditFiles creditFiles,
            PublicList list,
            PenaltyPeriods penalties) {
        this.register = register;
        this.businesses = businesses;
        this.readable = readable;
        this.creditFiles = creditFiles;
        this.list = list;
        this.penalties = penalties;
    }

    @GetMapping("/public")
    String search(@RequestParam(defaultValue = "") String q, Model page) {
        page.addAttribute("q", q);
        page.addAttribute("listed", list.size(Viewer.ANYONE));
        if (q.strip().length() >= 2) {
            page.addAttribute(
                    "found", register.search(RegisterQuery.text(q), RegisterOrder.NAME, false, 0, MOST_FOUND));
        }
        return "public-search";
    }

    @GetMapping("/public/businesses/{identity}")
    String business(@PathVariable String identity, Viewer viewer, Model page) {
        RegisteredBusiness business = businesses.get(identity);
        page.addAttribute("business", business);
        page.addAttribute("identities", register.identitiesOf(business.key()));
        CreditFile file = creditFiles.now(business);
        page.addAttribute("licences", LicenceView.in(file));
        page.addAttribute("penalties", penalties.published(file));
        page.addAttribute("entries", list.of(business, Viewer.ANYONE));
        // A business looks here to see what others see of it; what it alone sees stands on its own pages.
        Viewer reader = viewer.isBusiness() ? Viewer.ANYONE : viewer;
        page.addAttribute("models", readable.models(reader, business));
        page.addAttribute("ratings", readable.standingOf(business, reader));
        return "public-business";
    }

    @GetMapping("/public/list")
    String list(@RequestParam(defaultValue = "0") long after, Model page) {
        var entries = list.entries(Viewer.ANYONE, after, LIST_ROWS + 1);
        page.addAttribute("entries", entries.subList(0, Math.min(entries.size(), LIST_ROWS)));
        page.addAttribute("more", entries.size() > LIST_ROWS);
        page.addAttribute("size", list.size(Viewer.ANYONE));
        return "public-list";
    }
}
