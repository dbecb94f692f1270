package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.business.MergeDecisions;
import dev.assay.core.identity.Identity;
import dev.assay.store.register.BusinessMerges.Outcome;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The forms of a business's page with which a regulator merges it into another, and parts it again. */
@Controller
class MergePages {

    private final Businesses businesses;
    private final MergeDecisions decisions;

    MergePages(Businesses businesses, MergeDecisions decisions) {
        this.businesses = businesses;
        this.decisions = decisions;
    }

    @PostMapping("/businesses/{identity}/merge")
    String merge(
            @PathVariable String identity,
            @RequestParam String into,
            @RequestParam String reason,
            Viewer viewer,
            RedirectAttributes flash) {
        Optional<Identity> other = find(into);
        return back(
                identity,
                other.isEmpty()
                        ? Optional.of(Outcome.NO_SUCH_BUSINESS)
                        : decisions.merge(businesses.get(identity), other.get(), viewer, reason),
                flash);
    }

    @PostMapping("/businesses/{identity}/part")
    String part(@PathVariable String identity, @RequestParam String reason, Viewer viewer, RedirectAttributes flash) {
        return back(identity, decisions.part(businesses.get(identity), viewer, reason), flash);
    }

    private static Optional<Identity> find(String text) {
        try {
            return Optional.of(Identity.parse(text.strip()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String back(String identity, Optional<Outcome> outcome, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome.map(Enum::name).orElse("REFUSED"));
        return "redirect:"
                + UriComponentsBuilder.fromPath("/businesses/{identity}")
                        .buildAndExpand(identity)
                        .encode()
                        .toUriString();
    }
}
