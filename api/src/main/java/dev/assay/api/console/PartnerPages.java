package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.following.PushAddresses;
import dev.assay.api.following.PushAddresses.Outcome;
import dev.assay.api.problem.BadParameter;
import dev.assay.core.publication.Chain;
import dev.assay.store.publication.Followers;
import dev.assay.store.publication.PushSignature;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far partners have come: delivered, acknowledged, behind, and which withdrawals are still open. */
@Controller
class PartnerPages {

    private static final int SHOWN = 200;

    private final Followers followers;
    private final PushAddresses addresses;

    PartnerPages(Followers followers, PushAddresses addresses) {
        this.followers = followers;
        this.addresses = addresses;
    }

    @GetMapping("/partners")
    String all(Model page) {
        page.addAttribute("followers", followers.all());
        page.addAttribute("open", followers.openWithdrawals(SHOWN));
        page.addAttribute("chains", Chain.values());
        page.addAttribute("signatures", PushSignature.values());
        return "partners";
    }

    @PostMapping("/partners/address")
    String direct(
            @RequestParam String partner,
            @RequestParam String chain,
            @RequestParam String address,
            @RequestParam(defaultValue = "hmac-sha256") String signature,
            Viewer viewer,
            RedirectAttributes flash) {
        PushSignature chosen = PushSignature.find(signature)
                .orElseThrow(() -> new BadParameter(
                        "signature",
                        "There is no signature (%s).%nMaybe choose one of %s."
                                .formatted(
                                        signature,
                                        Arrays.stream(PushSignature.values())
                                                .map(PushSignature::code)
                                                .toList())));
        Outcome outcome = addresses.direct(partner, chain, address.strip(), chosen, viewer);
        flash.addFlashAttribute("outcome", outcome.name());
        if (outcome == Outcome.SET) {
            flash.addFlashAttribute("signature", chosen.code());
            flash.addFlashAttribute("secret", addresses.check(chosen, partner));
        }
        return "redirect:/partners";
    }
}
